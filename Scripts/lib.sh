# Shared by the scripts: sentences, and what a fresh machine needs. Sourced, not run.

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Swift must be there: it is not in the system's packages.
need_swift() {
    command -v swift >/dev/null || fail "Swift 6.2 or later is needed: see https://www.swift.org/install/"
    local version
    version=$(swift --version 2>/dev/null | grep -o 'Swift version [0-9]*\.[0-9]*' | head -1 | cut -d' ' -f3)
    [[ "$(printf '%s\n6.2\n' "$version" | sort -V | head -1)" == 6.2 ]] || fail "Swift $version is too old; 6.2 or later is needed"
}

# Installs the Debian or Ubuntu packages that are missing, or says how.
need_packages() {
    local missing=()
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] && return
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    local prefix=""
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail "please run as root: apt-get install ${missing[*]}"
        prefix="sudo"
    fi
    say "installing ${missing[*]}"
    $prefix apt-get install -y "${missing[@]}" >/dev/null 2>&1 \
        || { $prefix apt-get update >/dev/null && $prefix apt-get install -y "${missing[@]}" >/dev/null; } \
        || fail "could not install ${missing[*]}"
}

# A command, from a package if it is missing.
need_command() { command -v "$1" >/dev/null || need_packages "$2"; }
