"""Every kind of page, and who has to be there to see it."""

import people

PEOPLE = {
    "benign": people.BENIGN, "emergency": people.EMERGENCY, "same-day": people.SAME_DAY, "urgent": people.URGENT,
    "soon": people.SOON, "crisis": people.CRISIS, "unsafe": people.UNSAFE, "poison": people.POISON,
    "neck": people.NECK, "begun": people.BENIGN[:2],
    "offered": people.PLANNED, "planned": people.PLANNED, "comfort": people.URGENT,
}
# Those of them who made their plan.
WITH_PLAN = {"planned", "comfort"}
STEPS = [(f"step-{number}", "benign", f"survey/{number}") for number in range(9)]
STOPS = [(f"stop-{kind}", kind, "stop") for kind in ("emergency", "same-day", "crisis", "unsafe", "poison")]
RESULTS = [(f"result-{kind}", kind, "result")
           for kind in ("benign", "soon", "urgent", "same-day", "emergency", "crisis", "unsafe", "neck")]
LIBRARY = [
    ("causes", None, "causes"), ("cause-benign", None, "causes/muscle-strain"),
    ("cause-serious", None, "causes/acute-coronary-syndrome"), ("cause-own", "benign", "causes/muscle-strain"),
    ("rule", None, "rules/RF-110"), ("rule-own", "emergency", "rules/RF-110"),
]
ABOUT = [(f"about-{topic}", None, f"about/{topic}")
         for topic in ("intended-use", "privacy", "accessibility", "how-it-works", "sources")]
OTHER = [
    ("home", None, ""), ("review", "benign", "survey/review"), ("review-open", "begun", "survey/review"),
    ("link", "benign", "link"), ("come-back", None, "come-back"), ("delete", "benign", "delete"),
    ("not-found", None, "no-such-page"),
]
PLANS = [
    ("plan", "planned", "plan"), ("plan-offer", "offered", "plan"), ("plan-comfort", "comfort", "plan"),
    ("plan-unanswered", "benign", "plan"), ("plan-none", "emergency", "plan"), ("plan-no-result", "begun", "plan"),
] + [(page, "planned", f"plan/{path}") for page, path in (
    ("session", "session/today"), ("check-in", "check-in"), ("progress", "progress"), ("flare", "flare"),
    ("signs", "signs"), ("what-if", "what-if"), ("plan-print", "print"), ("export", "export"), ("calendar", "calendar"),
)]
EXERCISES = [
    ("exercises", None, "exercises"), ("exercise-mobility", None, "exercises/cat-cow"),
    ("exercise-roller", None, "exercises/foam-roll-thoracic"), ("exercise-strength", None, "exercises/band-row"),
    ("exercise-own", "planned", "exercises/seated-twist"),
    ("exercise-left-out", "planned", "exercises/foam-roll-thoracic"),
]
KINDS = OTHER[:1] + STEPS + STOPS + OTHER[1:] + RESULTS + LIBRARY + ABOUT + PLANS + EXERCISES
NAMES = [kind[0] for kind in KINDS]
