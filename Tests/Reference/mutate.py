#!/usr/bin/env python3
"""Breaks every rule in every small way and checks that a stored expectation notices.

A mutant is a rule that is deleted, or in which one atom is negated, one threshold is moved by 1, or one "at least n"
counts one more or one less (macros are written out first). A mutant is noticed by a case of its own rule, by one of
the cases on findings, or by a row of corpus.ndjson, which stores answers with the rules that must fire or stay
possible. What nothing notices must be equivalent: the solver z3 proves that no answer set tells the difference.

  mutate.py                 checks; fails when a mutant survives or the corpus is out of date
  mutate.py --make-corpus   chooses the rows of corpus.ndjson anew
"""

import argparse
import json
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Proofs")]

import z3  # noqa: E402

from generate import generate  # noqa: E402
from midback_reference import Engine, expression, yaml12  # noqa: E402
from midback_reference.cases import findings_of_case  # noqa: E402
from midback_reference.pack import RANK  # noqa: E402
from midback_reference.truth import NO, UNKNOWN, YES  # noqa: E402
from symbolic import Response, answers_of, any_of  # noqa: E402

CORPUS = HERE / "corpus.ndjson"
MOST_BYTES = 2_000_000
POOL, SEED = 5000, 7
DELETED = None


def variants(tree):
    """(what, tree) of every mutant of a tree by one small change."""
    kind = tree[0]
    if kind == "atom":
        yield f"negated {written(tree)}", ("not", tree)
        if tree[2] in expression.COMPARISONS:
            for shift in (-1, 1):
                moved = ("atom", tree[1], tree[2], (tree[3][0] + shift,))
                yield f"{written(tree)} became {written(moved)}", moved
    elif kind == "not":
        for what, part in variants(tree[1]):
            yield what, ("not", part)
    else:
        parts = tree[-1]
        if kind == "atleast":
            for count in (tree[1] - 1, tree[1] + 1):
                if 1 <= count <= len(parts):
                    yield f"at least {tree[1]} became {count}", ("atleast", count, parts)
        for index, part in enumerate(parts):
            for what, changed in variants(part):
                yield what, (*tree[:-1], parts[:index] + (changed,) + parts[index + 1:])


def written(atom):
    """An atom in the language of the rules."""
    _, name, sign, values = atom
    if sign == "yes":
        return name
    return f"{name} in {{{', '.join(values)}}}" if sign == "in" else f"{name}{sign}{values[0]}"


def mutants(rule):
    """Every mutant of one rule; the deleted rule comes first."""
    return [("deleted", DELETED), *variants(rule.tree)]


class Row:
    """One answer set or case, with the truths of atoms kept."""

    def __init__(self, findings):
        self.findings, self._truths = findings, {}

    def truth(self, tree):
        """The truth of a tree over findings."""
        return NO if tree is DELETED else expression.evaluate(tree, self._atom)

    def _atom(self, atom):
        truth = self._truths.get(atom)
        if truth is None:
            truth = self._truths[atom] = self.findings.rule_atom(atom)
        return truth


class Expectations:
    """Everything that can notice a mutant."""

    def __init__(self, engine, folder, corpus):
        self.engine = engine
        self.own = {rule.id: [(self._case(case["given"]), YES if case["fires"] else NO) for case in rule.cases]
                    for rule in engine.pack.rules.values()}
        self.cases = [self._finding_case(case) for case in yaml12.load(folder / "cases" / "findings.yaml")["cases"]]
        self.corpus = corpus

    def _case(self, given):
        return Row(findings_of_case(self.engine.pack.findings, given))

    def _finding_case(self, case):
        row = self._case(case["given"])
        fired = {rule.id for rule in self.engine.pack.rules.values() if row.truth(rule.tree) == YES}
        return row, fired, RANK[case["level"]], case.get("mustFire")

    def noticed(self, rule, tree):
        """What notices the mutant: "rule case", "case on findings", "corpus", or None."""
        for row, expected in self.own[rule.id]:
            if row.truth(tree) != expected:
                return "rule case"
        for row, fired, level, must in self.cases:
            now = (fired - {rule.id}) | ({rule.id} if row.truth(tree) == YES else set())
            rank = min([5] + [self.engine.pack.rules[name].rank for name in now])
            if rank != level or (must and must not in now):
                return "case on findings"
        return "corpus" if self.in_corpus(rule, tree) else None

    def in_corpus(self, rule, tree):
        """Whether a row of the corpus notices the mutant."""
        return any(differs(row, rule, tree, expected) for row, expected in self.corpus)


def differs(row, rule, tree, expected):
    """Whether the truth of the mutant is not the stored one; what no level reads is not told apart."""
    return visible(row.truth(tree), rule) != expected[rule.id]


def visible(truth, rule):
    """A rule below level 3 that is only possible shows nowhere."""
    return NO if truth == UNKNOWN and rule.rank > 3 else truth


