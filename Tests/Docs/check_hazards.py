#!/usr/bin/env python3
"""Checks the hazard log: Docs/hazards/*.yaml against the content, the code and the tests.

    Tests/Docs/check_hazards.py

Every hazard has all fields, a risk that follows the matrix of Docs/clinical-safety.md, controls and verification.
Every reference exists: `rule:`, `floor:`, `group:`, `item:` and `word:` in Content/, `file:` and `script:` in the
repository, `test:` as a function below Tests/. Every group of rules, and through it every rule, is covered by a hazard.
"""

import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CONTENT = ROOT / "Content"
FIELDS = {
    "id", "title", "description", "cause", "effect", "harm", "severity", "likelihood", "initialRisk", "controls",
    "verification", "residual", "acceptability", "benefitNote", "status", "reviewer", "date", "protocolVersions",
}
TYPES = {"design", "protective", "information", "training"}
# Rows: likelihood 1 (very low) to 5; columns: severity 1 (minor) to 5.
MATRIX = {1: [1, 1, 2, 2, 3], 2: [1, 2, 2, 3, 4], 3: [2, 2, 3, 3, 4], 4: [2, 3, 3, 4, 5], 5: [3, 4, 4, 5, 5]}
ACCEPTABILITY = {1: "acceptable", 2: "acceptable", 3: "reduce or justify", 4: "stop release", 5: "stop release"}


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}


class Repository:
    """Everything a reference may name."""

    def __init__(self):
        files = [load(path) for path in sorted((CONTENT / "redflags").glob("*.yaml"))]
        self.groups = {file["id"]: [rule["id"] for rule in file["rules"]] for file in files if "rules" in file}
        self.names = {
            "rule": {rule for rules in self.groups.values() for rule in rules},
            "group": set(self.groups),
            "floor": {floor["id"] for floor in load(CONTENT / "redflags/floors.yaml")["floors"]},
            "item": {
                item["linkId"]
                for path in (CONTENT / "questionnaire").glob("*.yaml")
                for item in load(path)["items"]
            },
            "word": {word for path in (CONTENT / "words").glob("*.yaml") for word in load(path)["words"]},
            "test": self.tests(),
        }
        self.version = str(load(CONTENT / "pack.yaml")["version"])

    @staticmethod
    def tests():
        """Names of functions that a test attribute or a Python test file marks as tests."""
        found = set()
        for path in (ROOT / "Tests").rglob("*.swift"):
            found.update(re.findall(r"@Test[^{]*?\bfunc\s+(\w+)", path.read_text(encoding="utf-8")))
        for path in (ROOT / "Tests").rglob("test_*.py"):
            found.update(re.findall(r"^\s*def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        return found

    def has(self, reference):
        kind, _, name = str(reference).partition(":")
        if kind in ("file", "script"):
            return (ROOT / name).is_file()
        return name in self.names.get(kind, ())


def faults_of(hazard, repository):
    missing = FIELDS - set(hazard)
    if missing:
        return [f"missing fields: {', '.join(sorted(missing))}"]
    faults = []
    for name in ("cause", "controls", "verification"):
        if not hazard[name]:
            faults.append(f"'{name}' is empty")
    residual = hazard["residual"] or {}
    places = [part.get(name) for part in (hazard, residual) for name in ("severity", "likelihood")]
    if not all(place in MATRIX for place in places) or "risk" not in residual:
        return faults + ["severity and likelihood must be 1 to 5, before and after control, and the residual needs a risk"]
    for risk, part in ((hazard["initialRisk"], hazard), (residual["risk"], residual)):
        if risk != MATRIX[part["likelihood"]][part["severity"] - 1]:
            faults.append(f"risk {risk} does not follow from severity and likelihood")
    if hazard["acceptability"] != ACCEPTABILITY.get(residual["risk"]):
        faults.append(f"residual risk {residual['risk']} means '{ACCEPTABILITY.get(residual['risk'])}'")
    if residual["risk"] >= 4 and hazard["status"] != "open":
        faults.append("a hazard whose residual risk stops a release must stay open")
    if residual["risk"] > hazard["initialRisk"]:
        faults.append("residual risk is above the initial risk")
    if repository.version not in map(str, hazard["protocolVersions"]):
        faults.append(f"not reviewed for content {repository.version}")
    for control in hazard["controls"]:
        if not {"id", "type", "ref", "owner"} <= set(control) or control["type"] not in TYPES:
            faults.append(f"control {control.get('id')} lacks id, type, ref or owner")
        elif control["ref"].partition(":")[0] in ("test", "script") or not repository.has(control["ref"]):
            faults.append(f"control {control['id']}: '{control['ref']}' is not in the repository")
    for reference in hazard["verification"]:
        if reference.partition(":")[0] not in ("test", "script") or not repository.has(reference):
            faults.append(f"verification '{reference}' is not in the repository")
    return faults


def main():
    repository = Repository()
    faults, seen, covered, controls, checks, blocking = [], set(), set(), 0, set(), []
    for path in sorted((ROOT / "Docs/hazards").glob("*.yaml")):
        hazard = load(path)
        place = path.relative_to(ROOT)
        if hazard.get("id") in seen or not path.name.startswith(f"{hazard.get('id')}-"):
            faults.append(f"{place}: error: the id is used twice or differs from the file name")
        seen.add(hazard.get("id"))
        faults += [f"{place}: error: {fault}" for fault in faults_of(hazard, repository)]
        for control in hazard.get("controls") or []:
            controls += 1
            kind, _, name = str(control.get("ref")).partition(":")
            if kind == "group":
                covered.update(repository.groups.get(name, []))
            elif kind == "rule":
                covered.add(name)
        checks.update(hazard.get("verification") or [])
        if hazard.get("acceptability") == "stop release":
            blocking.append(hazard["id"])
    for group, rules in repository.groups.items():
        open_rules = [rule for rule in rules if rule not in covered]
        if len(open_rules) == len(rules):
            faults.append(f"Docs/hazards: error: no hazard covers the group '{group}'")
        elif open_rules:
            faults.append(f"Docs/hazards: error: no hazard covers {', '.join(open_rules)} of '{group}'")
    print("\n".join(faults), end="\n" if faults else "")
    if blocking:
        print(f"note: these hazards stop a release to patients: {', '.join(sorted(blocking))}")
    print(
        f"{len(seen)} hazards, {controls} controls, {len(checks)} tests and scripts, "
        f"{len(covered & repository.names['rule'])} of {len(repository.names['rule'])} rules in "
        f"{len(repository.groups)} groups covered, {len(faults)} faults")
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
