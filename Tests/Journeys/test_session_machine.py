"""The state machine of the guided session in the browser does what the one of the plan does.

The first tests play the events of `Tests/MidbackPlanTests/Guided/SessionMachineTests.swift` and expect the same stages. The
last one plays long rows of events that the Swift machine went through; `SessionTraceTests.swift` stores them. Time is
nothing but ticks: the clock of the page stands still.
"""

import json
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "Sources/MidbackPages/Public/session-machine.js"
TRACES = json.loads((pathlib.Path(__file__).parent / "session-traces.json").read_text(encoding="utf-8"))
NAMES = "begin, handle, isOver, opensDangerScreen, current, currentSeconds, secondsLeft, painLimit, record"

PAUSE, RESUME, BACK, SKIP = ({"type": name} for name in ("pause", "resume", "back", "skip"))
SLOWER, EASIER, TOO_PAINFUL, NEW_SIGN, END = (
    {"type": name} for name in ("slower", "easier", "too-painful", "new-sign", "end"))


def answer(value):
    return {"type": "answer", "value": value}


def tick(seconds):
    return {"type": "tick", "seconds": seconds}


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1)
    page.add_script_tag(
        content=SCRIPT.read_text(encoding="utf-8") + f"\nwindow.machine = {{{NAMES}}};", type="module")
    page.wait_for_function("window.machine !== undefined")
    yield page
    page.close()


@pytest.fixture
def play(page):
    """Plays events to a new session; gives the state after each of them."""

    def run(events, script="usual"):
        return page.evaluate(
            """([script, events]) => {
                const {begin, handle, isOver, opensDangerScreen, current, currentSeconds, secondsLeft, painLimit, record}
                    = window.machine;
                let state = begin(script);
                const seen = [];
                for (const event of events) {
                    const before = JSON.stringify(state);
                    const next = handle(state, event);
                    if (JSON.stringify(state) !== before) throw new Error("an event changed the state before it");
                    state = next;
                    const {script: _, ...plain} = state;
                    seen.push({...plain, left: secondsLeft(state), limit: painLimit(state), record: record(state),
                        exercise: current(state)?.exercise ?? null, seconds: currentSeconds(state),
                        isOver: isOver(state), opensDangerScreen: opensDangerScreen(state)});
                }
                return seen;
            }""",
            [TRACES["scripts"][script], events])

    return run


def total(script="usual"):
    return sum(step["seconds"] for step in TRACES["scripts"][script]["steps"])


def parts(script="usual"):
    return [part["exercise"] for part in TRACES["scripts"][script]["parts"]]


def test_whole_session_ends_with_a_record(play):
    seen = play([answer(2), tick(total()), answer(3), answer(5)])
    assert [state["stage"] for state in seen] == ["running", "pain-after", "effort", "done"]
    assert seen[0]["left"] == total()
    record = seen[-1]["record"]
    assert record["done"] == parts() and record["planned"] == len(parts())
    assert record["painDuring"] == 3 and record["painAfter"] == 3 and record["effort"] == 5
    assert record["stop"] is None and seen[0]["record"] is None


def test_ticking_in_any_portion_gives_the_same(play):
    whole = play([answer(1), tick(200)])[-1]
    assert whole == play([answer(1)] + [tick(1)] * 200)[-1]


def test_pause_stops_the_clock(play):
    seen = play([answer(1), tick(5), PAUSE, tick(100), RESUME, tick(1)])
    assert seen[3]["left"] == seen[1]["left"] and seen[3]["stage"] == "paused"
    assert seen[-1]["left"] == seen[1]["left"] - 1


def test_too_painful_within_the_limit_skips_the_exercise(play):
    seen = play([answer(3), tick(20), TOO_PAINFUL, answer(5)])
    assert seen[2]["stage"] == "how-painful" and seen[3]["stage"] == "running"
    assert seen[3]["tooPainful"] == [0] and seen[3]["exercise"] == 1


@pytest.mark.parametrize("told", [6, None])
def test_pain_above_the_limit_or_not_told_stops(play, told):
    last = play([answer(3), tick(20), TOO_PAINFUL, answer(told)])[-1]
    assert (last["stage"], last["stop"], last["opensDangerScreen"]) == ("stopped", "pain", True)


@pytest.mark.parametrize("way", [
    [], [answer(1)], [answer(1), PAUSE], [answer(1), TOO_PAINFUL], [answer(1), tick(5000)],
    [answer(1), tick(5000), answer(1)],
])
def test_new_sign_stops_from_every_screen(play, way):
    last = play(way + [NEW_SIGN])[-1]
    assert (last["stage"], last["stop"]) == ("stopped", "new-sign")


def test_much_pain_before_does_not_start(play):
    last = play([answer(6)])[-1]
    assert (last["stage"], last["stop"]) == ("stopped", "pain-before")


@pytest.mark.parametrize("before, limit", [(0, 2), (1, 3), (2, 3), (4, 4), (5, 5)])
def test_limit_while_it_flares_easily(play, before, limit):
    assert play([answer(before)], "careful")[-1]["limit"] == limit


def test_slower_adds_time_at_most_half(play):
    seen = play([answer(1), SLOWER, SLOWER, SLOWER])
    before, after = seen[0]["left"], seen[-1]["left"]
    assert seen[-1]["pace"] == 150
    assert before < after <= before * 3 // 2 + len(TRACES["scripts"]["usual"]["steps"])


def test_easier_is_less_work_once(play):
    seen = play([answer(1), EASIER, EASIER])
    assert seen[1]["left"] < seen[0]["left"] and seen[1]["eased"] == [0]
    assert seen[2]["left"] == seen[1]["left"]


def test_back_goes_to_the_start_then_to_the_one_before(play):
    seen = play([answer(1), SKIP, tick(30), BACK, BACK])
    assert seen[1]["exercise"] == 1
    assert seen[3]["exercise"] == 1 and seen[3]["elapsed"] == 0
    assert seen[4]["exercise"] == 0 and seen[4]["skipped"] == []


def test_ending_early_keeps_what_was_done(play):
    first = sum(step["seconds"] for step in TRACES["scripts"]["usual"]["steps"] if step["exercise"] == 0)
    last = play([answer(1), tick(first + 1), END, answer(2), answer(4)])[-1]
    assert last["stage"] == "done" and last["done"] == [0]
    empty = play([answer(1), END])[-1]
    assert (empty["stage"], empty["stop"], empty["opensDangerScreen"]) == ("stopped", "ended", False)


def test_impossible_answers_change_nothing(play):
    assert play([answer(99), answer(-1), answer(2.5)])[-1]["stage"] == "pain-before"


@pytest.mark.parametrize("number", range(len(TRACES["traces"])))
def test_same_events_same_states_as_in_swift(play, number):
    trace = TRACES["traces"][number]
    seen = play(trace["events"], trace["script"])
    for place, (mine, expected) in enumerate(zip(seen, trace["states"], strict=True)):
        got = {name: mine[name] for name in ("stage", "stop", "step", "elapsed", "pace", "left", "limit")}
        assert got == {"stop": None, **expected}, f"after event {place}: {trace['events'][place]}"
    record = trace.get("record")
    names = ("done", "tooPainful", "easier", "painBefore", "painDuring", "painAfter", "effort", "stop")
    if record is None:
        assert seen[-1]["record"] is None
    else:
        for name in names:
            assert seen[-1]["record"][name] == record.get(name), name