class Solver:
    """Answer sets that tell a rule from its mutant."""

    def __init__(self, pack):
        self.response = Response(pack, "person")
        self.solver = z3.Solver()
        self.solver.add(*self.response.well_formed())

    def tell_apart(self, rule, tree):
        """An answer set on which they differ, or None when there is none."""
        first = self.response.rule_pair(rule)
        second = (z3.BoolVal(False),) * 2 if tree is DELETED else self.response.rule(tree)
        lanes = [z3.Xor(first[0], second[0])]
        if rule.rank <= 3:
            lanes.append(z3.Xor(first[1], second[1]))
        self.solver.push()
        self.solver.add(any_of(lanes))
        found = self.solver.check()
        answers = answers_of(self.response, self.solver.model()) if found == z3.sat else None
        self.solver.pop()
        if found == z3.unknown:
            raise RuntimeError("the solver gave up")
        return answers


def expectation(engine, row):
    """{rule: truth that shows} of one row."""
    return {rule.id: visible(row.truth(rule.tree), rule) for rule in engine.pack.rules.values()}


def entry(engine, answers):
    """One line of the corpus."""
    result = engine.assess(answers)
    return {"answers": answers, "level": result["level"], "fired": result["fired"], "possible": result["possible"]}


def load_corpus(engine):
    """([(row, expected)], faults): the stored expectations, checked against the engine."""
    rows, faults = [], []
    for number, line in enumerate(CORPUS.read_text(encoding="utf-8").splitlines(), start=1):
        stored = json.loads(line)
        now = entry(engine, stored["answers"])
        if {key: now[key] for key in now} != stored:
            faults.append(f"corpus line {number} is out of date: {now['level']} {now['fired']}, "
                          f"stored {stored['level']} {stored['fired']}")
        expected = {name: NO for name in engine.pack.rules}
        expected.update({name: UNKNOWN for name, _ in stored["possible"]})
        expected.update({name: YES for name in stored["fired"]})
        rows.append((Row(engine.findings(stored["answers"])[0]), expected))
    return rows, faults


def make_corpus(engine):
    """Chooses rows until every mutant that can be noticed is noticed by the corpus alone."""
    pool = [(answers, Row(engine.findings(answers)[0])) for answers in generate(engine.pack, POOL, SEED)]
    pool = sorted(pool, key=lambda pair: len(json.dumps(pair[0])))
    expected, chosen, solver, equivalent = {}, [], Solver(engine.pack), 0
    for rule in engine.pack.rules.values():
        truths = [visible(row.truth(rule.tree), rule) for _, row in pool]
        for what, tree in mutants(rule):
            if any(visible(row.truth(tree), rule) != kept[rule.id] for _, row, kept in chosen):
                continue
            found = next((index for index, (_, row) in enumerate(pool)
                          if visible(row.truth(tree), rule) != truths[index]), None)
            if found is None:
                answers = solver.tell_apart(rule, tree)
                if answers is None:
                    equivalent += 1
                    continue
                pair = (answers, Row(engine.findings(answers)[0]))
                if visible(pair[1].truth(tree), rule) == visible(pair[1].truth(rule.tree), rule):
                    raise RuntimeError(f"solver and engine disagree on {rule.id}: {what}")
            else:
                pair = pool[found]
            chosen.append((*pair, expectation(engine, pair[1])))
    text = "".join(json.dumps(entry(engine, answers), separators=(",", ":")) + "\n" for answers, _, _ in chosen)
    CORPUS.write_text(text, encoding="utf-8")
    print(f"corpus: {len(chosen)} rows, {len(text)} bytes; {equivalent} mutants have no telling answer set")


def check(engine, folder):
    """Prints the table; returns the faults."""
    corpus, faults = load_corpus(engine)
    if CORPUS.stat().st_size > MOST_BYTES:
        faults.append(f"the corpus is larger than {MOST_BYTES} bytes")
    expectations, solver = Expectations(engine, folder, corpus), Solver(engine.pack)
    counts, equivalent, total = {}, [], 0
    for rule in engine.pack.rules.values():
        for what, tree in mutants(rule):
            total += 1
            by = expectations.noticed(rule, tree)
            if by is None and solver.tell_apart(rule, tree) is None:
                by = "equivalent"
                equivalent.append(f"{rule.id}: {what}")
            if by is None:
                faults.append(f"survived: {rule.id}: {what}")
            counts[by] = counts.get(by, 0) + 1
    print(f"{total} mutants of {len(engine.pack.rules)} rules; {len(corpus)} corpus rows")
    for by, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        print(f"  {'not noticed' if by is None else by}: {count}")
    print("equivalent (proved, no answer set tells them apart):")
    for name in equivalent:
        print(f"  {name}")
    return faults


def main():
    """Checks, or makes the corpus first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", default=HERE.parents[1] / "Content", type=Path)
    parser.add_argument("--make-corpus", action="store_true")
    options = parser.parse_args()
    start = time.time()
    engine = Engine(options.content)
    if options.make_corpus:
        make_corpus(engine)
    faults = check(engine, options.content)
    for fault in faults:
        print("  FAULT " + fault)
    print(f"{len(faults)} faults" if faults else "all noticed", f"({time.time() - start:.0f} s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
