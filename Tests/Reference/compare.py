#!/usr/bin/env python3
"""Compares the product with the reference engine on many answer sets.

  compare.py ANSWERS.ndjson PRODUCT.ndjson     compares; fails on any difference
  compare.py ANSWERS.ndjson --write OUT.ndjson writes the reference engine's own results in the product's format

Every rule must fire in at least one set. `--product "midback assess --json -"` runs a command that reads the answer
sets on standard input instead of reading a second file.
"""

import argparse
import collections
import json
import multiprocessing
import shlex
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from midback_reference import Engine  # noqa: E402
from midback_reference.pack import RANK  # noqa: E402

TOLERANCE = 1.0000001e-9
AS_SETS = ("floors", "backstops", "conflicts")
IN_ORDER = ("fired", "ranking", "mustShow")
MOST_SHOWN = 20
ENGINE = None


def start(folder):
    """Loads the content once for each process."""
    global ENGINE
    ENGINE = Engine(folder)


def assess(line):
    """The reference result of one line of answers."""
    return ENGINE.assess(json.loads(line)["answers"])


def differences(reference, product):
    """What differs between two results, as texts."""
    found = []
    if reference["level"] != product["level"]:
        found.append(f"level: {reference['level']} / {product['level']}")
    if sorted(map(tuple, reference["possible"])) != sorted(map(tuple, product["possible"])):
        found.append(f"possible: {sorted(map(tuple, reference['possible']))} / "
                     f"{sorted(map(tuple, product['possible']))}")
    for name in AS_SETS:
        if sorted(reference[name]) != sorted(product[name]):
            found.append(f"{name}: {reference[name]} / {product[name]}")
    for name in IN_ORDER:
        if list(reference[name]) != list(product[name]):
            found.append(f"{name}: {first_difference(reference[name], product[name])}")
    for name in ("posteriors", "benign"):
        found += number_differences(name, reference[name], product[name])
    return found


def first_difference(reference, product):
    """Where two lists part, with what follows."""
    place = next((index for index, pair in enumerate(zip(reference, product)) if pair[0] != pair[1]),
                 min(len(reference), len(product)))
    return f"from place {place + 1} on {reference[place:place + 4]} / {product[place:place + 4]}"


def number_differences(name, reference, product):
    """Shares that differ by more than the tolerance; what is not listed is 0."""
    return [f"{name} {cause}: {reference.get(cause, 0)!r} / {product.get(cause, 0)!r}"
            for cause in sorted(set(reference) | set(product))
            if abs(reference.get(cause, 0) - product.get(cause, 0)) > TOLERANCE]


def product_lines(options):
    """The product's results, line by line."""
    if options.product:
        with open(options.answers, encoding="utf-8") as answers:
            done = subprocess.run(shlex.split(options.product), stdin=answers, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode("utf-8").splitlines()
    return Path(options.results).read_text(encoding="utf-8").splitlines()


def compare(reference, lines):
    """(faults, counts)."""
    faults, kinds = [], collections.Counter()
    if len(reference) != len(lines):
        faults.append(f"{len(reference)} answer sets, {len(lines)} results")
    for number, (one, line) in enumerate(zip(reference, lines), start=1):
        found = differences(one, json.loads(line))
        kinds.update({text.split(":")[0].split(" ")[0] for text in found})
        faults += [f"line {number}: {text}" for text in found]
    return faults, kinds


def report(reference, pack):
    """Prints what the answer sets covered; returns the rules that never fired."""
    fired = collections.Counter(name for one in reference for name in one["fired"])
    possible = collections.Counter(name for one in reference for name, _ in one["possible"])
    levels = collections.Counter(one["level"] for one in reference)
    print("levels: " + ", ".join(f"{level} {levels[level]}" for level in RANK))
    print("sets that fired each rule: " + ", ".join(f"{name} {fired[name]}" for name in pack.rules))
    print(f"rules that were possible in some set: {len(possible)}; floors in "
          f"{sum(1 for one in reference if one['floors'])} sets, backstops in "
          f"{sum(1 for one in reference if one['backstops'])}, conflicts in "
          f"{sum(1 for one in reference if one['conflicts'])}")
    return [name for name in pack.rules if not fired[name]]


def main():
    """Runs both sides and prints the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers")
    parser.add_argument("results", nargs="?")
    parser.add_argument("--product", help="command that reads answer sets on standard input")
    parser.add_argument("--write", help="only write the reference results to this file")
    parser.add_argument("--content", default=Path(__file__).parents[2] / "Content", type=Path)
    options = parser.parse_args()
    start(options.content)
    lines = Path(options.answers).read_text(encoding="utf-8").splitlines()
    with multiprocessing.Pool(2, start, (options.content,)) as pool:
        reference = pool.map(assess, lines, chunksize=200)
    silent = report(reference, ENGINE.pack)
    faults = [f"{name} fired in no answer set" for name in silent]
    if options.write:
        write(options.write, reference)
    else:
        found, kinds = compare(reference, product_lines(options))
        faults += found
        print(f"compared {len(lines)} answer sets, {len(ENGINE.pack.rules)} rules; differences by kind: {dict(kinds)}")
    for fault in faults[:MOST_SHOWN]:
        print("  " + fault)
    print(f"{len(faults)} differences" if faults else "everything agrees")
    return 1 if faults else 0


def write(path, reference):
    """The reference results in the product's format."""
    with open(path, "w", encoding="utf-8") as file:
        for number, one in enumerate(reference, start=1):
            file.write(json.dumps({"line": number, **one}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    sys.exit(main())
