"""A person in pain on a small phone: little to scroll, controls always there, taps that hit, nothing lost by a reload."""

import pytest

import follow
import people
import walk
from follow import Player

# Thirty answers and more: the optional pages too.
TALKATIVE = people.person(
    (2, {"episodes-before": "1-3"}), (3, {"pain-average": 4, "pain-worst": 6, "pattern": "comes-and-goes"}),
    (4, {"better-with": ["rest", "heat-massage"], "press-test": ["muscle-spot"], "flare-settle-time": "hours"}),
    (7, {"work-pattern": "desk", "usual-activity": "3-4", "work-impact": "no", "sleep-quality": 6, "fear-move": 3,
         "expect-recovery": 7, "peg-enjoy": 4, "peg-activity": 4}),
    (8, {"goal-tags": ["sitting-work", "sleep"], "minutes": "20", "days-per-week": 4, "floor-ok": "yes",
         "equipment": ["chair", "wall"], "exercise-limits": ["none"]}))
SCREEN = 640


@pytest.mark.parametrize("language", ["en", "es"])
def test_review_of_many_answers_is_short(open_page, visitor, language):
    """Thirty answers fit about six small screens, the button stands on the first, and each row leads to its question."""
    page = open_page(width=360, height=SCREEN, script=False, cookie=visitor(TALKATIVE).cookie)
    page.goto(f"/{language}/survey/review")
    rows = page.locator(".answer")
    assert rows.count() >= 30
    assert page.locator("main").bounding_box()["height"] < 6.5 * SCREEN
    top = page.locator('button[form="send"]').bounding_box()
    assert top["y"] + top["height"] < SCREEN
    for number in range(rows.count()):
        row, link = rows.nth(number).bounding_box(), rows.nth(number).locator("a").bounding_box()
        assert link["height"] >= 44 and link["width"] > row["width"] - 2
    rows.filter(has_text="35").first.locator("a").click(position={"x": 5, "y": 5})
    page.wait_for_url("**/survey/0?from=review#q-age-years")


def test_button_at_the_top_sends(open_page, visitor):
    page = open_page(width=360, height=SCREEN, script=False, cookie=visitor(TALKATIVE).cookie)
    page.goto("/en/survey/review")
    page.click('button[form="send"]')
    page.wait_for_url("**/en/result")


# For every part of a place: its name and the point of it that lies deepest inside, where a finger would go.
DEEPEST = """(id) => {
    const map = document.querySelector(`[data-places="${id}"]`);
    const svg = map.querySelector("svg"), found = [];
    for (const place of map.querySelectorAll(".places > [data-place]")) {
        if (place.matches(".around")) continue;
        const shape = place.matches("path") ? place : place.querySelector("circle");
        const {x, y, width, height} = shape.getBBox(), inside = [];
        for (let i = 0; i <= 30; i += 1) for (let j = 0; j <= 30; j += 1) {
            const point = new DOMPoint(x + width * i / 30, y + height * j / 30);
            if (shape.isPointInFill(point)) inside.push(point);
        }
        // Parts of a place that do not touch are tapped one by one: left and right of the middle of the body.
        const sides = inside.some((p) => Math.abs(p.x - 150) < width / 30) ? [() => true] : [(p) => p.x < 150, (p) => p.x > 150];
        for (const side of sides) {
            const part = inside.filter(side);
            if (!part.length) continue;
            const depth = (p) => {
                for (let r = 1; r < 60; r += 1) for (let k = 0; k < 12; k += 1) {
                    const at = new DOMPoint(p.x + r * Math.cos(k * Math.PI / 6), p.y + r * Math.sin(k * Math.PI / 6));
                    if (!shape.isPointInFill(at)) return r;
                }
                return 60;
            };
            const best = part.reduce((a, b) => depth(b) > depth(a) ? b : a);
            const on = best.matrixTransform(svg.getScreenCTM());
            found.push([place.dataset.place, on.x + scrollX, on.y + scrollY]);
        }
    }
    return found;
}"""


