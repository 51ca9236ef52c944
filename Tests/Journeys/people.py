"""Answers of some people, step by step. Codes are those of `Content/questionnaire`."""

import copy

BENIGN = [
    {"gate-now": ["none"], "gate-nerves": ["none"], "gate-other": ["none"], "age-years": 35, "sex-at-birth": "male"},
    {"pain-site": ["right-side"], "pain-spread": ["none"]},
    {"pain-duration": "1-7d", "onset-speed": "hours", "onset-trigger": ["lift-twist"]},
    {"pain-severity-now": 4, "pain-quality": ["ache", "stabbing"], "pain-trend": "better"},
    {"worse-moves": ["twist", "lifting"], "worse-other": ["none"]},
    {"symptoms-general": ["none"], "symptoms-local": ["none"]},
    {"health-main": ["none"], "health-recent": ["none"]},
    {},
    {},
]


def person(*changes):
    """The benign person with other answers: `(step, {item: answer})`."""
    steps = copy.deepcopy(BENIGN)
    for step, answers in changes:
        steps[step] |= answers
    return steps


HEART = {"heart-risk": ["none"]}
MORE = {"health-more": ["none"]}

EMERGENCY = person(
    (0, {"gate-now": ["chest-tight", "cold-sweat"], "chest-pressure-when": "rest-last-12h", "age-years": 62}),
    (6, HEART | MORE))
SAME_DAY = person((0, {"gate-other": ["black-stool"]}), (6, MORE))
CRISIS = person((0, {"gate-other": ["self-harm"], "self-harm-often": "nearly-every-day",
                     "self-harm-plan": "plan-or-intent"}))
UNSAFE = person((0, {"gate-other": ["unsafe"], "unsafe-alone": "yes", "unsafe-home": "danger-now"}))
POISON = person((0, {"gate-other": ["too-much-medicine"], "medicine-amount": "over-label-24h"}))
# Level 3: back pain with cancer that is being treated.
URGENT = person(
    (0, {"age-years": 66}), (6, {"health-main": ["cancer"], "cancer-when": "active", "cancer-kind": ["breast"]} | HEART | MORE))
SOON = person((0, {"age-years": 58}), (5, {"symptoms-general": ["weight-loss"]}), (6, HEART | MORE))
# All that a plan needs to know; and a goal, which check-ins ask about.
PLANNED = person((8, {"exercise-limits": ["none"], "minutes": "20", "psfs-activity": "Lift my child", "psfs-score": 4}))
NECK = person((1, {"pain-site": ["neck"]}))
CHILD = person((0, {"age-years": 12}))
# Nothing at the gate; the third page makes it an emergency.
LATE = person(
    (0, {"age-years": 66}), (2, {"pain-duration": "under-24h", "onset-speed": "sudden", "onset-trigger": ["none"]}),
    (3, {"pain-severity-now": 10, "pain-quality": ["tearing"], "pain-trend": "worse-fast"}))
