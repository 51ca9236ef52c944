"""One assessment: answers -> findings -> rules and floors -> posteriors -> level and ranking."""

from . import expression
from .benign import BenignStage
from .findings import Findings
from .pack import LEVELS, RANK, Pack
from .serious import MUSCULOSKELETAL, SeriousStage
from .truth import RULE_LANE, UNKNOWN, YES

DIGITS = 9
LIKELY = 0.20
SHOWN_SERIOUS = 0.03
THIRD_PLACE = 2
TOO_MANY_UNSURE_LISTS = 3
# Survey section 5 item 4: conditions that a rule of level 4 may add after the causes of .20 and more.
ADDED_AT_LEVEL_4 = ("polymyalgia-rheumatica", "stable-angina", "unstable-fracture-fused-spine")
OFF_TOPIC_SITES = {"neck", "low-back"}


class Engine:
    """The reference engine over one content folder."""

    def __init__(self, folder):
        self.pack = Pack(folder)
        self._trees = {}
        self.serious = SeriousStage(self.pack.baseline, self.pack.serious, self.rule_truth)
        self.benign = BenignStage(self.pack.benign_tables, self.pack.benign, self.evidence_truth)
        self.level_of_conflict = {one.id: self._conflict_rank(one) for one in self.pack.conflicts}

    # Parts

    def evidence_truth(self, text, findings):
        """The truth of an expression over findings, as the tables read it."""
        return expression.evaluate(self._tree(text), findings.evidence_atom)

    def rule_truth(self, text, findings):
        """The truth of an expression over findings, as rules read it: what opens a prior is asked for outright."""
        return expression.evaluate(self._tree(text), findings.rule_atom)

    def _tree(self, text):
        tree = self._trees.get(text)
        if tree is None:
            tree = self._trees[text] = expression.expand(expression.parse(text), self.pack.macros)
        return tree

    def rule_truths(self, findings):
        """{rule id: truth}."""
        return {rule.id: expression.evaluate(rule.tree, findings.rule_atom) for rule in self.pack.rules.values()}

    def _conflict_rank(self, conflict):
        """At least routine, at least urgent when a rule of level 1 to 3 reads one of the two answers."""
        items = set(conflict.raw["items"])
        danger = any(rule.rank <= 3 and items & self.pack.items_of_rule(rule) for rule in self.pack.rules.values())
        return 3 if danger else 4

    def findings(self, raw_answers):
        """The findings, and the answers of the items that are shown."""
        _, answers = self.pack.survey.shown(raw_answers)
        return Findings.derive(self.pack.findings, answers), answers

    # Whole

    def assess(self, raw_answers):
        """Everything that can be compared with the product, for one answer set."""
        findings, answers = self.findings(raw_answers)
        truths = self.rule_truths(findings)
        fired = sorted((self.pack.rules[name] for name, truth in truths.items() if truth == YES),
                       key=lambda rule: (rule.rank, rule.position))
        possible = [self._possible(self.pack.rules[name]) for name, truth in truths.items()
                    if truth == UNKNOWN and self.pack.rules[name].rank <= 3]
        floors = [one.id for one in self.pack.floors if answers.in_lane(one.tree, RULE_LANE) == YES]
        conflicts = [one.id for one in self.pack.conflicts if answers.in_lane(one.tree, RULE_LANE) == YES]
        posteriors = self.serious.posteriors(findings)
        shares = self.benign.shares(findings)
        backstops = self._backstops(posteriors)
        level = min([5] + [rule.rank for rule in fired] + [RANK[level] for _, level in possible]
                    + [RANK[one.raw["level"]] for one in self.pack.floors if one.id in floors]
                    + [self.level_of_conflict[name] for name in conflicts]
                    + [RANK[one["level"]] for one in backstops] + [self._unsure_lists_rank(answers)])
        off_topic = self._off_topic(answers)
        combined = self._combined(posteriors, shares)
        must_show = self._must_show(fired, combined)
        return {
            "level": LEVELS[level - 1],
            "fired": [rule.id for rule in fired],
            "possible": sorted(possible, key=lambda pair: (RANK[pair[1]], self.pack.rules[pair[0]].position)),
            "floors": floors, "backstops": [one["id"] for one in backstops], "conflicts": conflicts,
            "posteriors": posteriors, "benign": shares,
            "ranking": self._ranking(level, fired, must_show, combined, off_topic),
            "mustShow": must_show,
        }

    @staticmethod
    def _possible(rule):
        """A rule that may be true asks for at least one step below what it would give."""
        return [rule.id, LEVELS[rule.rank]]

    def _unsure_lists_rank(self, answers):
        """Three or more lists answered "not sure" with no row singled out: too little information."""
        open_lists = [item for item in self.pack.survey.lists_with_unsure
                      if answers.ticked(item.id, "not-sure")
                      and answers.ticked(f"{item.id}-unsure", "none")]
        if len(open_lists) < TOO_MANY_UNSURE_LISTS:
            return 5
        return 3 if any(item.is_gate for item in open_lists) else 4

    def _backstops(self, posteriors):
        reached = []
        for one in self.pack.backstops:
            values = [round(posteriors[cause], DIGITS) for cause in one["causes"]]
            value = round(sum(values), DIGITS) if one.get("isSum") else max(values)
            if value >= one["threshold"]:
                reached.append(one)
        return reached

    @staticmethod
    def _off_topic(answers):
        sites = answers.values.get("pain-site", frozenset())
        return bool(sites) and sites <= OFF_TOPIC_SITES

    # Lists of conditions

    def _combined(self, posteriors, shares):
        """One list from both stages, rounded: a serious class as it is, a benign cause as its part of M."""
        rest = posteriors[MUSCULOSKELETAL]
        combined = {cause: p for cause, p in posteriors.items() if cause != MUSCULOSKELETAL}
        combined.update({cause: rest * share for cause, share in shares.items()})
        return {cause: round(p, DIGITS) for cause, p in combined.items()}

    def _must_show(self, fired, combined):
        """Conditions named by fired rules of level 1 to 3: .03 and more, then those without a class, then the rest.

        Equal ones stay in the order in which the rules name them, the most urgent rule first.
        """
        named = []
        for rule in fired:
            if rule.rank <= 3:
                named += [cause for cause in rule.suspects if cause not in named]
        return sorted(named, key=lambda cause: (self._tier(cause, combined), -combined.get(cause, 0)))

    def _tier(self, cause, combined):
        if cause not in self.pack.serious and cause not in self.pack.benign:
            return 1
        return 0 if combined.get(cause, 0) >= SHOWN_SERIOUS else 2

    def _ranking(self, level, fired, must_show, combined, off_topic):
        if off_topic or (level <= 2 and must_show):
            return list(must_show)
        ranked = sorted((cause for cause, p in combined.items() if p > 0), key=lambda cause: (-combined[cause], cause))
        if level <= 2:
            return [cause for cause in ranked if cause in self.pack.serious and combined[cause] >= SHOWN_SERIOUS]
        if level == 3 and must_show and must_show[0] not in ranked[:THIRD_PLACE + 1]:
            ranked = [cause for cause in ranked if cause != must_show[0]]
            ranked.insert(THIRD_PLACE, must_show[0])
        if level == 4:
            ranked = self._with_added(ranked, fired, combined)
        return ranked

    @staticmethod
    def _with_added(ranked, fired, combined):
        named = {cause for rule in fired if rule.rank == 4 for cause in rule.suspects}
        likely = [cause for cause in ranked if combined[cause] >= LIKELY]
        added = [cause for cause in ADDED_AT_LEVEL_4 if cause in named and cause not in likely]
        return likely + added + [cause for cause in ranked if cause not in likely and cause not in added]
