#!/usr/bin/env python3
"""Makes random answer sets as NDJSON, by filling in the survey page by page as a person would.

Half of the people are drawn toward one rule each, in turn, so that every rule fires in some set and the numbers
just below and above every threshold occur. The rest answer at random. The seed is fixed: the same content and the
same count give the same file. One in ten stops on the way or leaves questions open.
"""

import argparse
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from midback_reference.pack import Pack  # noqa: E402
from midback_reference.survey import Answers  # noqa: E402

ADULT = 16
AGES = (16, 17, 18, 34, 35, 44, 45, 49, 50, 54, 55, 59, 60, 64, 65, 69, 70, 74, 75, 79, 80, 95)
DOUBT = ("not-sure", "unsure", "prefer-not-say", "rather-not-say", "hard-to-say")


class Person:
    """One person: wishes that pull answers toward a rule, and habits that differ from person to person."""

    def __init__(self, pack, dice, target=None):
        self.pack, self.survey, self.dice = pack, pack.survey, dice
        self.want, self.avoid, self.ranges = {}, {}, {}
        self.doubt_rate = dice.choice((0, 0, 0.03, 0.15, 0.5))
        self.skip_rate = dice.choice((0.1, 0.5, 0.9, 1.0))
        self.tick_rate = dice.choice((0, 0.01, 0.02, 0.05, 0.1, 0.25))
        self.gate_rate = dice.choice((0, 0, 0, 0.01, 0.05, 0.15))
        if target is not None:
            self.aim(target.tree, True, self._aim_finding)
        elif dice.random() < 0.6:
            self.gate_rate = self.doubt_rate = 0
            self.tick_rate = dice.choice((0, 0.01, 0.02))

    # Aims

    def aim(self, tree, truth, leaf):
        """Chooses one way to make `tree` have this truth."""
        kind = tree[0]
        if kind == "atom":
            leaf(tree, truth)
        elif kind == "not":
            self.aim(tree[1], not truth, leaf)
        elif kind == "atleast":
            parts = list(tree[2])
            count = tree[1] if truth else len(parts) - tree[1] + 1
            for part in self.dice.sample(parts, count):
                self.aim(part, truth, leaf)
        elif (kind == "and") == truth:
            for part in tree[1]:
                self.aim(part, truth, leaf)
        else:
            self.aim(self.dice.choice(tree[1]), truth, leaf)

    def _aim_finding(self, atom, truth):
        _, name, sign, values = atom
        one = self.pack.findings[name]
        if one.kind == "number":
            self._aim_number(one.item, sign, values, truth)
            return
        wanted = [entry for entry in one.values if one.kind == "bool" or entry[0] in values]
        if truth and wanted:
            chosen = self.dice.choice(wanted)
            self.aim(chosen[1], True, self._aim_answer)
        elif not truth:
            for entry in wanted:
                self.aim(entry[1], False, self._aim_answer)

    def _aim_answer(self, atom, truth):
        _, name, sign, values = atom
        item = self.survey.items[name]
        if item.is_number:
            self._aim_number(name, sign, values, truth)
            return
        truth = truth != (sign == "!=")
        if truth:
            code = self.dice.choice(values)
            if item.has_unsure and self.dice.random() < 0.12:
                self.want.setdefault(name, set()).add("not-sure")
                name = f"{name}-unsure"
            self.want.setdefault(name, set()).add(code)
            if item.when:
                self.aim(item.when, True, self._aim_answer)
        else:
            self.avoid.setdefault(name, set()).update(values)
            self.avoid.setdefault(f"{name}-unsure", set()).update(values)

    def _aim_number(self, name, sign, values, truth):
        low, high = self.ranges.get(name, (-1000, 1000))
        number = int(values[0])
        shift = self.dice.choice((0, 0, 0, 1, 1, 2, -1))
        if (sign in (">=", ">")) == truth:
            low = max(low, number + (sign == ">") * (1 if truth else -1) + shift)
        else:
            high = min(high, number - (not truth) * (sign == ">=") - shift)
        self.ranges[name] = (low, high)

    # Answers

    def answer(self):
        """The answers of the whole survey."""
        given = {}
        for item in self.survey.items.values():
            if item.when is not None and not Answers(self.survey, given).shows(item.when):
                continue
            value = self._value(item)
            if value is not None:
                given[item.id] = value
            if item.id == "sex-at-birth" and given["age-years"] < ADULT:
                return given
        return given

    def _value(self, item):
        wanted = item.id in self.want or item.id in self.ranges
        if item.requirement != "yes" and not wanted and self.dice.random() < self.skip_rate:
            return None
        if item.is_number:
            return self._number(item)
        if item.kind == "text":
            return ["carrying a bag"]
        return self._list(item) if item.is_list else self._choice(item)

    def _number(self, item):
        low = item.low if item.low is not None else 0
        high = item.high if item.high is not None else 10
        if item.id in self.ranges:
            low, high = max(low, self.ranges[item.id][0]), min(high, self.ranges[item.id][1])
            if low > high:
                return max(item.low or 0, min(item.high or 10, low))
            if self.dice.random() < 0.6:
                return self.dice.choice((low, min(low + 1, high), high, max(high - 1, low)))
        if item.id == "age-years" and self.dice.random() < 0.97:
            return self.dice.choice([age for age in AGES if low <= age <= high] or [low])
        return self.dice.randint(low, high)

    def _choice(self, item):
        sure = [code for code in item.codes if code not in DOUBT]
        wanted = [code for code in item.codes if code in self.want.get(item.id, ())]
        if wanted:
            return self.dice.choice(wanted)
        if len(sure) < len(item.codes) and self.dice.random() < self.doubt_rate:
            return self.dice.choice([code for code in item.codes if code in DOUBT])
        avoid = self.avoid.get(item.id, set())
        return self.dice.choice([code for code in sure if code not in avoid] or item.codes)

    def _list(self, item):
        wanted, avoid = self.want.get(item.id, set()), self.avoid.get(item.id, set())
        rate = 0.5 if item.parent else self.gate_rate if item.is_gate else self.tick_rate
        ticks = []
        for code in item.codes:
            if code in item.exclusive:
                continue
            chance = self.doubt_rate if code in DOUBT else 0 if code in avoid else rate
            if code in wanted or self.dice.random() < chance:
                ticks.append(code)
        if ticks:
            return ticks
        exclusive = [code for code in item.codes if code in item.exclusive and (code in wanted or code not in avoid)]
        for code in exclusive:
            if code in wanted or (code in DOUBT and self.dice.random() < self.doubt_rate):
                return [code]
        if "none" in exclusive and self.dice.random() < 0.9:
            return ["none"]
        rows = [code for code in item.codes if code not in avoid and code not in DOUBT] or item.codes
        return [self.dice.choice(rows)]


