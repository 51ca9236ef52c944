"""The guided session: the clock of the page is a fake one, so minutes pass at once and exactly."""

import re

import pytest

import follow
from follow import Player
from test_keyboard import Keyboard


@pytest.fixture
def player(open_page, follower):
    """A session of today, asking for the pain before."""
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    return Player(page).open()


def test_pause_stops_the_clock(player):
    player.answer(2)
    player.let_pass(3)
    assert player.left == player.seconds() - 3
    player.press("pause")
    assert player.stage == "paused" and player.text("pause") == "Go on"
    player.let_pass(60)
    assert player.left == player.seconds() - 3
    player.press("pause")
    player.let_pass(4)
    assert (player.stage, player.left) == ("running", player.seconds() - 7)


def test_back_and_skip(player):
    first, second, *_ = player.exercises
    player.answer(2)
    player.press("skip")
    assert (player.place, player.left) == (2, player.seconds() - player.seconds(first))
    player.let_pass(10)
    player.press("back")
    assert (player.place, player.left) == (2, player.seconds() - player.seconds(first)), "back to its start"
    player.press("back")
    assert (player.place, player.left) == (1, player.seconds()), "then to the one before"
    player.play(first)
    player.press("skip")
    assert player.place == 3
    player.press("end")
    player.rate(2, 4)
    player.sent()
    (session,) = follow.stored(player.page)["sessions"]
    assert session["done"] == [first] and session["planned"] == len(player.exercises)
    assert second not in session["done"] + session["tooPainful"]


def test_slower_has_a_limit(player):
    player.answer(2)
    lengths = [player.left]
    while player.screen.locator('[data-event="slower"]').is_enabled():
        player.press("slower")
        lengths.append(player.left)
    assert lengths == sorted(set(lengths)) and len(lengths) == 3, "two steps, each longer"
    assert lengths[-1] <= player.seconds() * 3 // 2 + len(player.script)


def test_easier_is_less_work_and_is_told(player):
    first = player.exercises[0]
    player.answer(2)
    player.press("easier")
    assert player.left < player.seconds()
    assert "Easier way" in player.text("phase")
    assert not player.screen.locator('[data-event="easier"]').is_enabled(), "once is enough"
    player.let_pass(player.left - player.seconds() + player.seconds(first))
    assert player.place == 2 and "Easier way" not in player.text("phase")
    player.press("end")
    player.rate(2, 4)
    player.sent()
    (session,) = follow.stored(player.page)["sessions"]
    assert session["easier"] == [first] and session["done"] == [first]


SIDED = "get-ready,1,,20, work,1,right,30,6 change-sides,1,,5, work,1,left,30,6"
TWICE = "get-ready,1,,5, work,1,,30,6 rest,2,,20, work,2,,30,6"


@pytest.fixture
def scripted(open_page, follower):
    """Opens a session whose first exercise has other steps, as exercises of later weeks have."""

    def open_session(steps):
        page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE, scheme="dark")

        def change(route):
            reply = route.fetch()
            body = re.sub(r'data-steps="[^"]*"', f'data-steps="{steps}"', reply.text(), count=1)
            route.fulfill(response=reply, body=body)

        page.route("**/plan/session/today", change)
        player = Player(page).open()
        player.answer(2)
        return player

    return open_session


@pytest.fixture
def sided(scripted):
    """One side after the other."""
    return scripted(SIDED)


def test_what_the_display_says(scripted):
    """Each step with its set and one instruction; repetitions are counted, pauses count down."""
    player = scripted(TWICE)
    seen = []
    for _, kind, _, _, seconds in player.script[:4]:
        assert player.text("instruction").strip()
        before = player.text("count")
        player.let_pass(seconds - 1)
        seen.append((kind, player.text("phase"), int(before), int(player.text("count"))))
        player.let_pass(1)
    assert seen == [
        ("get-ready", "Get ready · Set 1 of 2", 5, 1), ("work", "Go · Set 1 of 2", 1, 6),
        ("rest", "Rest · Set 2 of 2", 20, 1), ("work", "Go · Set 2 of 2", 1, 6)]
    assert player.place == 2


def test_one_set_is_not_counted(sided):
    assert "Set" not in sided.text("phase")


def figure(player):
    return player.page.locator('[data-at="figure"]')


