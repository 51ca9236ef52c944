#!/usr/bin/env python3
"""Compares the content with the evidence files, part by part and number by number.

  against_evidence.py FOLDER     the folder with red-flags.md, serious-causes.md, musculoskeletal-causes.md, survey.md

Without the folder the comparison is skipped with a message. Only the deviations of allowed-deviations.yaml pass, and
each of them must still be a deviation.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from midback_reference import Engine, yaml12  # noqa: E402
from midback_reference.cases import findings_of_case  # noqa: E402
from midback_reference.evidence import Evidence  # noqa: E402
from midback_reference.expression import expand, parse, tokens  # noqa: E402
from midback_reference.pack import Pack  # noqa: E402

FILES = ("red-flags.md", "serious-causes.md", "musculoskeletal-causes.md", "survey.md")
CONSTANTS = {"temper": 0.45, "noFactor": 0.5, "clampLow": 0.02, "clampHigh": 0.98, "toldMatch": 0.55,
             "toldOther": 0.03}
PRINTED_TO = 0.0501


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self, evidence, folder):
        self.evidence, self.folder, self.pack = evidence, folder, Pack(folder)
        self.raw_findings = {raw["id"]: raw for raw in yaml12.load(folder / "findings.yaml")["findings"]}
        self.counts, self.found = {}, {}

    def same(self, part, name, ours, theirs):
        """Counts one comparison."""
        self.counts[part] = self.counts.get(part, 0) + 1
        if ours != theirs:
            self.found[f"{part}:{name}"] = f"content {ours!r}, evidence {theirs!r}"

    def run(self):
        """Every part."""
        for part in (self.rules, self.backstops, self.serious, self.benign, self.benign_likelihoods, self.items,
                     self.findings, self.finding_cases, self.benign_cases, self.worked_examples):
            part()

    def rules(self):
        """Macros and rules: words, level, name."""
        raw = {entry["name"]: entry["logic"]
               for entry in yaml12.load(self.folder / "redflags" / "macros.yaml")["macros"]}
        macros = self.evidence.macros()
        self.same("macros", "names", sorted(raw), sorted(macros))
        for name in set(raw) & set(macros):
            self.same("macros", name, tokens(raw[name]), tokens(macros[name]))
        rules, ours = self.evidence.rules(), {name: rule for name, rule in self.pack.rules.items() if name[:3] == "RF-"}
        self.same("rules", "ids", sorted(ours), sorted(rules))
        for name in set(ours) & set(rules):
            self.same("rule logic", name, tokens(ours[name].raw["logic"]), tokens(rules[name]["logic"]))
            self.same("rule levels", name, ours[name].level, rules[name]["level"])
            self.same("rule names", name, ours[name].raw["name"], rules[name]["name"])

    def backstops(self):
        """Causes, threshold, level."""
        ours = [(tuple(one["causes"]), bool(one.get("isSum")), one["threshold"], one["level"])
                for one in self.pack.backstops]
        theirs = self.evidence.backstops()
        self.same("backstops", "count", len(ours), len(theirs))
        for one in theirs:
            self.same("backstops", f"{one[0][0]} {one[2]}", one in ours, True)

    def serious(self):
        """P0, groups, priors and likelihoods of the first stage."""
        p0 = {row["atom"]: (row["p"], row.get("older", row["p"])) for row in self.pack.baseline["baseline"]}
        likelihoods = self.evidence.serious_likelihoods()
        theirs = self.evidence.baseline()
        for rows in likelihoods.values():
            for atom, (_, young, old) in rows.items():
                theirs.setdefault(atom, (young, old))
        self.same("baseline", "atoms", sorted(p0), sorted(theirs))
        for atom in set(p0) & set(theirs):
            self.same("baseline", atom, p0[atom], theirs[atom])
        groups = {group["id"]: group["members"] for group in self.pack.baseline["groups"]}
        for name, members in self.evidence.groups().items():
            self.same("evidence groups", name, sorted(groups.get(name, [])), sorted(members))
        self.same("evidence groups", "names", sorted(groups), sorted(self.evidence.groups()))
        self._serious_models(likelihoods)

    def _serious_models(self, likelihoods):
        priors = self.evidence.serious_priors()
        self.same("serious causes", "ids", sorted(self.pack.serious), sorted(priors))
        for cause, model in self.pack.serious.items():
            percents, female, male = priors[cause]
            self.same("serious priors", cause, ([float(value) for value in model["priorPercent"]],
                                                float(model["female"]), float(model["male"])), (percents, female, male))
            ours = {row["atom"]: row["p"] for row in model["likelihoods"]}
            self.same("serious likelihoods", f"{cause} atoms", sorted(ours), sorted(likelihoods[cause]))
            for atom in set(ours) & set(likelihoods[cause]):
                self.same("serious likelihoods", f"{cause} {atom}", ours[atom], likelihoods[cause][atom][0])

    def benign(self):
        """Priors, weights and constants of the second stage."""
        priors = self.evidence.benign_priors()
        for cause, model in self.pack.benign.items():
            theirs = priors.get(cause, [0.0] * 10)
            self.same("benign priors", cause, [float(value) for value in model["priorPercent"]], theirs)
        self.same("benign causes", "ids", sorted(self.pack.benign), sorted(self.evidence.benign_columns().values()))
        self.same("benign constants", "pregnancyPercent",
                  self.pack.benign["pregnancy-postpartum"].get("pregnancyPercent"), 30)
        for name, value in CONSTANTS.items():
            self.same("benign constants", name, self.pack.benign_tables[name], value)
        self.same("group weights", "all", {name: float(weight) for name, weight in
                                           self.pack.benign_tables["groupWeights"].items()},
                  self.evidence.group_weights())
        groups = self.evidence.feature_groups()
        for feature in self.pack.benign_tables["features"]:
            self.same("feature groups", feature["id"], feature["group"], groups.get(feature["id"]))

    def benign_likelihoods(self):
        """The probability that every cause gives every answer, blanks filled."""
        otherwise, cells = self.evidence.benign_likelihoods()
        ours = {(feature["id"], value["id"]): value["otherwise"]
                for feature in self.pack.benign_tables["features"] for value in feature["values"]}
        self.same("benign features", "ids", sorted(ours), sorted(otherwise))
        for key in set(ours) & set(otherwise):
            self.same("benign else column", " = ".join(key), ours[key], otherwise[key])
            for cause, model in self.pack.benign.items():
                p = model["likelihoods"].get(key[0], {}).get(key[1], ours[key])
                self.same("benign likelihoods", f"{cause} {key[0]} = {key[1]}", p,
                          cells.get((cause, *key), otherwise[key]))

    def items(self):
        """Order, step, kind, requirement, flags, condition and codes of every item."""
        theirs = self.evidence.items()
        ours = {name: item for name, item in self.pack.survey.items.items() if item.parent is None}
        self.same("items", "order", list(ours), list(theirs))
        self.same("items", "lists with a list of doubts", [item.id for item in self.pack.survey.lists_with_unsure],
                  self.evidence.unsure_lists())
        for name in set(ours) & set(theirs):
            item, row = ours[name], theirs[name]
            self.same("item steps", name, item.group, row["step"])
            self.same("item kinds", name, item.kind, row["type"])
            self.same("item requirements", name, item.requirement, row["requirement"])
            self.same("item flags", name, ("S" * item.is_sensitive) + ("G" * item.is_gate), row["flags"])
            self.same("item conditions", name, item.when, parse(row["when"]) if row["when"] else None)
            if item.is_number:
                low, high = row["options"][0].split("-")
                self.same("item options", name, (item.low, item.high), (int(low), int(high)))
            elif item.codes:
                self.same("item options", name, self._codes(item), self._evidence_codes(row))

    @staticmethod
    def _codes(item):
        return sorted(item.codes)

    @staticmethod
    def _evidence_codes(row):
        return sorted(set(row["options"] + row["implicit"]))

    def findings(self):
        """Kind, cases in order, and default of every finding."""
        theirs = self.evidence.findings()
        self.same("findings", "ids", sorted(self.raw_findings), sorted(theirs))
        rows = [code for code in self.pack.survey.items["gate-nerves"].codes if code not in ("none", "not-sure")]
        macros = {"NERVE_ROW": parse("ANY(" + "; ".join(f"gate-nerves={row}" for row in rows) + ")")}
        for name in set(self.raw_findings) & set(theirs):
            raw, row = self.raw_findings[name], theirs[name]
            self.same("finding kinds", name, raw["kind"], row["kind"])
            self.same("finding derivations", name, self._ours(raw), self._theirs(name, row, macros))
            self.same("finding defaults", name, raw.get("otherwise"), row.get("otherwise"))

    @staticmethod
    def _ours(raw):
        if raw["kind"] == "number":
            return raw["item"]
        return [(str(value["id"]), parse(value["when"])) for value in raw["values"]]

    def _theirs(self, name, row, macros):
        if row["kind"] == "number":
            return row["item"]
        if "item" in row:
            codes = self.pack.survey.items[row["item"]].codes
            return [(code, parse(f"{row['item']}={code}")) for code in codes if code != "not-sure"]
        if "when" in row:
            return [("yes", expand(parse(row["when"]), macros))]
        return [(value, expand(parse(text), macros)) for value, text in row["values"]]

    def finding_cases(self):
        """The 42 cases on findings."""
        ours = {case["id"]: case for case in yaml12.load(self.folder / "cases" / "findings.yaml")["cases"]}
        theirs = self.evidence.finding_cases()
        self.same("cases on findings", "ids", sorted(ours), sorted(case[0] for case in theirs))
        for name, given, level, fires in theirs:
            case = ours.get(name, {"given": {}, "level": None})
            self.same("cases on findings", name, (_sorted_lists(case["given"]), case["level"], case.get("mustFire")),
                      (_sorted_lists(given), level, fires))

    def benign_cases(self):
        """The 24 cases of the second stage."""
        ours = {case["id"]: case for case in yaml12.load(self.folder / "cases" / "benign.yaml")["cases"]}
        theirs = self.evidence.benign_cases()
        self.same("cases of the second stage", "ids", sorted(ours), sorted(case[0] for case in theirs))
        for name, who, yes, choices, top in theirs:
            case = ours[name]
            words = who.replace(",", "").split()
            sex = {"f": "female", "m": "male"}[words[1]]
            self.same("cases of the second stage", name,
                      (case["ageBand"], case["sex"], sorted(case["yes"]), case["choices"],
                       [(entry["cause"], entry["share"]) for entry in case["top"]]),
                      (words[0], sex, sorted(yes), choices, top))


    def worked_examples(self):
        """The posteriors that the first-stage file prints for some of the cases, to the printed digit."""
        engine, given = Engine(self.folder), {case[0]: case[1] for case in self.evidence.finding_cases()}
        for name, cause, percent in self.evidence.worked_examples():
            findings = findings_of_case(self.pack.findings, given[name])
            ours = 100 * engine.serious.posteriors(findings)[cause]
            self.same("worked examples", f"{name} {cause}", abs(ours - percent) <= PRINTED_TO, True)


def _sorted_lists(given):
    return {name: sorted(value) if isinstance(value, list) else value for name, value in given.items()}


def main():
    """Prints the counts and every deviation that is not allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence", nargs="?", type=Path)
    parser.add_argument("--content", default=HERE.parents[1] / "Content", type=Path)
    options = parser.parse_args()
    if options.evidence is None or not all((options.evidence / name).is_file() for name in FILES):
        print(f"skipped: the evidence files ({', '.join(FILES)}) are not in {options.evidence or 'a given folder'}")
        return 0
    comparison = Comparison(Evidence(options.evidence), options.content)
    comparison.run()
    allowed = {entry["id"]: entry for entry in yaml12.load(HERE / "allowed-deviations.yaml")["deviations"]}
    faults = [f"{name}: {text}" for name, text in comparison.found.items() if name not in allowed]
    faults += [f"{name}: allowed, but no longer a deviation" for name in allowed if name not in comparison.found]
    print("compared: " + ", ".join(f"{part} {count}" for part, count in comparison.counts.items()))
    print(f"{sum(comparison.counts.values())} comparisons, {len(comparison.found)} deviations, {len(allowed)} allowed")
    for name, entry in allowed.items():
        print(f"  allowed {name}: {entry['what']}; {entry['reason']}")
    for fault in faults:
        print("  FAULT " + fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
