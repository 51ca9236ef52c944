"""From the result to a plan, and all that one does with it day by day."""

import re

import pytest

import follow
import people
import walk
from follow import Player
from server import Visitor

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def page(open_page, follower):
    return open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)


def send(page):
    page.click("#survey .actions button.primary")


def without_time(export):
    return {name: value for name, value in export.items() if name != "madeAt"}


def test_from_result_to_done_session(open_page, visitor):
    member = visitor(people.PLANNED)
    assert member.finish().status == 303
    page = open_page(cookie=member.cookie, timezone_id=follow.HOME_ZONE)
    page.goto("/en/result")
    page.click("section.to-plan a.primary")
    page.wait_for_url("**/en/plan")
    assert follow.stored(page)["plans"] == [], "looking at the offer stores nothing"
    page.click('button[value="make"]')
    page.wait_for_url("**/en/plan?note=made")
    plan = follow.stored(page)["plans"][0]["plan"]
    assert len(follow.moves(page)) == len(plan["exercises"]) >= 3
    player = Player(page)
    start = page.locator(".today a[href$='/plan/session/today']")
    assert start.is_visible()
    player.open(start.get_attribute("href"))
    assert player.exercises == plan["week"][0]["exercises"]
    player.answer(2)
    assert (player.stage, player.left) == ("running", player.seconds())
    player.let_pass(player.seconds())
    with page.expect_request(lambda sent: sent.method == "POST") as posted:
        player.rate(3, 5)
    assert player.stage == "done"
    player.sent()
    (session,) = follow.stored(page)["sessions"]
    assert session["done"] == player.exercises and session["planned"] == len(player.exercises)
    told = {name: session[name] for name in ("painBefore", "painDuring", "painAfter", "effort")}
    assert told == {"painBefore": 2, "painDuring": 3, "painAfter": 3, "effort": 5}
    assert session["date"] == page.evaluate("new Date().toLocaleDateString('sv')")
    # Neither a reload nor the same post sent again makes a second one.
    page.reload()
    assert player.stage == "pain-before"
    again = page.request.post(posted.value.url, data=posted.value.post_data, headers=FORM)
    assert again.ok and again.url.endswith("/en/plan?note=session-saved")
    assert follow.stored(page)["sessions"] == [session]
    page.goto("/en/plan")
    assert page.locator(".today.done").is_visible(), "the plan says that today is done"


def test_check_in_leads_to_a_decision(page):
    page.goto("/en/plan")
    page.click('.tools a[href$="/plan/check-in"]')
    follow.answer_signs(page, "none")
    walk.answer(page, {"nprs-average-0": 2, "nprs-worst-0": 4, "psfs-0": 7, "fear-move-0": 1, "settle": "hours",
                       "self-care": "yes"})
    with page.expect_request(lambda sent: sent.method == "POST") as posted:
        send(page)
    page.wait_for_url("**/en/plan/check-in")
    page.wait_for_selector(".check-in-done")
    assert page.locator(".check-in-done h1").inner_text().strip() and page.locator("#why").is_visible()
    stored = follow.stored(page)
    (check_in,) = stored["checkIns"]
    assert check_in["newSigns"] == []
    first, second = stored["plans"]
    assert (first["plan"]["version"], second["plan"]["version"]) == (1, 2)
    assert second["decision"]["planVersion"] == 1, "the new version says what led to it"
    # A reload asks nothing again, and neither does the same post.
    page.reload()
    page.wait_for_selector(".check-in-done")
    again = page.request.post(posted.value.url, data=posted.value.post_data, headers=FORM)
    assert again.ok
    assert without_time(follow.stored(page)) == without_time(stored)
    page.click('.check-in-done a[href$="/plan/progress"]')
    assert page.locator(".versions > li").count() == 2, "what changed and why"
    assert page.locator(".chart svg[role=img]").count() >= 2
    page.locator(".chart-part summary").first.click()
    assert page.locator(".chart-part table").first.is_visible(), "each chart is a table as well"
    numbers = page.locator(".chart-part").filter(has_text="goals").locator("tbody td").all_text_contents()
    assert "4" in numbers and "7" in numbers