def tap(page, x, y):
    """A finger on a point of the document."""
    page.evaluate("y => window.scrollTo(0, y - 300)", y)
    page.touchscreen.tap(x, y - page.evaluate("scrollY"))


def places(page, item):
    return page.locator(f'[data-places="{item}"]')


@pytest.mark.parametrize("item, least", [("pain-site", 11), ("pain-spread", 12)])
def test_tap_on_a_place_ticks_that_place(open_page, visitor, item, least):
    page = open_page(width=390, cookie=visitor(people.BENIGN, until=1).cookie, has_touch=True)
    page.goto("/en/survey/1")
    points = page.evaluate(DEEPEST, item)
    assert len(points) >= least
    wrong = {}
    for place, x, y in points:
        tap(page, x, y)
        asked = places(page, item).locator("[data-which]")
        ticked = walk.ticked(page, item)
        if asked.is_visible():
            ticked = [f"asked: {place}"] if place in places(page, item).get_attribute("data-open").split() else ticked
        elif ticked == [place]:
            tap(page, x, y)
        if ticked not in ([place], [f"asked: {place}"]) or walk.ticked(page, item):
            wrong[place] = ticked
    assert wrong == {}


def test_tap_in_the_middle_of_the_back_asks(open_page, visitor):
    """The bones lie between the blades: the person says which one is meant, and sees its name."""
    page = open_page(width=390, cookie=visitor(people.BENIGN, until=1).cookie, has_touch=True)
    page.goto("/en/survey/1")
    box = page.locator('[data-place="between-blades"]').bounding_box()
    tap(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + page.evaluate("scrollY"))
    assert walk.ticked(page, "pain-site") == []
    chips = places(page, "pain-site").locator("[data-picked] button")
    assert set(chips.all_inner_texts()) == {"Between the shoulder blades", "Right on the bones in the middle"}
    chips.filter(has_text="Between").tap()
    assert walk.ticked(page, "pain-site") == ["between-blades"]
    assert chips.all_inner_texts() == ["Between the shoulder blades"]
    assert not places(page, "pain-site").locator("[data-which]").is_visible()
    chips.first.tap()
    assert walk.ticked(page, "pain-site") == []


