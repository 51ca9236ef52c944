"""Stage 2: how the musculoskeletal share splits among the benign causes."""

import math

from .truth import NO, YES

BAND_STARTS = (35, 50, 65, 80)
BANDS = ("18-34", "35-49", "50-64", "65-79", "80+")
PREGNANT = ("under-20w", "20w-plus", "birth-last-6w", "birth-6w-12m")


class BenignStage:
    """The tables of stage 2, ready to score."""

    def __init__(self, tables, models, evaluator):
        self.tables, self.models, self.evaluator = tables, models, evaluator
        self.features = tables["features"]

    def observe(self, findings):
        """What stage 2 reads of the findings: {feature: value}; a feature that is not known is left out."""
        observed = {}
        for feature in self.features:
            value = self._value(feature, findings)
            if value is not None:
                observed[feature["id"]] = value
        return observed

    def _value(self, feature, findings):
        if feature.get("skipWhen") and self.evaluator(feature["skipWhen"], findings) == YES:
            return None
        truths = [(value["id"], self.evaluator(value["when"], findings)) for value in feature["values"]]
        for value, truth in truths:
            if truth == YES:
                return value
        return "no" if feature["isBool"] and truths[0][1] == NO else None

    def told(self, findings):
        """The diagnoses a clinician has told."""
        entries = {model["toldDiagnosis"] for model in self.models.values() if model.get("toldDiagnosis")}
        known = findings.multi_values("told-diagnosis")
        return sorted(entry for entry in entries if known.get(entry) == YES)

    def shares(self, findings):
        """The share of every cause that the second stage keeps."""
        age = findings.number("age-years") or 0
        band = sum(1 for start in BAND_STARTS if age >= start)
        pregnant = findings.rule_atom(("atom", "pregnancy-status", "in", PREGNANT)) == YES
        return self.score(band, findings.evidence_value("sex-at-birth"), pregnant,
                          self.observe(findings), self.told(findings), standalone=False)

    def score(self, band, sex, pregnant, observed, told, standalone):
        """Shares from what was observed; `standalone` keeps the two causes that live in stage 1."""
        scores = {}
        for cause, model in self.models.items():
            weight = self._weight(model, band, sex, pregnant)
            if weight <= 0 or (model["onlyStandalone"] and not standalone):
                continue
            score = math.log(weight) + self._evidence(model, observed)
            for gate in model["priorGates"]:
                if observed.get(gate["feature"]) == gate["value"]:
                    score += math.log(gate["factor"])
            for entry in told:
                match = entry == model.get("toldDiagnosis")
                score += self.tables["temper"] * math.log(self.tables["toldMatch" if match else "toldOther"])
            scores[cause] = score
        top = max(scores.values())
        weights = {cause: math.exp(score - top) for cause, score in scores.items()}
        total = sum(weights.values())
        return {cause: weight / total for cause, weight in weights.items()}

    @staticmethod
    def _weight(model, band, sex, pregnant):
        if model.get("pregnancyPercent") is not None:
            return model["pregnancyPercent"] if pregnant else 0
        female, male = model["priorPercent"][2 * band:2 * band + 2]
        return {"female": female, "male": male}.get(sex, (female + male) / 2)

    def _evidence(self, model, observed):
        total = 0.0
        for feature in self.features:
            value = observed.get(feature["id"])
            if value is not None:
                total += self._term(model, feature, value)
        return total

    def _term(self, model, feature, value):
        tables = self.tables
        row = model["likelihoods"].get(feature["id"], {})
        weight = tables["temper"] * tables["groupWeights"][feature["group"]]
        if feature["isBool"]:
            probability = row.get("yes", feature["values"][0]["otherwise"])
            if value == "no":
                probability, weight = 1 - probability, weight * tables["noFactor"]
        else:
            otherwise = next(entry["otherwise"] for entry in feature["values"] if entry["id"] == value)
            probability = row.get(value, otherwise)
        return weight * math.log(min(tables["clampHigh"], max(tables["clampLow"], probability)))