def test_check_in_keeps_what_was_ticked(page):
    """The danger question must be answered; impossible numbers are told; nothing is lost and nothing stored."""
    page.goto("/en/plan/check-in")
    walk.answer(page, {"nprs-average-0": 3, "days-off": 999})
    send(page)
    page.wait_for_selector("#errors")
    assert page.evaluate("document.activeElement.id") == "errors"
    assert walk.ticked(page, "nprs-average-0") == ["3"]
    assert page.locator('input[name="days-off"]').input_value() == "999"
    for link in page.locator("#errors a").all():
        link.click()
        assert page.evaluate("document.activeElement.name") in ("sign", "days-off")
    assert page.locator("#errors a").count() == 2
    assert follow.stored(page)["checkIns"] == []
    follow.answer_signs(page, "none")
    walk.answer(page, {"days-off": 2})
    send(page)
    page.wait_for_selector(".check-in-done")


def test_flare_up_makes_today_lighter(page):
    page.goto("/en/plan")
    page.click(".today .sore a")
    page.wait_for_url("**/en/plan/flare")
    follow.answer_signs(page, "none")
    send(page)
    page.wait_for_url("**/en/plan/flare")
    page.wait_for_selector("#helps")
    for part in ("helps", "today", "better", "back", "stop"):
        assert page.locator(f"#{part}").is_visible(), part
    stored = follow.stored(page)
    before, after = (version["plan"] for version in stored["plans"])
    assert len(stored["flares"]) == 1 and stored["screens"][-1]["signs"] == []
    assert after["week"][0]["seconds"] < before["week"][0]["seconds"]
    page.reload()
    assert page.locator("#helps").is_visible() and len(follow.stored(page)["plans"]) == 2, "told once"
    page.goto("/en/plan")
    assert page.locator(".notice.flare").is_visible()
    player = Player(page).open()
    assert 0 < player.seconds() < before["week"][0]["seconds"]
    assert player.exercises == after["week"][0]["exercises"]


def test_what_if_compares_and_stores_nothing(page):
    before = follow.stored(page)
    page.goto("/en/plan")
    page.click('.tools a[href$="/plan/what-if"]')
    assert walk.ticked(page, "minutes") == ["20"]
    walk.answer(page, {"minutes": 5, "equipment": ["band"]})
    page.click('button[value="compare"]')
    page.wait_for_selector("#compared")
    assert walk.ticked(page, "minutes") == ["5"], "the form keeps what is tried"
    now, then = (page.locator(f"#compared tbody tr td:nth-child({column})") for column in (1, 2))
    now, then = (int(re.search(r"(\d+) minutes", " ".join(side.all_inner_texts()))[1]) for side in (now, then))
    assert then <= 5 < now <= 20
    assert page.locator(".verdict.more").count() == 0
    # One answer, which makes it urgent.
    page.select_option("#item", "gate-now")
    page.click('button[value="choose"]')
    page.wait_for_selector("#f-answer")
    assert page.locator("#compared").count() == 0
    walk.answer(page, {"answer": "stroke-signs"})
    page.click('button[value="compare"]')
    page.wait_for_selector("#compared")
    assert page.locator(".verdict.more").is_visible()
    left = page.locator("#compared tbody tr td:nth-child(2) .sides li:not(.gone)")
    assert left.count() == 0, "no exercise at level 1"
    assert without_time(follow.stored(page)) == without_time(before)
    page.goto("/en/plan")
    assert len(follow.moves(page)) == len(before["plans"][0]["plan"]["exercises"])


def feed(server, address):
    return Visitor(server.port).request("GET", address.removeprefix(server.base))


def events(text):
    text = text.replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S)
    return [dict(line.split(":", 1) for line in each.strip().split("\r\n")) for each in found]


def make_feed(page, time="06:30"):
    page.goto("/en/plan/calendar")
    page.fill("#time", time)
    page.click('button[value="make"]')
    return page.locator(".fresh .address").inner_text().strip()


