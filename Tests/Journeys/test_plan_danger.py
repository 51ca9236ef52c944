"""Danger signs on the way: the short screen leads back into the survey, and until it is answered the plan rests."""

import pytest

import follow
import people
import walk
from follow import Player

# A sign whose questions the survey asks again, with the step and the item; these stand for no single answer.
ASKED_AGAIN = [
    ("chest-breath", 0, "gate-now", "Chest pain or trouble breathing"),
    ("bladder-bowel", 0, "gate-nerves", "Trouble with your bladder or bowel")]
SESSION = "/en/plan/session/today"


@pytest.fixture
def page(open_page, follower):
    return open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)


def tell(page, *signs):
    page.goto("/en/plan/signs")
    follow.answer_signs(page, *signs)
    page.click("#survey .actions button.primary")


def assert_no_exercises(page):
    """Neither the plan nor the pages behind it show one."""
    for path in ("/en/plan", SESSION, "/en/plan/print", "/en/plan/flare", "/en/plan/check-in"):
        page.goto(path)
        assert page.locator("main img, .plan-moves, .today, #player, a[href*='/plan/session']").count() == 0, path
        assert path != SESSION or page.url.endswith("/en/plan")


@pytest.mark.parametrize("sign, step, item, told", ASKED_AGAIN)
def test_sign_asks_again_and_a_no_is_a_second_answer(page, sign, step, item, told):
    """"None of these" at the gate does not undo the sign: a clinician first, and comfort until then."""
    tell(page, sign)
    page.wait_for_url(f"**/en/survey/{step}?from=signs")
    assert walk.ticked(page, item) == [], "the answer in doubt is open"
    assert walk.ticked(page, "sex-at-birth") == ["male"], "the others are kept"
    assert_no_exercises(page)
    page.goto(f"/en/survey/{step}")
    walk.answer(page, {item: ["none"]})
    walk.next_page(page)
    page.goto("/en/survey/review")
    walk.see_result(page)
    assert walk.level(page) == 3
    assert told in page.inner_text("main"), "the result names the sign"
    page.goto("/en/plan")
    stored = follow.stored(page)
    assert stored["plans"][-1]["plan"]["scope"] == "comfort"
    assert [screen["signs"] for screen in stored["screens"]] == [[sign]]
    assert [plan["plan"]["version"] for plan in stored["plans"]] == [1, 2], "made again from the new answers"


def tell_of_an_emergency(page):
    """A sign that the survey finds to be one: up to the stop page."""
    tell(page, "chest-breath")
    page.wait_for_url("**/en/survey/0?from=signs")
    walk.answer(page, {"gate-now": ["chest-tight", "cold-sweat"]})
    walk.answer(page, {"chest-pressure-when": "rest-last-12h"})
    walk.next_page(page)
    page.wait_for_url("**/en/stop")


def finish_the_emergency(page):
    page.goto("/en/stop")
    page.click('button[value="continue"]')
    page.wait_for_url("**/en/survey/6")
    walk.answer(page, people.HEART | people.MORE)
    walk.next_page(page)
    page.goto("/en/survey/review")
    walk.see_result(page)


def test_sign_that_is_real_ends_the_exercises(page):
    tell_of_an_emergency(page)
    assert page.locator("main .calls a").first.get_attribute("href") == "tel:911"
    assert_no_exercises(page)
    finish_the_emergency(page)
    assert walk.level(page) == 1
    assert page.locator("section.to-plan").count() == 0
    assert_no_exercises(page)
    page.goto("/en/plan")
    assert page.locator("h1").inner_text() == "Your plan rests for now"
    assert page.locator('main a[href="/en/result"]').is_visible()
    assert page.locator('main a[href="/en/plan/progress"]').is_visible(), "what was done is kept"
    # A level without a plan offers none in any other way.
    assert page.locator('button[value="make"]').count() == 0


@pytest.mark.parametrize("path", ["print", "flare"])
def test_pages_for_exercises_lead_to_the_plan_when_there_are_none(page, path):
    tell_of_an_emergency(page)
    finish_the_emergency(page)
    page.goto(f"/en/plan/{path}")
    assert page.url.endswith("/en/plan")


def test_resting_plan_leads_to_the_open_questions(page):
    """The plan page must not offer a new survey: starting one leaves plan and sessions behind."""
    tell(page, "chest-breath")
    page.wait_for_url("**/en/survey/0?from=signs")
    page.goto("/en/plan")
    assert page.locator('main form[action="/en/survey"]').count() == 0
    page.locator('main a[href*="/survey"]').first.click()
    assert page.url.split("#")[0].split("?")[0].endswith("/en/survey/0")