def test_sides_are_said_and_drawn(sided):
    first = sided.exercises[0]
    seen = {}
    for _, kind, _, side, seconds in sided.script[:4]:
        if kind == "work":
            seen[side] = (sided.text("phase"), figure(sided).get_attribute("src").rsplit("/", 1)[1])
        sided.let_pass(seconds)
    assert seen == {
        "right": ("Go · right side", f"{first}-dark.svg"), "left": ("Go · left side", f"{first}-mirror-dark.svg")}
    assert sided.place == 2
    # Standing still on the left side: the still drawing, turned.
    sided.press("back")
    sided.let_pass(60)
    sided.press("pause")
    assert sided.text("phase") == "Paused · left side"
    assert figure(sided).get_attribute("src").endswith(f"{first}-still-dark.svg")
    assert figure(sided).evaluate("one => getComputedStyle(one).transform") == "matrix(-1, 0, 0, 1, 0, 0)"


def test_side_is_known_before_it_begins(sided):
    assert sided.text("phase") == "Get ready · right side"
    sided.let_pass(20 + 30)
    assert sided.text("phase") == "Change sides · left side"
    assert "-mirror" in figure(sided).get_attribute("src")


def test_too_painful_within_the_limit_goes_on(player):
    first, second, third, *_ = player.exercises
    player.answer(1)
    player.play(first)
    player.press("too-painful")
    assert player.stage == "how-painful" and "3" in player.text("painful-hint")
    player.let_pass(30)
    player.answer(3)
    assert player.stage == "running" and player.place == 3, "the exercise is skipped, no time went by"
    assert player.left == player.seconds() - player.seconds(first) - player.seconds(second)
    player.play(third)
    player.press("end")
    player.rate(2, 4)
    player.sent()
    (session,) = follow.stored(player.page)["sessions"]
    assert session["done"] == [first, third] and session["tooPainful"] == [second]
    assert session["painDuring"] == 3 and session.get("stop") is None


@pytest.mark.parametrize("pain", [4, None])
def test_too_painful_above_the_limit_leads_to_the_danger_screen(player, pain):
    first, second, *_ = player.exercises
    player.answer(1)
    player.play(first)
    player.press("too-painful")
    player.answer(pain)
    player.page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(player.page)["sessions"]
    assert session["stop"] == "pain" and session["tooPainful"] == [second] and session["done"] == [first]
    assert "pain" in player.page.inner_text("main .lead").lower(), "the page says why it came up"


def test_new_sign_stops_at_once(player):
    player.answer(2)
    player.let_pass(20)
    player.press("new-sign")
    player.page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(player.page)["sessions"]
    assert session["stop"] == "new-sign"


def test_much_pain_before_does_not_start(player):
    player.answer(6)
    player.page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(player.page)["sessions"]
    assert session["stop"] == "pain-before" and session["done"] == []


def test_pain_at_the_end_above_the_limit_is_a_stop(player):
    exercises = player.exercises
    player.answer(2)
    player.let_pass(player.seconds())
    player.answer(7)
    player.page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(player.page)["sessions"]
    assert session["stop"] == "pain" and session["done"] == exercises


def test_device_that_slept_does_not_rush_on(player):
    """The clock jumps by ten minutes: the session waits where it was."""
    player.answer(2)
    player.let_pass(3)
    player.page.clock.fast_forward("10:00")
    assert player.stage == "paused" and player.left == player.seconds() - 3
    assert "screen was off" in player.text("live")
    player.press("pause")
    player.let_pass(2)
    assert player.left == player.seconds() - 5


def test_device_east_of_the_clinic_is_a_day_ahead(open_page, follower):
    page = open_page(cookie=follower().cookie, timezone_id="Pacific/Kiritimati")
    Player(page).open().do_one()
    (session,) = follow.stored(page)["sessions"]
    assert session["date"] == page.evaluate("new Date().toLocaleDateString('sv')")


# A session of a day before the plan began, and one far ahead.
@pytest.mark.parametrize("days", [-1, 7])
def test_device_on_another_day_loses_no_session(open_page, follower, days):
    """West of the clinic the first evening is the day before; clocks can be wrong. What was done is not lost."""
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    player = Player(page).open(days=days)
    player.answer(2)
    player.play(player.exercises[0])
    player.press("end")
    player.rate(2, 4)
    page.wait_for_selector('[data-offline][data-state]:not([data-state="sending"])')
    assert page.locator("[data-offline]").get_attribute("data-state") in ("sent", "kept")


