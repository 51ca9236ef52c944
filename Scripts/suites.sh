# The suites of ./test. Sourced, not run.

suites_passed=0
suites_failed=()
tests_total=0

# Runs one suite, shows its output, and remembers how it ended.
suite() {
    local name=$1
    shift
    say "$name"
    local start=$SECONDS
    if "$@"; then
        suites_passed=$((suites_passed + 1))
        printf '    passed in %ds\n' $((SECONDS - start)) >&2
    else
        suites_failed+=("$name")
        printf '    FAILED after %ds: %s\n' $((SECONDS - start)) "$name" >&2
        # What cannot be built cannot be tested.
        [[ "$name" == build || "$name" == "release build" ]] && summary
    fi
    return 0
}

# One virtual environment of the project's own for everything that is Python.
python_environment() {
    python="$PWD/.venv/bin/python"
    local mark=.venv/requirements.sum
    if [[ ! -x "$python" || "$(cat $mark 2>/dev/null)" != "$(sha256sum < Tests/requirements.txt)" ]]; then
        say "Python environment"
        python3 -m venv .venv
        "$python" -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
        sha256sum < Tests/requirements.txt > $mark
    fi
}

format_is_clean() {
    swift format lint --strict --parallel --recursive Sources Tests Package.swift
}

# Swift Testing over all targets; the count is read from its closing line. The stores run apart: their tests measure what
# is on the disk and want the file handles for themselves.
swift_tests() {
    ulimit -n 8192 2>/dev/null || true
    run_swift_tests --skip MidbackStoreTests --skip SnapshotTests && run_swift_tests --filter MidbackStoreTests
}

run_swift_tests() {
    local log
    log=$(mktemp)
    swift test --skip-build --disable-xctest "$@" > "$log" 2>&1 || true
    grep -E '✘|error:' "$log" | cut -c1-300 | head -40 || true
    local line
    line=$(grep -E 'Test run with [0-9]+ tests?.*(passed|failed)' "$log" | tail -1)
    rm -f "$log"
    local count
    count=$(grep -oE 'with [0-9]+ test' <<< "$line" | grep -oE '[0-9]+' || echo 0)
    tests_total=$((tests_total + count))
    echo "    $line"
    [[ "$count" -gt 0 && "$line" == *passed* ]]
}

debug_midback() { "$(swift build --show-bin-path)/midback" "$@"; }

# The engine and its second implementation on the same answers.
second_implementation() {
    local folder
    folder=$(mktemp -d)
    "$python" Tests/Reference/generate.py --count 20000 --out "$folder/answers.ndjson" \
        && "$1" assess --json "$folder/answers.ndjson" > "$folder/results.ndjson" \
        && "$python" Tests/Reference/compare.py "$folder/answers.ndjson" "$folder/results.ndjson"
    local status=$?
    rm -rf "$folder"
    return $status
}

public_vignettes() {
    if [[ ! -f "$2" ]]; then
        echo "    skipped: the public vignettes are not beside the repository"
        return 0
    fi
    "$1" score "$2" | sed -n 1,20p
}

# Chromium: named, installed, or the one Playwright can fetch.
browser_journeys() {
    if [[ -z "${MIDBACK_CHROMIUM:-}" ]] && ! command -v chromium >/dev/null; then
        (need_packages chromium) || "$python" -m playwright install chromium
    fi
    export MIDBACK_CHROMIUM="${MIDBACK_CHROMIUM:-$(command -v chromium || true)}"
    timeout 1800 "$python" -m pytest -q Tests/Journeys --binary "$1"
}

# The closing lines: what passed, what failed.
summary() {
    printf '\n%d suites passed, %d failed, %d Swift tests\n' "$suites_passed" "${#suites_failed[@]}" "$tests_total"
    [[ ${#suites_failed[@]} -eq 0 ]] || printf '  failed: %s\n' "${suites_failed[@]}"
    printf '%d passed, %d failed\n' "$((tests_total + suites_passed))" "${#suites_failed[@]}"
    [[ ${#suites_failed[@]} -eq 0 && $tests_total -gt 0 ]] && exit 0
    exit 1
}
