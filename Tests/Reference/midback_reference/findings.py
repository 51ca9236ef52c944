"""Findings: the clinical statements that rules and tables read, derived from answers."""

from . import expression
from .survey import compare
from .truth import EVIDENCE_LANE, NO, RULE_LANE, UNKNOWN, YES


class FindingDefinition:
    """How one finding follows from answers."""

    def __init__(self, raw):
        self.id, self.kind = raw["id"], raw["kind"]
        self.item, self.fallback = raw.get("item"), raw.get("fallbackItem")
        self.otherwise = raw.get("otherwise")
        self.is_optional = raw.get("isOptional", False)
        self.unsure_is_unknown_for_rules = raw.get("unsureIsUnknownForRules", False)
        self.unknown_when = _tree(raw.get("unknownWhen"))
        self.values = [(str(value["id"]), expression.parse(value["when"]), _tree(value.get("silentWhen")),
                        _tree(value.get("unknownWhen"))) for value in raw.get("values", [])]

    def items(self):
        """The items that this finding reads."""
        trees = [self.unknown_when]
        for _, when, silent, unknown in self.values:
            trees += [when, silent, unknown]
        read = {name for tree in trees if tree for name in expression.names(tree)}
        return read | {name for name in (self.item, self.fallback) if name}

    def all_values(self):
        """Every value a single finding can have."""
        return {value for value, *_ in self.values} | ({self.otherwise} if self.otherwise else set())


def _tree(text):
    return expression.parse(text) if text else None


class Findings:
    """The findings of one person, in both lanes.

    Rule lane: bool and multi are truths, single is the set of values still possible, number is a number or None.
    Evidence lane: the same, but what was not asked is unknown instead of no.
    """

    def __init__(self, definitions, rule, evidence):
        self.definitions, self.rule, self.evidence = definitions, rule, evidence

    @classmethod
    def derive(cls, definitions, answers):
        """The findings that `answers` (of shown items only) give."""
        evidence = {one.id: _derive(one, answers, EVIDENCE_LANE) for one in definitions.values()}
        rule = {one.id: _for_rules(one, answers, evidence[one.id]) for one in definitions.values()}
        return cls(definitions, rule, evidence)

    # Reading

    def rule_atom(self, atom):
        """The truth of an atom over findings, as rules read it."""
        return self._atom(atom, self.rule)

    def evidence_atom(self, atom):
        """The truth of an atom over findings, as the tables read it."""
        return self._atom(atom, self.evidence)

    def _atom(self, atom, lane):
        _, name, sign, values = atom
        kind, state = self.definitions[name].kind, lane[name]
        if kind == "number":
            missing = NO if lane is self.rule else UNKNOWN
            return missing if state is None else YES if compare(state, sign, values) else NO
        if kind == "single":
            return _possible_in(state, values, sign)
        if kind == "multi":
            return max(state.get(value, NO) for value in values)
        return state

    def number(self, name):
        """The number of a number finding, or None."""
        return self.evidence[name]

    def evidence_value(self, name):
        """The value of a single finding when only one is possible, else None."""
        possible = self.evidence[name]
        return next(iter(possible)) if len(possible) == 1 else None

    def multi_values(self, name):
        """{value: truth} of a multi finding in the evidence lane."""
        return self.evidence[name]


def _possible_in(possible, values, sign):
    inside = sum(1 for value in possible if value in values)
    truth = NO if inside == 0 else YES if inside == len(possible) else UNKNOWN
    return 2 - truth if sign == "!=" else truth


def _derive(one, answers, lane):
    """One finding in one lane."""
    if one.kind == "number":
        number = answers.number(one.item)
        return answers.number(one.fallback) if number is None and one.fallback else number
    unknown = one.unknown_when is not None and answers.in_lane(one.unknown_when, lane) == YES
    if one.kind == "single":
        return one.all_values() if unknown else _possible(one, answers, lane)
    truths = {value: UNKNOWN if unknown else _truth(when, silent, unknown_when, answers, lane)
              for value, when, silent, unknown_when in one.values}
    return truths if one.kind == "multi" else truths["yes"]


def _truth(when, silent, unknown_when, answers, lane):
    truth = answers.in_lane(when, lane)
    if truth == YES:
        return YES
    if unknown_when is not None and answers.in_lane(unknown_when, lane) == YES:
        return UNKNOWN
    if lane is EVIDENCE_LANE and silent is not None and answers.in_lane(silent, lane) == YES:
        return UNKNOWN
    return truth


def _possible(one, answers, lane):
    """The values of a single finding that may still hold: the first case that is true ends the list."""
    possible = set()
    for value, when, silent, unknown_when in one.values:
        truth = _truth(when, silent, unknown_when, answers, lane)
        if truth != NO:
            possible.add(value)
        if truth == YES:
            return possible
    if one.otherwise:
        possible.add(one.otherwise)
    elif not possible and lane is EVIDENCE_LANE:
        return one.all_values()
    return possible


def _for_rules(one, answers, evidence):
    """The rule lane of one finding; an optional finding that is unknown is simply not present."""
    if one.unsure_is_unknown_for_rules and evidence == {"unsure"}:
        return one.all_values()
    state = _derive(one, answers, RULE_LANE)
    if not one.is_optional or one.kind == "number":
        return state
    if one.kind == "single":
        return ({one.otherwise} - {None}) if len(state) > 1 else state
    if one.kind == "multi":
        return {value: NO if truth == UNKNOWN else truth for value, truth in state.items()}
    return NO if state == UNKNOWN else state