def test_keyboard_only(open_page, follower):
    """From the plan through a session to its end: Tab and Enter, space and arrows."""
    page = open_page(width=1280, height=900, cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    player = Player(page).freeze()
    page.goto("/en/plan")
    keyboard, keys = Keyboard(page), page.keyboard

    def is_at(selector):
        return page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def enter(selector, *arrows):
        keyboard.tab_until(lambda _: is_at(selector))
        for arrow in arrows:
            keys.press(arrow)
        keys.press("Enter")

    enter(".today a.primary")
    player.wait()
    exercises, first, whole = player.exercises, player.seconds(player.exercises[0]), player.seconds()
    enter('[data-answer="0"]', "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft")
    assert player.stage == "running" and is_at("h2"), "a new screen starts at its heading"
    player.look_at_clock()
    player.let_pass(3)
    keys.press("Space")
    assert player.stage == "paused"
    player.let_pass(30)
    keys.press("Space")
    assert (player.stage, player.left) == ("running", whole - 3)
    keys.press("ArrowRight")
    assert player.place == 2
    keys.press("ArrowLeft")
    assert (player.place, player.left) == (1, whole)
    enter('[data-event="easier"]')
    eased = player.left
    assert eased < whole
    # The button is used up and loses the focus.
    follow.until(page, "() => document.activeElement.matches('body')")
    keys.press("Space")
    assert player.stage == "paused", "space still pauses when the button is used up"
    keys.press("Space")
    player.look_at_clock()
    player.let_pass(first - (whole - eased))
    assert player.place == 2
    enter('[data-event="end"]')
    assert player.stage == "pain-after" and is_at("h2")
    enter('[data-answer="0"]', "ArrowRight")
    enter('[data-answer="0"]', *["ArrowRight"] * 4)
    assert player.stage == "done" and is_at("h2")
    player.sent()
    (session,) = follow.stored(page)["sessions"]
    told = {name: session[name] for name in ("done", "painBefore", "painAfter", "effort")}
    assert told == {"done": exercises[:1], "painBefore": 2, "painAfter": 1, "effort": 4}
    enter('.screen:not([hidden]) a[href="/en/plan"]')
    page.wait_for_url("**/en/plan")


def test_every_stop_of_the_player_is_seen(open_page, follower):
    page = open_page(width=1280, height=900, cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    Player(page).open()
    unseen, first = [], None
    for _ in range(80):
        page.keyboard.press("Tab")
        at = page.evaluate("""() => {
            const one = document.activeElement;
            const box = one.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return [one.tagName, one.outerHTML.slice(0, 100), one === top || one.contains(top)];
        }""")
        if at[0] in ("A", "BUTTON", "SUMMARY"):
            if at[1] == first:
                break
            first = first or at[1]
            if not at[2]:
                unseen.append(at[1])
    else:
        raise AssertionError("the stops did not come round")
    assert unseen == []


def test_screen_stays_awake_while_it_runs(open_page, follower):
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    page.add_init_script("""
        window.awake = 0;
        const lock = async () => {
            window.awake += 1;
            const one = new EventTarget();
            one.release = () => { window.awake -= 1; one.dispatchEvent(new Event('release')) };
            return one;
        };
        Object.defineProperty(navigator, 'wakeLock', {value: {request: lock}});
    """)
    player = Player(page).open()

    def is_awake():
        return page.evaluate("window.awake")

    assert is_awake() == 0
    player.answer(2)
    assert is_awake() == 1
    player.press("pause")
    assert is_awake() == 0
    player.press("pause")
    assert is_awake() == 1
    player.let_pass(player.seconds())
    assert (player.stage, is_awake()) == ("pain-after", 0)


@pytest.mark.parametrize("language, tag", [("en", "en"), ("es", "es")])
def test_voice_reads_in_the_language_of_the_page(open_page, follower, language, tag):
    page = open_page(cookie=follower(language=language).cookie, timezone_id=follow.HOME_ZONE)
    page.add_init_script("""
        window.spoken = [];
        const speak = ({text, lang}) => window.spoken.push([lang, text]);
        Object.defineProperty(window, 'speechSynthesis', {value: {speak, cancel() {}}});
    """)
    player = Player(page).open(f"/{language}/plan/session/today")
    player.answer(2)
    player.let_pass(3)
    assert page.evaluate("window.spoken") == [], "silent unless asked for"
    page.reload()
    player.screen.locator('[data-left="anew"]').click()
    player.screen.locator('[data-cue="voice"]').check(force=True)
    player.answer(2)
    player.let_pass(player.seconds(player.exercises[0]))
    spoken = page.evaluate("window.spoken")
    assert {lang for lang, _ in spoken} == {tag}
    name = page.locator("#session-list [data-name]").first.text_content()
    assert any(name in text for _, text in spoken), spoken
    assert len(spoken) < player.seconds(player.exercises[0]) / 3, "not every second"
