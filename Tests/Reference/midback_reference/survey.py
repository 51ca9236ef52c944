"""The questionnaire: its items, which of them are shown, and what one answer set says about each row."""

from . import expression
from .truth import NO, NOT_ASKED, UNKNOWN, YES

LISTS = {"multi-choice", "body-map"}
NUMBERS = {"integer", "decimal", "number"}


class Item:
    """One question."""

    def __init__(self, raw, group, position):
        self.id, self.kind, self.group, self.position = raw["linkId"], raw["kind"], group, position
        self.requirement = raw.get("requirement", "no")
        self.is_gate = raw.get("isGate", False)
        self.is_sensitive = raw.get("isSensitive", False)
        self.when = expression.parse(raw["enableWhen"]) if raw.get("enableWhen") else None
        self.low, self.high = raw.get("min"), raw.get("max")
        self.codes = [str(option["code"]) for option in raw.get("options", [])]
        self.exclusive = {str(option["code"]) for option in raw.get("options", []) if option.get("isExclusive")}
        self.has_unsure = bool(raw.get("notSure"))
        self.parent = raw.get("parent")
        self._add_implicit(raw)

    def _add_implicit(self, raw):
        if self.kind == "boolean3":
            self.codes = ["yes", "no", "not-sure"]
        if self.kind in LISTS and raw.get("none", True) is not False and "none" not in self.codes:
            self.codes.append("none")
        if "none" in self.codes and self.kind in LISTS:
            self.exclusive.add("none")
        if self.kind in LISTS and self.has_unsure:
            self.codes.append("not-sure")

    @property
    def is_list(self):
        """Whether several rows may be ticked."""
        return self.kind in LISTS

    @property
    def is_number(self):
        """Whether the answer is a number."""
        return self.kind in NUMBERS

    def unsure_raw(self):
        """The generated "which one are you not sure about?" item of this list."""
        left_out = {"none", "not-sure", "rather-not-say"}
        return {"linkId": f"{self.id}-unsure", "kind": "multi-choice", "requirement": "yes", "isGate": self.is_gate,
                "isSensitive": self.is_sensitive, "enableWhen": f"{self.id}=not-sure", "parent": self.id,
                "options": [{"code": code} for code in self.codes if code not in left_out]}


class Survey:
    """All items in the order of the pages."""

    def __init__(self, groups):
        self.items = {}
        for group in sorted(groups, key=lambda group: group["number"]):
            for raw in group["items"]:
                self._add(Item(raw, group["number"], len(self.items)))
        self.lists_with_unsure = [item for item in self.items.values() if item.has_unsure]

    def _add(self, item):
        self.items[item.id] = item
        if item.has_unsure:
            self._add(Item(item.unsure_raw(), item.group, len(self.items)))

    def shown(self, answers):
        """The ids of the items that are shown, and the answers that count: those of items that are shown.

        Conditions may read any item before or after, so the walk is repeated until nothing changes.
        """
        hidden = set()
        while True:
            kept = Answers(self, {name: value for name, value in answers.items() if name not in hidden})
            now_hidden = {item.id for item in self.items.values() if item.when and not kept.shows(item.when)}
            if now_hidden == hidden:
                return [name for name in self.items if name not in hidden], kept
            hidden = now_hidden


class Answers:
    """One answer set, with the four truth values of every atom over answers."""

    def __init__(self, survey, raw):
        self.survey, self.values = survey, {}
        for name, value in raw.items():
            item = survey.items.get(name)
            if item is not None and value is not None and value != [] and value != "":
                self.values[name] = self._normal(item, value)

    @staticmethod
    def _normal(item, value):
        if item.is_number:
            return value
        if isinstance(value, list):
            return frozenset(str(code) for code in value)
        return frozenset([str(value)])

    def number(self, name):
        """The number given for `name`, or None."""
        value = self.values.get(name)
        return value if isinstance(value, (int, float)) else None

    def ticked(self, name, code):
        """Whether `code` is literally among the answers of `name`."""
        value = self.values.get(name)
        return isinstance(value, frozenset) and code in value

    def shows(self, tree):
        """Whether a condition of display holds; it reads the ticks as they stand."""
        return expression.evaluate(tree, self._literal) == YES

    def _literal(self, atom):
        """Without an answer nothing is ticked, so only `!=` holds: what is not known must not hide a question."""
        truth = self._compare(atom, lambda name, code: YES if self.ticked(name, code) else NO)
        return truth if truth != NOT_ASKED else YES if atom[2] == "!=" else NO

    def atom(self, atom):
        """The four-valued truth of an atom for findings, floors and conflicts."""
        return self._compare(atom, self._row)

    def _compare(self, atom, row):
        _, name, sign, values = atom
        if name not in self.values:
            return NOT_ASKED
        number = self.number(name)
        if number is not None:
            return YES if compare(number, sign, values) else NO
        if sign == "!=":
            return 2 - row(name, values[0])
        return max(row(name, code) for code in values)

    def _row(self, name, code):
        """One row: a row ticked in the "not sure" list is yes at the gate and unknown elsewhere.

        "None" there means none of these rows in doubt; it is no row of the list. While the "not sure" list has no
        answer, every row is still possible.
        """
        if self.ticked(name, code):
            return YES
        item, doubts = self.survey.items[name], f"{name}-unsure"
        if not item.has_unsure or not self.ticked(name, "not-sure") or code not in self._rows_in_doubt(doubts):
            return NO
        if doubts not in self.values:
            return UNKNOWN
        return NO if not self.ticked(doubts, code) else YES if item.is_gate else UNKNOWN

    def _rows_in_doubt(self, doubts):
        return [code for code in self.survey.items[doubts].codes if code != "none"]

    def in_lane(self, tree, lane):
        """The three-valued truth of `tree` in one lane."""
        return expression.evaluate(tree, lambda atom: lane[self.atom(atom)])


def compare(number, sign, values):
    """Whether `number` fits a comparison."""
    wanted = [float(value) for value in values]
    if sign == "in":
        return number in wanted
    return {"=": number == wanted[0], "!=": number != wanted[0], ">=": number >= wanted[0],
            "<=": number <= wanted[0], ">": number > wanted[0], "<": number < wanted[0]}[sign]
