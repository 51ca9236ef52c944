#!/usr/bin/env python3
"""Proves with the solver z3 what the survey and the rules promise, over every possible answer set.

  encoding     the formulas agree with the reference engine on stored and random answer sets
  gating       an answer that a rule of level 1 to 3 needs is never hidden, with and without "not sure" answers
  firing       every rule can fire through the survey
  reachable    every item can be shown
  severity     stronger pain never makes the level less urgent
  monotone     a danger row that goes from no to not sure to yes never makes the level less urgent
  level 1      every rule of level 1 reads a gate question or stands in the list of known exceptions

Levels in the proofs come from fired rules, possible rules and floors. Posteriors can only raise a level and are left
out, and so are the policies that ask for a level because answers do not fit or because three lists are in doubt: a
clearer answer takes those back on purpose.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import z3

from symbolic import FALSE, Response, all_of, answers_of, any_of, negate

from generate import ADULT, generate
from midback_reference import expression, yaml12
from midback_reference.findings import Findings
from midback_reference.pack import RANK, Pack

HERE = Path(__file__).parent
PREGNANT = ("could-be", "under-20w", "20w-plus", "birth-last-6w", "birth-6w-12m")
# Details of which "not sure" is read as a fixed value by decision (survey section 3), not as the worst one.
FIXED_READING = {"neuro-tempo"}
# Rows where saying nothing is respected: no level by itself (survey 1.3).
RESPECTED_SILENCE = {("gate-other", "rather-not-say"), ("self-harm-often", "rather-not-say"),
                     ("self-harm-plan", "rather-not-say"), ("unsafe-home", "rather-not-say")}
RANDOM_SETS, SEED = 200, 11
ALL = ("encoding", "reachable", "firing", "level_one", "gating", "gating_with_doubt", "severity", "monotone")
DOUBT = ("not-sure", "unsure", "prefer-not-say", "rather-not-say", "hard-to-say")
SILENCE_OF_ROW = {"health-main": "injected-drugs", "health-more": "immune-weak"}


class Proofs:
    """All proofs over one pack."""

    def __init__(self, folder):
        self.pack = Pack(folder)
        self.known = yaml12.load(HERE / "known.yaml")
        self.faults = []

    @property
    def urgent(self):
        """The rules of level 1 to 3."""
        return [rule for rule in self.pack.rules.values() if rule.rank <= 3]

    def fault(self, text, response=None, solver=None):
        """Notes something that does not hold, with an answer set that shows it."""
        shown = f"\n      for example {answers_of(response, solver.model())}" if response is not None else ""
        self.faults.append(text)
        print(f"  FAULT {text}{shown}")

    def check(self, solver, *formulas):
        """Whether the formulas can hold together."""
        solver.push()
        solver.add(*formulas)
        result = solver.check()
        if result == z3.unknown:
            raise RuntimeError(f"the solver gave up: {solver.reason_unknown()}")
        return result == z3.sat

    # World

    def world(self):
        """A person who knows every answer: no doubts, and facts that exclude each other."""
        world = Response(self.pack, "world", everything_shown=True)
        facts = world.well_formed()
        for item in self.pack.survey.items.values():
            facts += [negate(world.tick(item.id, code)) for code in DOUBT if code in item.codes]
            if item.codes and item.parent is None:
                facts.append(any_of([world.tick(item.id, code) for code in item.codes]))
            if item.is_number:
                facts.append(world.value(item.id) >= world.range_of(item)[0])
        pregnant = any_of([world.tick("pregnancy-status", code) for code in PREGNANT])
        age = world.value("age-years")
        facts.append(z3.Implies(pregnant, all_of([negate(world.tick("sex-at-birth", "male")), age >= 12, age <= 55])))
        return world, facts

    # Proofs

    def encoding(self):
        """The formulas say what the reference engine computes, on stored and on random answer sets."""
        lines = (HERE.parent / "Reference" / "corpus.ndjson").read_text(encoding="utf-8").splitlines()
        people = [json.loads(line)["answers"] for line in lines] + list(generate(self.pack, RANDOM_SETS, SEED))
        people = [answers for answers in people if answers["age-years"] >= ADULT]  # the others stop after one page
        response = Response(self.pack, "person", ages=(0, 120))
        solver = z3.Solver()
        count = 0
        for answers in people:
            solver.push()
            solver.add(*self._fixed(response, answers))
            solver.check()
            model = solver.model()
            findings = Findings.derive(self.pack.findings, self.pack.survey.shown(answers)[1])
            for rule in self.pack.rules.values():
                ours = sum(z3.is_true(model.eval(part, model_completion=True)) for part in response.rule_pair(rule))
                theirs = expression.evaluate(rule.tree, findings.rule_atom)
                count += 1
                if ours != theirs:
                    self.fault(f"encoding: {rule.id} is {ours} as a formula and {theirs} in the engine for {answers}")
            solver.pop()
        print(f"encoding: {count} truths of {len(self.pack.rules)} rules on {len(people)} answer sets compared")

    def _fixed(self, response, answers):
        """These answers and no others."""
        facts = []
        for item in self.pack.survey.items.values():
            given = answers.get(item.id)
            if item.is_number:
                facts.append(response.value(item.id) == (response.range_of(item)[0] - 1 if given is None else given))
            else:
                ticked = given if isinstance(given, list) else [given]
                facts += [response.tick(item.id, code) == (code in ticked) for code in item.codes]
        return facts

    def gating(self):
        """The same person answers the survey as it is shown: every rule that holds must fire."""
        world, facts = self.world()
        shown = Response(self.pack, "world", ticks=world.ticks, numbers=world.numbers)
        solver = z3.Solver()
        solver.add(*facts)
        count = 0
        for rule in self.pack.rules.values():
            if self.check(solver, world.rule_pair(rule)[0], negate(shown.rule_pair(rule)[0])):
                if rule.rank <= 3:
                    self.fault(f"gating: {rule.id} (level {rule.rank}) holds but a hidden item stops it", shown, solver)
                else:
                    print(f"  note: {rule.id} (level {rule.rank}) can be missed because of a hidden item")
            else:
                count += 1
            solver.pop()
        print(f"gating: {count} of {len(self.pack.rules)} rules fire the same with and without hidden items; "
              f"{len(self.urgent)} are of level 1 to 3")

    def gating_with_doubt(self):
        """The person answers "not sure" anywhere: the level stays within one step of what is true."""
        world, facts = self.world()
        doubt = Response(self.pack, "doubt", numbers=world.numbers)
        solver = z3.Solver()
        solver.add(*facts, *doubt.well_formed(), *self._doubtful(world, doubt))
        alone, by_others, known = 0, 0, []
        for rule in self.urgent:
            lost = all_of([world.rule_pair(rule)[0], negate(doubt.rule_pair(rule)[1])])
            is_lost = self.check(solver, lost)
            solver.pop()
            if not is_lost:
                alone += 1
                continue
            two_steps = all_of([lost, negate(doubt.at_least_as_urgent(rule.rank + 1, RANK))])
            is_low = self.check(solver, two_steps)
            solver.pop()
            if is_low and rule.id in self.known["notSure"]:
                known.append(rule.id)
                self._check_limit(rule, two_steps, world, doubt, solver)
            elif is_low:
                self._explain_doubt(rule, two_steps, world, doubt, solver)
            else:
                by_others += 1
        print(f"not sure: {alone} of {len(self.urgent)} rules of level 1 to 3 always fire or stay possible; "
              f"{by_others} more are covered within one level by another rule or a floor; {len(known)} known limits")
        for name in known:
            print(f"  limit: {name}: {self.known['notSure'][name]['reason']}")
        for name in set(self.known["notSure"]) - set(known):
            self.fault(f"not sure: the known limit of {name} is not needed")

    def _check_limit(self, rule, two_steps, world, doubt, solver):
        """A known limit excuses the answers that it names and no others."""
        named = doubt.truth(expression.parse(self.known["notSure"][rule.id]["only"]))[1]
        beyond = all_of([two_steps, negate(named)])
        if self.check(solver, beyond):
            self._explain_doubt(rule, beyond, world, doubt, solver)
        solver.pop()

    def _explain_doubt(self, rule, lost, world, doubt, solver):
        """Notes the fault with as few doubts as possible, and says where the answers differ from the truth."""
        signs = [doubt.counted(item.id, code) for item in self.pack.survey.items.values() if item.parent is None
                 for code in item.codes if code in DOUBT]
        for few in range(1, len(signs)):
            is_found = self.check(solver, lost, z3.AtMost(*signs, few))
            if is_found:
                model = solver.model()
                true, said = answers_of(world, model), answers_of(doubt, model)
            solver.pop()
            if is_found:
                break
        differences = {name: (true.get(name), said.get(name, "not shown"))
                       for name in sorted(self.pack.items_of_rule(rule)) if true.get(name) != said.get(name)}
        self.fault(f"not sure: {rule.id} (level {rule.rank}) holds, but the level is two steps or more lower; "
                   f"true and said: {differences}")

    def _doubtful(self, world, doubt):
        """What a person in doubt may answer, given the truth."""
        relations = []
        for item in self.pack.survey.items.values():
            if item.parent is not None or item.is_number or not item.codes:
                continue
            relations += self._doubtful_list(item, world, doubt) if item.is_list \
                else self._doubtful_choice(item, world, doubt)
        return relations

    @staticmethod
    def _doubtful_list(item, world, doubt):
        relations = []
        unsure = doubt.tick(item.id, "not-sure") if item.has_unsure else FALSE
        hard = doubt.tick(item.id, "hard-to-say") if "hard-to-say" in item.codes else FALSE
        silent = doubt.tick(item.id, "rather-not-say") if item.id in SILENCE_OF_ROW else FALSE
        if "rather-not-say" in item.codes and item.id not in SILENCE_OF_ROW:
            relations.append(negate(doubt.tick(item.id, "rather-not-say")))
        for code in item.codes:
            if code in DOUBT or code == "none":
                continue
            true, said = world.tick(item.id, code), doubt.tick(item.id, code)
            relations.append(z3.Implies(said, true))
            singled = all_of([unsure, doubt.tick(f"{item.id}-unsure", code)]) if item.has_unsure else FALSE
            excused = silent if SILENCE_OF_ROW.get(item.id) == code else FALSE
            relations.append(z3.Implies(true, any_of([said, singled, hard, excused])))
        return relations

    @staticmethod
    def _doubtful_choice(item, world, doubt):
        relations = []
        for code in item.codes:
            if code not in DOUBT:
                relations.append(z3.Implies(doubt.tick(item.id, code), world.tick(item.id, code)))
            elif item.id in FIXED_READING or (item.id, code) in RESPECTED_SILENCE:
                relations.append(negate(doubt.tick(item.id, code)))
        if item.requirement != "yes":
            said = any_of([doubt.tick(item.id, code) for code in item.codes])
            relations.append(z3.Implies(doubt.shown(item.id), said))
        return relations

    def firing(self):
        """Every rule can fire."""
        response = Response(self.pack, "person", ages=(0, 120))
        solver = z3.Solver()
        solver.add(*response.well_formed())
        count = 0
        for rule in self.pack.rules.values():
            if self.check(solver, response.rule_pair(rule)[0]):
                count += 1
            else:
                self.fault(f"firing: {rule.id} can never fire")
            solver.pop()
        print(f"firing: {count} of {len(self.pack.rules)} rules can fire through the survey")

    def reachable(self):
        """Every item can be shown."""
        response = Response(self.pack, "person", ages=(0, 120))
        solver = z3.Solver()
        solver.add(*response.well_formed())
        count = 0
        for name in self.pack.survey.items:
            if self.check(solver, response.shown(name)):
                count += 1
            else:
                self.fault(f"reachable: {name} is never shown")
            solver.pop()
        print(f"reachable: {count} of {len(self.pack.survey.items)} items can be shown")

    def level_one(self):
        """Every rule of level 1 reads a gate question."""
        gate = {item.id for item in self.pack.survey.items.values() if item.is_gate}
        count = excused = 0
        rules = [rule for rule in self.urgent if rule.rank == 1]
        for rule in rules:
            if self.pack.items_of_rule(rule) & gate:
                count += 1
            elif rule.id in self.known["levelOneWithoutGate"]:
                excused += 1
                print(f"  known: {rule.id} has no gate question: {self.known['levelOneWithoutGate'][rule.id]}")
            else:
                self.fault(f"level 1: {rule.id} reads no gate question and has no floor")
        print(f"level 1: {count} of {len(rules)} rules read a gate question; {excused} known exceptions")

    # Monotone in danger

    def monotone(self):
        """Danger rows from no to not sure to yes."""
        rows = self._danger_rows()
        limits = {(entry["item"], row): entry for entry in self.known["monotoneLimits"] for row in entry["rows"]}
        proved = steps = 0
        for item, code in rows:
            count, holds = self._row_is_monotone(item, code, limits.get((item.id, code), {}))
            steps += count
            proved += holds
        print(f"monotone: {proved} of {len(rows)} danger rows proved ({steps} checks); {len(limits)} with a limit")
        for entry in self.known["monotoneLimits"]:
            print(f"  limit: {entry['item']} {', '.join(entry['rows'])}: {entry['reason']}")

    def _danger_rows(self):
        """Rows of tick lists that some rule of level 1 to 3 reads, and reads positively only (see signs)."""
        found = []
        for item in self.pack.survey.items.values():
            if not item.is_list or item.parent is not None:
                continue
            for code in item.codes:
                if code in DOUBT or code in item.exclusive:
                    continue
                readers = self._readers(item.id, code)
                if readers and all(sign > 0 for _, sign in readers):
                    found.append((item, code))
        return found

    def _readers(self, name, code):
        """[(rule, sign)] of the rules of level 1 to 3 that read this row; sign -1 when read under NOT."""
        readers = []
        for rule in self.urgent:
            for finding, sign in self._signed(rule.tree, 1):
                for row, inner in self._rows_of_atom(finding):
                    if row == (name, code):
                        readers.append((rule, sign * inner))
        return readers

    def _signed(self, tree, sign):
        kind = tree[0]
        if kind == "atom":
            yield tree, sign
        elif kind == "not":
            yield from self._signed(tree[1], -sign)
        else:
            for part in tree[-1]:
                yield from self._signed(part, sign)

    def _rows_of_atom(self, atom):
        """[((item, code), sign)] that decide an atom over findings: the conditions of the values it names."""
        _, name, sign, values = atom
        one = self.pack.findings[name]
        for value, when, _, _ in one.values:
            if one.kind != "bool" and value not in values:
                continue
            for inner, direction in self._signed(when, 1):
                for code in inner[3]:
                    yield (inner[1], str(code)), direction * (-1 if inner[2] == "!=" else 1)
        if one.kind == "single" and one.otherwise in values:
            for _, when, _, _ in one.values:
                for inner, direction in self._signed(when, 1):
                    for code in inner[3]:
                        yield (inner[1], str(code)), -direction

    def _row_is_monotone(self, item, code, limit):
        """Compares three people who differ in this row only."""
        no, doubt, yes = self._three(item, code)
        steps = [(no, doubt, "no to not sure"), (doubt, yes, "not sure to yes")] if item.has_unsure \
            else [(no, yes, "no to yes")]
        count, holds = 0, True
        for before, after, what in steps:
            solver = z3.Solver()
            solver.add(*before.well_formed(), *after.well_formed(), *self.links)
            if "unless" in limit:
                tree = expression.parse(limit["unless"])
                solver.add(*[negate(person.truth(tree)[1]) for person in (before, after)])
            for rank in (1, 2, 3, 4):
                count += 1
                weaker = self._weaker(before, after, rank, limit.get("withoutRules", []))
                if z3.is_false(weaker):
                    continue
                if self.check(solver, weaker, negate(after.at_least_as_urgent(rank, RANK))):
                    holds = False
                    self.fault(f"monotone: {item.id}={code}, {what}: level {rank} is lost", before, solver)
                solver.pop()
                if not holds:
                    return count, False
        return count, holds

    def _weaker(self, before, after, rank, without=()):
        """Some reason for `rank` that is there before and is not the same formula after."""
        causes = []
        for rule in self.pack.rules.values():
            if rule.id in without:
                continue
            first, second = before.rule_pair(rule), after.rule_pair(rule)
            if rule.rank <= rank and not first[0].eq(second[0]):
                causes.append(all_of([first[0], negate(second[0])]))
            if rule.rank <= 3 and rule.rank + 1 <= rank and not first[1].eq(second[1]):
                causes.append(all_of([first[1], negate(second[1])]))
        return any_of(causes)

    def severity(self):
        """More pain never makes the level less urgent."""
        low = Response(self.pack, "same")
        low.well_formed()
        numbers = dict(low.numbers)
        numbers["pain-severity-now"] = z3.Int("more|pain-severity-now")
        high = Response(self.pack, "same", ticks=low.ticks, numbers=numbers)
        solver = z3.Solver()
        solver.add(*low.well_formed(), *high.well_formed(),
                   high.value("pain-severity-now") > low.value("pain-severity-now"))
        count = 0
        for rank in (1, 2, 3, 4):
            if self.check(solver, self._weaker(low, high, rank), negate(high.at_least_as_urgent(rank, RANK))):
                self.fault(f"severity: level {rank} is lost with more pain", low, solver)
            else:
                count += 1
            solver.pop()
        print(f"severity: {count} of 4 levels are kept when the pain is stronger")

    def _three(self, item, code):
        """No, not sure and yes to one row; every other answer is shared."""
        shared_ticks, shared_numbers = {}, {}
        base = Response(self.pack, "same", ticks=shared_ticks, numbers=shared_numbers)
        base.well_formed()
        people = []
        for name in ("no", "doubt", "yes"):
            ticks = dict(shared_ticks)
            ticks[(item.id, code)] = z3.BoolVal(name == "yes")
            if "none" in item.codes:
                ticks[(item.id, "none")] = FALSE if name != "no" else z3.Bool(f"no|{item.id}|none")
            for exclusive in item.exclusive - {"none"}:
                ticks[(item.id, exclusive)] = FALSE
            if item.has_unsure:
                ticks.update(self._unsure_ticks(item, code, name, shared_ticks))
            people.append(Response(self.pack, "same", ticks=ticks, numbers=shared_numbers))
        self.links = []
        if item.has_unsure:
            own, asked = shared_ticks[(item.id, "not-sure")], f"{item.id}-unsure"
            # Who was not in doubt before ticks only this row in the list of doubts.
            self.links += [z3.Or(own, negate(shared_ticks[(asked, other)]))
                           for other in self.pack.survey.items[asked].codes if other not in (code, "none")]
        return people

    @staticmethod
    def _unsure_ticks(item, code, name, shared):
        asked = f"{item.id}-unsure"
        ticks = {(asked, code): z3.BoolVal(name == "doubt")}
        if name == "doubt":
            ticks[(item.id, "not-sure")] = z3.BoolVal(True)
            ticks[(asked, "none")] = FALSE
        return ticks

    def run(self, only=None):
        """All proofs, in order."""
        for name in ALL:
            if only and name not in only:
                continue
            start = time.time()
            getattr(self, name)()
            print(f"  ({time.time() - start:.1f} s)", flush=True)
        return self.faults


def main():
    """Prints what was proved; fails when something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", default=HERE.parents[1] / "Content", type=Path)
    parser.add_argument("--only", nargs="*", help="names of proofs")
    options = parser.parse_args()
    faults = Proofs(options.content).run(options.only)
    print(f"{len(faults)} faults" if faults else "everything holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
