#!/usr/bin/env python3
"""Runs the cases that travel with the content on the reference engine.

The 42 cases on findings (level and the rule that must fire), the 24 cases of the second stage (shares to .01),
every case of every rule, and the people of worked.yaml (whole answer sets).
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from midback_reference import Engine, expression, yaml12  # noqa: E402
from midback_reference.benign import BANDS  # noqa: E402
from midback_reference.cases import findings_of_case  # noqa: E402
from midback_reference.pack import LEVELS  # noqa: E402
from midback_reference.truth import YES  # noqa: E402

TOLERANCE = 0.01
SHOWN_TO = 0.0006


def rule_cases(engine):
    """(count, faults) of the `cases:` of all rules."""
    count, faults = 0, []
    for rule in engine.pack.rules.values():
        for index, case in enumerate(rule.cases):
            count += 1
            findings = findings_of_case(engine.pack.findings, case["given"])
            fires = expression.evaluate(rule.tree, findings.rule_atom) == YES
            if fires != case["fires"]:
                faults.append(f"{rule.id} case {index + 1}: fires = {fires}, the case says {case['fires']}")
    return count, faults


def finding_cases(engine, path):
    """(count, faults) of the cases on findings: the level that the rules give, and the rule that must fire."""
    faults, cases = [], yaml12.load(path)["cases"]
    for case in cases:
        findings = findings_of_case(engine.pack.findings, case["given"])
        fired = [rule for rule in engine.pack.rules.values()
                 if expression.evaluate(rule.tree, findings.rule_atom) == YES]
        level = LEVELS[min([5] + [rule.rank for rule in fired]) - 1]
        if level != case["level"]:
            faults.append(f"{case['id']}: level {level}, expected {case['level']}")
        must = case.get("mustFire")
        if must and must not in [rule.id for rule in fired]:
            faults.append(f"{case['id']}: {must} did not fire")
    return len(cases), faults


def benign_cases(engine, path):
    """(count, faults) of the cases of the second stage alone."""
    faults, cases = [], yaml12.load(path)["cases"]
    for case in cases:
        observed = {feature["id"]: "yes" if feature["id"] in case["yes"] else "no"
                    for feature in engine.benign.features if feature["isBool"]}
        observed.update(case["choices"])
        told = case.get("told") or []
        shares = engine.benign.score(BANDS.index(case["ageBand"]), case["sex"], bool(case.get("pregnancy")),
                                     observed, told if isinstance(told, list) else [told], standalone=True)
        ranked = sorted(shares, key=lambda cause: -shares[cause])
        for place, expected in enumerate(case["top"]):
            cause, share = ranked[place], shares[ranked[place]]
            if cause != expected["cause"] or abs(share - expected["share"]) > TOLERANCE:
                faults.append(f"{case['id']} place {place + 1}: {cause} {share:.3f}, expected {expected}")
    return len(cases), faults


def people(engine, path):
    """(count, faults) of whole answer sets with the results that the survey file gives."""
    faults, entries = [], yaml12.load(path)["people"]
    for person in entries:
        result = engine.assess(person["answers"])
        if result["level"] != person["level"]:
            faults.append(f"{person['id']}: level {result['level']}, expected {person['level']}: {result['fired']}")
        missing = set(person["fired"]) - set(result["fired"])
        if missing:
            faults.append(f"{person['id']}: {sorted(missing)} did not fire")
        for name in ("posteriors", "benign"):
            for cause, share in person.get(name, {}).items():
                if abs(result[name][cause] - share) > SHOWN_TO:
                    faults.append(f"{person['id']}: {name} of {cause} {result[name][cause]:.4f}, expected {share}")
        for cause in person.get("mustShow", []):
            if cause not in result["mustShow"]:
                faults.append(f"{person['id']}: {cause} is not on the list of what must be shown")
    return len(entries), faults


def main():
    """Prints the counts and every fault; fails when there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", default=Path(__file__).parents[2] / "Content", type=Path)
    folder = parser.parse_args().content
    engine = Engine(folder)
    faults = []
    for what, (count, found) in {
        "cases of rules": rule_cases(engine),
        "cases on findings": finding_cases(engine, folder / "cases" / "findings.yaml"),
        "cases of the second stage": benign_cases(engine, folder / "cases" / "benign.yaml"),
        "people of the survey file": people(engine, Path(__file__).parent / "worked.yaml"),
    }.items():
        print(f"{what}: {count - len({fault.split(':')[0] for fault in found})} of {count} agree")
        faults += found
    for fault in faults:
        print("  " + fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
