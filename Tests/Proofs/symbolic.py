"""The survey, the findings and the rules as formulas for the solver z3.

A three-valued truth is a pair of formulas (surely, maybe): YES is (true, true), UNKNOWN (false, true),
NO (false, false). The pair behaves as the reference engine does in its rule lane.
"""

import sys
from pathlib import Path

import z3

sys.path.insert(0, str(Path(__file__).parents[1] / "Reference"))

FALSE, TRUE = z3.BoolVal(False), z3.BoolVal(True)
NEVER = (FALSE, FALSE)


def any_of(formulas):
    """Disjunction that stays small."""
    formulas = [formula for formula in formulas if not z3.is_false(formula)]
    return FALSE if not formulas else formulas[0] if len(formulas) == 1 else z3.Or(formulas)


def all_of(formulas):
    """Conjunction that stays small."""
    formulas = [formula for formula in formulas if not z3.is_true(formula)]
    return TRUE if not formulas else formulas[0] if len(formulas) == 1 else z3.And(formulas)


def negate(formula):
    """Negation that stays small."""
    return TRUE if z3.is_false(formula) else FALSE if z3.is_true(formula) else z3.Not(formula)


class Response:
    """One answer set with unknown answers. `everything_shown` asks every item, whatever its condition."""

    def __init__(self, pack, name, everything_shown=False, ticks=None, numbers=None, ages=(16, 110)):
        self.pack, self.name, self.everything_shown, self.ages = pack, name, everything_shown, ages
        self.ticks = {} if ticks is None else ticks
        self.numbers = {} if numbers is None else numbers
        self._shown, self._cache = {}, {}

    # Answers

    def tick(self, item, code):
        """The raw tick, whether or not the item is shown."""
        key = (item, code)
        if key not in self.ticks:
            self.ticks[key] = z3.Bool(f"{self.name}|{item}|{code}")
        return self.ticks[key]

    def value(self, item):
        """The number given for a number item; below its range means not answered."""
        if item not in self.numbers:
            self.numbers[item] = z3.Int(f"{self.name}|{item}")
        return self.numbers[item]

    def range_of(self, item):
        """Lowest and highest number of an item."""
        return self.ages if item.id == "age-years" else (item.low if item.low is not None else 0,
                                                         item.high if item.high is not None else 10)

    def shown(self, name):
        """Whether an item is shown."""
        if name not in self._shown:
            item = self.pack.survey.items[name]
            always = item.when is None or (self.everything_shown and item.parent is None)
            self._shown[name] = TRUE if always else self._condition(item.when)
        return self._shown[name]

    def counted(self, item, code):
        """A tick that counts: the item is shown."""
        return all_of([self.shown(item), self.tick(item, code)])

    def answered(self, name):
        """Whether an item is shown and has an answer."""
        item = self.pack.survey.items[name]
        if item.is_number:
            return all_of([self.shown(name), self.value(name) >= self.range_of(item)[0]])
        if item.requirement == "yes":
            return self.shown(name)
        return all_of([self.shown(name), any_of([self.tick(name, code) for code in item.codes])])

    def _condition(self, tree):
        """A condition of display: reads the ticks as they stand."""
        kind = tree[0]
        if kind == "and":
            return all_of([self._condition(part) for part in tree[1]])
        if kind == "or":
            return any_of([self._condition(part) for part in tree[1]])
        _, name, sign, values = tree
        item = self.pack.survey.items[name]
        if item.is_number:
            return all_of([self.answered(name), self._compare(self.value(name), sign, values)])
        if sign == "!=":
            return negate(self.counted(name, values[0]))
        return any_of([self.counted(name, code) for code in values])

    @staticmethod
    def _compare(number, sign, values):
        wanted = [int(value) for value in values]
        if sign == "in":
            return any_of([number == value for value in wanted])
        return {"=": number == wanted[0], "!=": number != wanted[0], ">=": number >= wanted[0],
                "<=": number <= wanted[0], ">": number > wanted[0], "<": number < wanted[0]}[sign]

    # Well-formed answers

    def well_formed(self, complete=True):
        """Answers that the pages accept: ranges, one code per choice, exclusive rows, required items answered."""
        rules = []
        for item in self.pack.survey.items.values():
            if item.is_number:
                low, high = self.range_of(item)
                rules.append(self.value(item.id) <= high)
                rules.append(self.value(item.id) >= (low if item.requirement == "yes" else low - 1))
            elif item.codes:
                rules += self._codes(item, complete)
        return rules

    def _codes(self, item, complete):
        ticks = {code: self.tick(item.id, code) for code in item.codes}
        rules = []
        if not item.is_list:
            rules.append(z3.AtMost(*ticks.values(), 1))
        for code in item.exclusive & set(ticks):
            rules += [z3.Implies(ticks[code], negate(other)) for name, other in ticks.items() if name != code]
        if complete and item.requirement == "yes":
            rules.append(any_of(list(ticks.values())))
        return rules

    # Three-valued truths

    def truth(self, tree):
        """The pair of an expression over answers."""
        return self._walk(tree, self._answer_atom)

    def rule(self, tree):
        """The pair of an expression over findings."""
        return self._walk(tree, self._finding_atom)

    def _walk(self, tree, atom):
        kind = tree[0]
        if kind == "atom":
            return atom(tree)
        if kind == "not":
            surely, maybe = self._walk(tree[1], atom)
            return negate(maybe), negate(surely)
        if kind == "atleast":
            pairs = [self._walk(part, atom) for part in tree[2]]
            return tuple(z3.AtLeast(*[pair[lane] for pair in pairs], tree[1]) if tree[1] <= len(pairs) else FALSE
                         for lane in (0, 1))
        pairs = [self._walk(part, atom) for part in tree[1]]
        join = all_of if kind == "and" else any_of
        return join([pair[0] for pair in pairs]), join([pair[1] for pair in pairs])

    def _answer_atom(self, atom):
        _, name, sign, values = atom
        item = self.pack.survey.items[name]
        if item.is_number:
            formula = all_of([self.answered(name), self._compare(self.value(name), sign, values)])
            return formula, formula
        if sign == "!=":
            surely, maybe = self._row(item, values[0])
            answered = self.answered(name)
            return all_of([answered, negate(maybe)]), all_of([answered, negate(surely)])
        pairs = [self._row(item, code) for code in values]
        return any_of([pair[0] for pair in pairs]), any_of([pair[1] for pair in pairs])

    def _row(self, item, code):
        ticked = self.counted(item.id, code)
        unsure = f"{item.id}-unsure"
        if not item.has_unsure or code not in self.pack.survey.items[unsure].codes or code == "none":
            return ticked, ticked
        maybe = any_of([ticked, self.counted(unsure, code)])
        return (maybe if item.is_gate else ticked), maybe

    def _finding_atom(self, atom):
        _, name, sign, values = atom
        one = self.pack.findings[name]
        if one.kind == "number":
            return self._number_atom(one, sign, values)
        state = self.finding(name)
        if one.kind == "bool":
            return state
        if one.kind == "multi":
            pairs = [state.get(value, NEVER) for value in values]
            return any_of([pair[0] for pair in pairs]), any_of([pair[1] for pair in pairs])
        inside = any_of([state[value] for value in state if value in values])
        outside = any_of([state[value] for value in state if value not in values])
        pair = all_of([inside, negate(outside)]), inside
        return (negate(pair[1]), negate(pair[0])) if sign == "!=" else pair

    def _number_atom(self, one, sign, values):
        given = self.answered(one.item)
        formula = all_of([given, self._compare(self.value(one.item), sign, values)])
        if one.fallback:
            other = all_of([negate(given), self.answered(one.fallback),
                            self._compare(self.value(one.fallback), sign, values)])
            formula = any_of([formula, other])
        return formula, formula

    def finding(self, name):
        """Pair of a bool, {value: pair} of a multi, {value: possible} of a single finding."""
        if name not in self._cache:
            one = self.pack.findings[name]
            unknown = self.truth(one.unknown_when)[0] if one.unknown_when else FALSE
            build = self._single if one.kind == "single" else self._flags
            self._cache[name] = build(one, unknown)
        return self._cache[name]

    def _flags(self, one, unknown):
        pairs = {}
        for value, when, _, unknown_when in one.values:
            surely, maybe = self.truth(when)
            if unknown_when:
                maybe = any_of([maybe, self.truth(unknown_when)[0]])
            surely, maybe = all_of([surely, negate(unknown)]), any_of([maybe, unknown])
            pairs[value] = (surely, surely) if one.is_optional else (surely, maybe)
        return pairs if one.kind == "multi" else pairs["yes"]

    def _single(self, one, unknown):
        possible, before = {}, []
        for value, when, _, unknown_when in one.values:
            surely, maybe = self.truth(when)
            if unknown_when:
                maybe = any_of([maybe, self.truth(unknown_when)[0]])
            here = all_of([maybe, *before])
            possible[value] = any_of([possible.get(value, FALSE), here])
            before.append(negate(surely))
        if one.otherwise:
            possible[one.otherwise] = any_of([possible.get(one.otherwise, FALSE), all_of(before)])
        if one.unsure_is_unknown_for_rules:
            others = [formula for value, formula in possible.items() if value != one.otherwise]
            unknown = any_of([unknown, all_of([self.answered(one.id), negate(any_of(others))])])
        possible = {value: any_of([formula, unknown]) for value, formula in possible.items()}
        if one.is_optional and one.otherwise:
            several = z3.AtLeast(*possible.values(), 2)
            default = {value: several if value == one.otherwise else FALSE for value in possible}
            possible = {value: any_of([all_of([formula, negate(several)]), default[value]])
                        for value, formula in possible.items()}
        return possible

    # Levels

    def rule_pair(self, rule):
        """The pair of one rule of the pack."""
        key = ("rule", rule.id)
        if key not in self._cache:
            self._cache[key] = self.rule(rule.tree)
        return self._cache[key]

    def at_least_as_urgent(self, rank, rank_of):
        """The level that rules, possible rules and floors give is `rank` or more urgent."""
        key = ("level", rank)
        if key not in self._cache:
            causes = []
            for rule in self.pack.rules.values():
                surely, maybe = self.rule_pair(rule)
                if rule.rank <= rank:
                    causes.append(surely)
                if rule.rank <= 3 and rule.rank + 1 <= rank:
                    causes.append(maybe)
            causes += [self.truth(floor.tree)[0] for floor in self.pack.floors
                       if rank_of[floor.raw["level"]] <= rank]
            self._cache[key] = any_of(causes)
        return self._cache[key]


def answers_of(response, model):
    """The answer set of a solver's model, as JSON-like data (only items that are shown)."""
    answers = {}
    for item in response.pack.survey.items.values():
        if not z3.is_true(model.eval(response.shown(item.id), model_completion=True)):
            continue
        if item.is_number:
            value = model.eval(response.value(item.id), model_completion=True).as_long()
            if value >= response.range_of(item)[0]:
                answers[item.id] = value
            continue
        ticked = [code for code in item.codes
                  if z3.is_true(model.eval(response.tick(item.id, code), model_completion=True))]
        if ticked:
            answers[item.id] = ticked if item.is_list else ticked[0]
    return answers