def test_sign_that_the_survey_knows_is_ticked_there(page):
    """A sign that stands for one row needs no second answer: the result follows at once, and the plan with it."""
    tell(page, "numb-strip")
    page.wait_for_url("**/en/survey/review")
    walk.see_result(page)
    assert walk.level(page) == 3
    page.goto("/en/plan")
    assert page.locator("h1").inner_text() == "Gentle care until your visit"
    first, second = (version["plan"] for version in follow.stored(page)["plans"])
    assert (first["scope"], second["scope"]) == ("full", "comfort")
    page.goto("/en/survey/5")
    assert walk.ticked(page, "symptoms-local") == ["numb-strip"], "it takes the place of 'none of these'"


def test_no_sign_leads_back_to_the_plan(page):
    tell(page, "none")
    page.wait_for_url("**/en/plan?note=signs-clear")
    assert "No danger sign" in page.locator(".notice").first.inner_text()
    assert len(follow.moves(page)) >= 3
    stored = follow.stored(page)
    assert [screen["signs"] for screen in stored["screens"]] == [[]] and len(stored["plans"]) == 1


def test_danger_screen_wants_an_answer(page):
    tell(page)
    page.wait_for_selector("#errors")
    assert page.evaluate("document.activeElement.id") == "errors"
    page.click("#errors a")
    assert page.evaluate("document.activeElement.name") == "sign"
    # "None of these" and a sign exclude each other.
    follow.answer_signs(page, "none", "fever")
    assert walk.ticked(page, "sign") == ["fever"]
    follow.answer_signs(page, "none")
    assert walk.ticked(page, "sign") == ["none"]
    assert follow.stored(page)["screens"] == []


def test_from_a_stopped_session_through_the_survey_back_to_the_plan(page):
    """Too much pain in a session, no sign behind it, and on the plan again; with a sign the plan rests."""
    player = Player(page).open()
    player.answer(1)
    player.press("too-painful")
    player.answer(8)
    page.wait_for_url("**/en/plan/signs")
    follow.answer_signs(page, "none")
    page.click("#survey .actions button.primary")
    page.wait_for_url("**/en/plan?note=signs-clear")
    page.goto(SESSION)
    player.wait()
    player.answer(1)
    player.press("new-sign")
    page.wait_for_url("**/en/plan/signs")
    follow.answer_signs(page, "bladder-bowel")
    page.click("#survey .actions button.primary")
    page.wait_for_url("**/en/survey/0?from=signs")
    assert_no_exercises(page)
    assert {session["stop"] for session in follow.stored(page)["sessions"]} == {"pain", "new-sign"}


def test_danger_screen_speaks_of_the_session_that_was_just_stopped(page):
    player = Player(page).open()
    page.evaluate("crypto.randomUUID = () => 'f0000000-0000-4000-8000-000000000001'")
    player.answer(2)
    player.let_pass(player.seconds())
    player.rate(2, 3)
    player.sent()
    page.reload()
    page.evaluate("crypto.randomUUID = () => '00000000-0000-4000-8000-000000000002'")
    player.answer(7)
    page.wait_for_url("**/en/plan/signs")
    assert len(follow.stored(page)["sessions"]) == 2
    assert "pain" in page.inner_text("main .lead").lower()


def test_stopped_session_closes_the_plan_until_the_screen_is_answered(page):
    """Who walks away from the danger screen finds it again, on every way to exercises."""
    player = Player(page).open()
    player.answer(7)
    page.wait_for_url("**/en/plan/signs")
    for path in ("/en/plan", SESSION, "/en/plan/print"):
        page.goto(path)
        assert page.url.endswith("/en/plan/signs"), path
    follow.answer_signs(page, "none")
    page.click("#survey .actions button.primary")
    page.wait_for_url("**/en/plan?note=signs-clear")
    assert len(follow.moves(page)) >= 3


def test_check_in_with_a_sign_goes_to_the_survey_first(page):
    page.goto("/en/plan/check-in")
    follow.answer_signs(page, "chest-breath")
    page.locator("#survey button").filter(has_text="I ticked a sign").click()
    page.wait_for_url("**/en/survey/0?from=signs")
    assert_no_exercises(page)
    (check_in,) = follow.stored(page)["checkIns"]
    assert check_in["newSigns"] == ["chest-breath"]


def test_flare_up_with_a_sign_goes_to_the_survey_first(page):
    page.goto("/en/plan/flare")
    follow.answer_signs(page, "bladder-bowel")
    page.click("#survey .actions button.primary")
    page.wait_for_url("**/en/survey/0?from=signs")
    assert_no_exercises(page)
    assert follow.stored(page)["flares"] == [], "this is no flare-up"