def test_private_link_is_copied(open_page, visitor):
    page = open_page(width=320, height=568, cookie=visitor(people.BENIGN).cookie, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/link")
    page.click('button[value="make"]')
    page.click("button[data-copy]")
    page.wait_for_selector("[data-copied]:not(:empty)")
    address = page.locator("#address").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.goto(address)
    page.click("main form button")
    page.wait_for_url("**/survey/**")


# Controls that are not wholly inside the window, or under something else.
HIDDEN = """() => [...document.querySelectorAll('.bar button, .help summary, .help button')].filter((one) => {
    const {left, top, width, height} = one.getBoundingClientRect();
    const isInside = left >= -1 && top >= -1 && left + width <= innerWidth + 1 && top + height <= innerHeight + 1;
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return !isInside || !(one === hit || one.contains(hit));
}).map((one) => one.textContent)"""
LONG = "Siéntese con la espalda recta, los pies en el suelo y los brazos cruzados en el pecho, y respire con calma. " * 2


@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize("width, height", [(320, 568), (390, 844), (640, 320), (1280, 720)])
def test_controls_of_a_session_are_always_visible(open_page, follower, width, height, text):
    page = open_page(width=width, height=height, cookie=follower(language="es").cookie, timezone_id=follow.HOME_ZONE)
    player = Player(page).open("/es/plan/session/today")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
    player.answer(2)
    page.evaluate("text => { document.querySelector('[data-at=instruction]').textContent = text }", LONG)
    assert page.evaluate(HIDDEN) == []
    assert walk.overflow(page) == 0
    page.evaluate("document.querySelector('main').scrollTop = 10000")
    assert page.evaluate(HIDDEN) == []


def test_whole_session_screen_fits_a_small_phone(open_page, follower):
    """With the text at its usual size nothing is below the fold: the drawing shrinks first."""
    page = open_page(width=320, height=568, cookie=follower(language="es").cookie, timezone_id=follow.HOME_ZONE)
    player = Player(page).open("/es/plan/session/today")
    player.answer(2)
    assert page.evaluate("(() => { const m = document.querySelector('main'); return m.scrollHeight - m.clientHeight })()") <= 1
    assert page.locator(".figure").bounding_box()["height"] >= 40


@pytest.fixture
def player(open_page, follower):
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    return Player(page).open()


def reload(player):
    player.page.reload()
    return player.wait()


def test_reload_goes_on_where_it_was(player):
    first, second, *_ = player.exercises
    player.answer(2)
    player.play(first)
    player.let_pass(5)
    left = player.left
    reload(player)
    assert player.stage == "left-off"
    assert "2" in player.text("left-where") and player.text("left-name").strip()
    player.let_pass(60)
    player.screen.locator('[data-left="on"]').click()
    assert (player.stage, player.place, player.left) == ("running", 2, left), "no second is lost or skipped"
    player.look_at_clock()
    player.let_pass(2)
    assert player.left == left - 2
    player.press("end")
    player.rate(2, 4)
    player.sent()
    (session,) = follow.stored(player.page)["sessions"]
    assert session["done"] == [first] and session["painBefore"] == 2
    assert reload(player).stage == "pain-before", "what is done is not offered again"


def test_reload_may_begin_again(player):
    player.answer(2)
    player.press("skip")
    reload(player).screen.locator('[data-left="anew"]').click()
    assert player.stage == "pain-before"
    assert reload(player).stage == "pain-before"


def test_reload_during_the_last_questions(player):
    player.answer(2)
    player.play(player.exercises[0])
    player.press("end")
    player.answer(1)
    reload(player).screen.locator('[data-left="on"]').click()
    assert player.stage == "effort"
    player.answer(4)
    player.sent()


def test_new_sign_instead_of_going_on(player):
    player.answer(2)
    player.let_pass(20)
    reload(player).press("new-sign")
    player.page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(player.page)["sessions"]
    assert session["stop"] == "new-sign"


def away(player):
    """Leaves the page of the session, which pauses it, for the plan."""
    player.answer(2)
    player.press("skip")
    player.page.goto("/en/plan")
    return player.page


def back(player):
    player.page.goto("/en/plan/session/today")
    return player.wait().stage


def test_left_off_session_is_old_after_two_hours(player):
    away(player).clock.fast_forward("01:59:50")
    assert back(player) == "left-off"
    player.page.goto("/en/plan")
    player.page.clock.fast_forward("02:00:01")
    assert back(player) == "pain-before"


def test_left_off_session_of_other_steps_is_not_offered(player):
    away(player).evaluate("""() => {
        const kept = JSON.parse(sessionStorage.getItem("session-left-off"));
        sessionStorage.setItem("session-left-off", JSON.stringify({...kept, mark: kept.mark.replace("get-ready,1", "get-ready,2")}));
    }""")
    assert back(player) == "pain-before"


@pytest.mark.parametrize("way", ["exit", "delete"])
def test_leaving_forgets_the_session(player, way):
    """Whether or not the browser heeds the header that empties it; hiding the page does not bring it back."""
    page = player.page
    player.answer(2)
    player.press("skip")
    kept = "sessionStorage.getItem('session-left-off')"
    assert page.evaluate(kept)
    if way == "delete":
        page.goto("/en/delete")
        assert page.evaluate(kept)
    # An answer without content leaves the page where it is.
    page.route(f"**/{way}", lambda route: route.fulfill(status=204) if route.request.method == "POST" else route.fallback())
    with page.expect_request(lambda request: request.method == "POST" and request.url.endswith(way)):
        page.click(".help form button" if way == "exit" else 'button[value="delete"]')
    page.evaluate("""() => {
        Object.defineProperty(document, "hidden", {value: true});
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    assert page.evaluate(kept) is None