def generate(pack, count, seed):
    """`count` answer sets."""
    dice = random.Random(seed)
    rules = list(pack.rules.values())
    for index in range(count):
        target = rules[(index // 2) % len(rules)] if index % 2 == 0 else None
        yield Person(pack, dice, target).answer()


def unfinished(pack, dice, answers):
    """The same person, who stops on the way or leaves questions open; the product judges after every page."""
    names = list(answers)
    if dice.random() < 0.5:
        names = names[:dice.randrange(1, len(names))]
    left = {name: answers[name] for name in names if dice.random() > 0.1}
    _, counted = pack.survey.shown(left)
    return {name: value for name, value in left.items() if name in counted.values}


def main():
    """Writes the answer sets to a file or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", default=Path(__file__).parents[2] / "Content", type=Path)
    parser.add_argument("--count", default=20000, type=int)
    parser.add_argument("--seed", default=20260630, type=int)
    parser.add_argument("--unfinished", default=0.1, type=float, help="share of people who leave questions open")
    parser.add_argument("--out", default="-")
    options = parser.parse_args()
    out = sys.stdout if options.out == "-" else open(options.out, "w", encoding="utf-8")
    pack, dice = Pack(options.content), random.Random(options.seed + 1)
    for answers in generate(pack, options.count, options.seed):
        if dice.random() < options.unfinished:
            answers = unfinished(pack, dice, answers)
        out.write(json.dumps({"answers": answers}, separators=(",", ":")) + "\n")
    if out is not sys.stdout:
        out.close()


if __name__ == "__main__":
    main()