def test_calendar_is_made_and_revoked(page, server):
    address = make_feed(page)
    assert address.startswith(server.base + "/calendar/")
    got = feed(server, address)
    assert got.status == 200 and got.headers["Content-Type"].startswith("text/calendar")
    plan = follow.stored(page)["plans"][0]["plan"]
    sessions = [event for event in events(got.text) if event["DURATION"] != "PT5M"]
    assert len(sessions) >= 10 * len(plan["week"]), "the weeks of the plan"
    assert all(event["DTSTART"].endswith("T063000") for event in events(got.text)), "at the time that was chosen"
    assert sessions[0]["DTSTART"].startswith(plan["validFrom"].replace("-", ""))
    # Others see a calendar too: neutral titles, no body part, no pain, no clinic.
    assert {event["SUMMARY"] for event in events(got.text)} == {"Exercise session", "Check-in"}
    words = got.text.lower().replace("midback//plan//en", "").replace("@midback", "")
    assert not [word for word in ("pain", "back", "spine", "clinic", "twist") if word in words]
    # The address is shown once; the same page can take it away.
    page.goto("/en/plan/calendar")
    assert page.locator(".fresh").count() == 0 and page.locator(".notice").is_visible()
    page.click('button[value="revoke"]')
    assert page.locator(".notice[role=status]").is_visible()
    assert feed(server, address).status == 404


def test_calendar_is_empty_while_the_plan_rests(page, server):
    address = make_feed(page)
    assert "CONFIRMED" in {event["STATUS"] for event in events(feed(server, address).text)}
    page.goto("/en/plan/signs")
    follow.answer_signs(page, "chest-breath")
    send(page)
    page.wait_for_url("**/survey/0?from=signs")
    assert {event["STATUS"] for event in events(feed(server, address).text)} <= {"CANCELLED"}


def test_calendar_refuses_an_impossible_time(open_page, follower):
    page = open_page(cookie=follower().cookie, script=False)
    page.goto("/en/plan/calendar")
    token = page.locator('main input[name="_token"]').get_attribute("value")
    reply = page.request.post("/en/plan/calendar", form={"_token": token, "_action": "make", "time": "25:99"})
    assert reply.status == 422 and "25:99" in reply.text() and "/calendar/" not in reply.text().replace("/en/plan/", "")


def test_export_shows_everything_and_deletion_leaves_nothing(page, open_page, server):
    Player(page).open().do_one()
    address = make_feed(page)
    page.goto("/en/link")
    page.click('button[value="make"]')
    link = page.locator(".address").inner_text().strip()
    page.goto("/en/plan")
    moves = follow.moves(page)
    assert moves
    page.click('.tools a[href$="/plan/export"]')
    text = page.inner_text("main")
    for told in ("Lift my child", "Right side of the mid-back", "Version 1", *moves):
        assert told in text, told
    assert page.locator("#sessions ~ .scroll table tbody tr").count() == 1
    with page.expect_download() as download:
        page.click('a[href$="/plan/export.json"]')
    assert download.value.suggested_filename == "midback.json"
    assert len(follow.stored(page)["sessions"]) == 1
    page.click('main a[href$="/en/delete"]')
    page.click('button[value="delete"]')
    page.wait_for_selector("h1")
    assert page.context.cookies() == []
    for path in ("plan", "plan/export", "plan/progress", "plan/session/today", "plan/calendar"):
        page.goto(f"/en/{path}")
        assert page.url.endswith("/en/"), f"{path} leads home"
    gone = page.request.get("/en/plan/export.json")
    assert gone.url.endswith("/en/") and "json" not in gone.headers["content-type"]
    assert feed(server, address).status == 404
    late = open_page()
    late.goto(link)
    late.locator("main form button[lang=en]").click()
    late.goto("/en/plan")
    assert late.url.endswith("/en/"), "the private link is dead"


def test_deleted_for_those_who_kept_the_cookie(follower):
    member = follower()
    page = member.get("delete")
    old = member.cookie
    assert member.post("delete", member.fields(page) + [("_action", "delete")]).status == 200
    member.cookie = old
    for path in ("plan", "plan/export.json", "plan/print"):
        reply = member.get(path)
        assert (reply.status, reply.location) == (303, "/en/"), path


def test_private_link_opens_the_plan_in_another_browser(page, open_page):
    page.goto("/en/link")
    page.click('button[value="make"]')
    link = page.locator(".address").inner_text().strip()
    page.goto("/en/plan")
    mine = follow.moves(page)
    other = open_page(width=1280, height=900, timezone_id=follow.HOME_ZONE)
    other.goto(link)
    other.locator("main form button[lang=en]").click()
    other.wait_for_url("**/en/result")
    other.click("section.to-plan a.primary")
    other.wait_for_url("**/en/plan")
    assert follow.moves(other) == mine
    player = Player(other).open()
    player.answer(2)
    player.play(player.exercises[0])
    player.press("end")
    player.rate(2, 4)
    player.sent()
    done = [session["done"] for session in follow.stored(page)["sessions"]]
    assert done == [player.exercises[:1]], "one plan, two browsers"


