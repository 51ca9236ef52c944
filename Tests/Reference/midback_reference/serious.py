"""Stage 1: the serious classes against one musculoskeletal class (naive Bayes with damped groups)."""

import math
import re

from .truth import UNKNOWN, YES

MUSCULOSKELETAL = "musculoskeletal"
BAND_STARTS = (35, 50, 65, 75)
FLOOR = 0.02
POSITIVE_CAP = math.log(300)
THRESHOLD = re.compile(r"^([a-z0-9-]+)(>=|<=|>|<)(\d+)$")


def split_atom(text):
    """("pain-duration", "=", "1-7d") and so on; ("fainted", "yes", None) for a plain finding."""
    match = THRESHOLD.match(text)
    if match:
        return match.group(1), match.group(2), int(match.group(3))
    for sign in (":", "="):
        if sign in text:
            name, value = text.split(sign, 1)
            return name, sign, value
    return text, "yes", None


class SeriousStage:
    """The tables of stage 1, ready to score."""

    def __init__(self, baseline, models, gate):
        self.p0 = {row["atom"]: (row["p"], row.get("older", row["p"])) for row in baseline["baseline"]}
        self.group_of, self.cap_of = {}, {}
        for group in baseline["groups"]:
            self.cap_of[group["id"]] = group["cap"]
            for member in group["members"]:
                self.group_of[member] = group["id"]
        self.damping, self.negative_cap = baseline["damping"], baseline["negativeCap"]
        self.models = models
        self.gate = gate
        self.features = {cause: self._features(model) for cause, model in models.items()}

    def _features(self, model):
        """The likelihood rows of one class as (group, kind, name, rows)."""
        singles, features = {}, []
        for row in model["likelihoods"]:
            name, sign, value = split_atom(row["atom"])
            if sign == "=":
                singles.setdefault(name, []).append((value, row["p"], row["atom"]))
            else:
                features.append((self._group(name, sign, value), sign, name, [(value, row["p"], row["atom"])]))
        for name, rows in singles.items():
            features.append((self.group_of.get(name, name), "=", name, rows))
        return features

    def _group(self, name, sign, value):
        """A value of a multi-choice finding may have a group of its own; what has no group is one by itself."""
        key = f"{name}:{value}" if sign == ":" else name
        return self.group_of.get(key, key)

    def _baseline(self, atom, older):
        return self.p0[atom][1 if older else 0]

    def _evidence(self, feature, findings, older):
        """ln(P(answer | class) / P0(answer)), or None when the answer is not known."""
        _, sign, name, rows = feature
        if sign == "=":
            given = findings.evidence_value(name)
            return None if given is None else self._choice_evidence(given, rows, older)
        value, p, atom = rows[0]
        truth = findings.evidence_atom(("atom", name, sign, () if value is None else (value,)))
        if truth == UNKNOWN:
            return None
        p0 = self._baseline(atom, older)
        if truth == YES:
            return math.log(p / p0)
        return math.log((1 - p) / (1 - p0))

    def _choice_evidence(self, given, rows, older):
        for value, p, atom in rows:
            if value == given:
                return math.log(p / self._baseline(atom, older))
        rest = max(FLOOR, 1 - sum(p for _, p, _ in rows))
        rest0 = max(FLOOR, 1 - sum(self._baseline(atom, older) for _, _, atom in rows))
        return math.log(rest / rest0)

    def group_evidence(self, cause, findings):
        """The damped and capped evidence of every group for one class."""
        older = (findings.number("age-years") or 0) >= 65
        groups = {}
        for feature in self.features[cause]:
            evidence = self._evidence(feature, findings, older)
            if evidence is not None:
                groups.setdefault(feature[0], []).append(evidence)
        return {group: self._damped(group, values) for group, values in groups.items()}

    def _damped(self, group, values):
        values.sort(key=lambda value: -abs(value))
        weights = self.damping
        total = sum(value * weights[min(index, len(weights) - 1)] for index, value in enumerate(values))
        return max(self.negative_cap, min(self.cap_of.get(group, POSITIVE_CAP), total))

    def prior(self, cause, findings):
        """The share of all visitors whose cause is this one, before any symptom."""
        model = self.models[cause]
        gated = model.get("gatedPrior")
        if gated is not None:
            return gated["percent"] / 100 if self.gate(gated["when"], findings) == YES else 0.0
        age = findings.number("age-years") or 0
        percent = model["priorPercent"][sum(1 for start in BAND_STARTS if age >= start)]
        return percent / 100 * self._sex_factor(model, findings)

    @staticmethod
    def _sex_factor(model, findings):
        sex = findings.evidence_value("sex-at-birth")
        if sex in ("female", "male"):
            return model[sex]
        return (model["female"] + model["male"]) / 2

    def posteriors(self, findings):
        """Posterior of every serious class and of `musculoskeletal`."""
        priors = {cause: self.prior(cause, findings) for cause in self.models}
        scores = {MUSCULOSKELETAL: math.log(1 - sum(priors.values()))}
        for cause, prior in priors.items():
            if prior > 0:
                scores[cause] = math.log(prior) + sum(self.group_evidence(cause, findings).values())
        top = max(scores.values())
        weights = {cause: math.exp(score - top) for cause, score in scores.items()}
        total = sum(weights.values())
        return {cause: weights.get(cause, 0.0) / total for cause in [*self.models, MUSCULOSKELETAL]}
