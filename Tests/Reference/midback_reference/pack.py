"""Loads the content folder: only what rules and scores need."""

from pathlib import Path

from . import expression, yaml12
from .findings import FindingDefinition
from .survey import Survey

LEVELS = ("emergency-now", "same-day-ed", "urgent-24-72h", "routine-2-weeks", "self-care")
RANK = {level: index + 1 for index, level in enumerate(LEVELS)}


class Rule:
    """One red-flag rule."""

    def __init__(self, raw, macros, position):
        self.raw, self.id, self.level, self.position = raw, raw["id"], raw["level"], position
        self.rank = RANK[self.level]
        self.suspects = raw.get("suspects", [])
        self.written = expression.parse(raw["logic"])
        self.tree = expression.expand(self.written, macros)
        self.cases = raw.get("cases", [])


class Statement:
    """A floor or a conflict: a condition over answers."""

    def __init__(self, raw):
        self.raw, self.id, self.tree = raw, raw["id"], expression.parse(raw["when"])


class Pack:
    """The content."""

    def __init__(self, folder):
        folder = Path(folder)
        self.survey = Survey([raw for _, raw in yaml12.load_folder(folder / "questionnaire")])
        raw_findings = yaml12.load(folder / "findings.yaml")["findings"]
        self.findings = {raw["id"]: FindingDefinition(raw) for raw in raw_findings}
        self._load_red_flags(folder / "redflags")
        self._load_causes(folder / "causes")

    def _load_red_flags(self, folder):
        self.macros = {raw["name"]: expression.parse(raw["logic"])
                       for raw in yaml12.load(folder / "macros.yaml")["macros"]}
        self.rules, self.rule_groups = {}, {}
        for path, raw in yaml12.load_folder(folder):
            for entry in (raw.get("rules") or []):
                rule = Rule(entry, self.macros, len(self.rules))
                if rule.id in self.rules:
                    raise ValueError(f"{path.name}: {rule.id} stands twice")
                self.rules[rule.id] = rule
                self.rule_groups[rule.id] = raw["id"]
        self.floors = [Statement(raw) for raw in yaml12.load(folder / "floors.yaml")["floors"]]
        self.conflicts = [Statement(raw) for raw in yaml12.load(folder / "conflicts.yaml")["conflicts"]]
        self.backstops = yaml12.load(folder / "backstop.yaml")["backstops"]

    def _load_causes(self, folder):
        self.baseline = yaml12.load(folder / "baseline.yaml")
        self.benign_tables = yaml12.load(folder / "benign-features.yaml")
        self.serious = {raw["id"]: raw["model"] for _, raw in yaml12.load_folder(folder / "serious")}
        self.benign = {raw["id"]: raw["model"] for _, raw in yaml12.load_folder(folder / "benign")}
        self.rules_only = [raw["id"] for _, raw in yaml12.load_folder(folder / "rules-only")]

    def items_of_rule(self, rule):
        """The items that a rule reads through its findings."""
        return {item for name in expression.names(rule.tree) for item in self.findings[name].items()}