def test_spanish_from_result_to_check_in(open_page, visitor):
    member = visitor(people.PLANNED, language="es")
    assert member.finish().status == 303
    page = open_page(cookie=member.cookie, locale="es-MX", timezone_id=follow.HOME_ZONE)

    def is_spanish():
        """Nothing in English but what says so: sources, and the way to the other language."""
        assert page.locator("html").get_attribute("lang") == "es"
        text = page.evaluate("""() => {
            const copy = document.querySelector('main').cloneNode(true);
            for (const one of copy.querySelectorAll('[lang=en]')) one.remove();
            for (const one of copy.querySelectorAll('[alt], [aria-label]')) {
                one.append(one.alt ?? '', one.ariaLabel ?? '');
            }
            return copy.textContent;
        }""")
        for word in ("Your ", "minutes", "exercise", "Week", "pain ", "Back", " the "):
            assert word not in text, f"{word} on {page.url}"

    page.goto("/es/result")
    page.click("section.to-plan a.primary")
    page.wait_for_url("**/es/plan")
    is_spanish()
    page.click('button[value="make"]')
    page.wait_for_url("**/es/plan?note=made")
    is_spanish()
    assert all("/es/figures/" in source for source in page.eval_on_selector_all(
        "main picture img", "all => all.map(one => one.src)"))
    player = Player(page).open("/es/plan/session/today")
    is_spanish()
    player.answer(2)
    is_spanish()
    assert "ejercicio" in player.text("where").lower() and player.text("pause") == "Pausa"
    player.let_pass(player.seconds())
    is_spanish()
    player.rate(2, 4)
    player.sent()
    is_spanish()
    page.click(".screen:not([hidden]) a.primary")
    page.wait_for_url("**/es/plan")
    assert len(follow.stored(page, "es")["sessions"]) == 1
    for path in ("progress", "flare", "signs", "what-if", "print", "export", "calendar"):
        page.goto(f"/es/plan/{path}")
        is_spanish()
    page.goto("/es/plan/check-in")
    is_spanish()
    assert "Lift my child" in page.inner_text("main"), "their own words stay"
    follow.answer_signs(page, "none")
    walk.answer(page, {"nprs-average-0": 2, "psfs-0": 6})
    send(page)
    page.wait_for_selector(".check-in-done")
    is_spanish()
    # The switch keeps the page.
    page.click("a.switch")
    page.wait_for_url("**/en/plan/check-in")
    assert page.locator(".check-in-done").is_visible()


def test_without_script(open_page, visitor):
    """Plan, session, check-in and what-if without JavaScript: a list, forms, and everything is stored."""
    member = visitor(people.PLANNED)
    assert member.finish().status == 303
    page = open_page(script=False, cookie=member.cookie, timezone_id=follow.HOME_ZONE)
    page.goto("/en/plan")
    page.click('button[value="make"]')
    page.wait_for_url("**/en/plan?note=made")
    plan = follow.stored(page)["plans"][0]["plan"]
    page.click(".today a.primary")
    page.wait_for_url("**/plan/session/today")
    assert not page.locator("#player").is_visible()
    exercises = page.eval_on_selector_all("[data-exercise]", "all => all.map(one => one.dataset.exercise)")
    assert exercises == plan["week"][0]["exercises"]
    for box in page.locator("[data-exercise]").all():
        assert box.locator("img").first.is_visible() and box.locator("[data-do] > li").count() >= 2
    walk.answer(page, {"pain-before": 2, "done": exercises[:2], "easier": exercises[1:2], "too-painful": exercises[2:3],
                       "pain-after": 3, "effort": 6})
    with page.expect_request(lambda sent: sent.method == "POST") as posted:
        page.click("#session .actions button.primary")
    page.wait_for_url("**/en/plan?note=session-saved")
    (session,) = follow.stored(page)["sessions"]
    assert session["done"] == exercises[:2] and session["planned"] == len(exercises)
    assert session["easier"] == exercises[1:2] and session["tooPainful"] == exercises[2:3]
    assert (session["painBefore"], session["painAfter"], session["effort"]) == (2, 3, 6)
    # Whoever taps twice sends the same form twice.
    again = page.request.post(posted.value.url, data=posted.value.post_data, headers=FORM)
    assert again.ok and follow.stored(page)["sessions"] == [session]
    page.goto("/en/plan/what-if")
    walk.answer(page, {"minutes": 10})
    page.select_option("#item", "pain-severity-now")
    page.click('button[value="choose"]')
    assert walk.ticked(page, "minutes") == ["10"]
    page.click('button[value="compare"]')
    assert page.locator("#compared").is_visible()
    page.goto("/en/plan/check-in")
    follow.answer_signs(page, "none")
    walk.answer(page, {"nprs-average-0": 2})
    send(page)
    assert page.locator(".check-in-done").is_visible()
    page.goto("/en/exercises/seated-twist")
    page.click('.movie a[href="#still"]')
    assert page.locator("#still").is_visible() and not page.locator("#moving").is_visible()
    page.click('#still a[href="#moving"]')
    assert page.locator("#moving").is_visible()


def test_stop_without_script_leads_to_the_danger_screen(open_page, follower):
    page = open_page(script=False, cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    page.goto("/en/plan/session/today")
    walk.answer(page, {"pain-before": 2, "stop": "pain"})
    page.click("#session .actions button.primary")
    page.wait_for_url("**/en/plan/signs")
    (session,) = follow.stored(page)["sessions"]
    assert session["stop"] == "pain"


def test_printed_plan(open_page, crowd):
    page = open_page(cookie=crowd("planned"))
    page.goto("/en/plan/print")
    days = page.locator("table.diary tbody tr").count()
    assert days >= 7 and page.locator(".qr svg").is_visible()
    page.emulate_media(media="print")
    for hidden in (".screen-only", "section.help", "aside.own", ".foot nav", "header .switch"):
        assert not page.locator(hidden).first.is_visible(), hidden
    moves = page.locator(".paper-move")
    assert moves.count() >= 3
    for move in moves.all():
        picture = move.locator("img")
        assert picture.is_visible() and follow.loaded(picture).endswith("-still.svg")
    assert page.locator("table.diary").is_visible()
    assert page.locator("table.diary .tick-box").count() >= days
    assert page.locator(".paper-help").is_visible()
    # The plan itself and a single exercise print without what only a screen can do.
    page.goto("/en/plan")
    for hidden in (".tools", ".go", "section.help", "aside.own"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".plan-move img").first.is_visible()
    page.goto("/en/exercises/seated-twist")
    assert page.locator("#still img").is_visible() and not page.locator("#moving").is_visible()


def drawing(page, selector):
    """Address and text of the drawing that the browser has chosen."""
    address = follow.loaded(page.locator(selector).first)
    return address, page.request.get(address).text()


MOVES = re.compile(r"<animate|@keyframes|animation")


def test_reduced_motion(open_page, crowd, follower):
    """Who wants no movement gets three still moments, everywhere."""
    lively = open_page(cookie=crowd("planned"))
    lively.goto("/en/exercises/seated-twist")
    address, text = drawing(lively, "#moving img")
    assert address.endswith("/seated-twist.svg") and MOVES.search(text), "it moves for the others"
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE, reduced_motion="reduce")
    page.goto("/en/exercises/seated-twist")
    assert not page.locator("#moving").is_visible()
    address, text = drawing(page, "#still img")
    assert address.endswith("-still.svg") and not MOVES.search(text)
    page.goto("/en/plan")
    assert not MOVES.search(drawing(page, ".plan-move img")[1])
    player = Player(page).open()
    player.answer(2)
    player.let_pass(2)
    address, text = drawing(page, '[data-at="figure"]')
    assert address.endswith("-still.svg") and not MOVES.search(text)
    assert page.evaluate("document.getAnimations().length") == 0
    page.click('[data-event="end"]')
    page.reload()
    player.screen.locator('[data-view="list"]').click()
    address, text = drawing(page, "#session-list picture img")
    assert address.endswith("-still.svg") and not MOVES.search(text)
