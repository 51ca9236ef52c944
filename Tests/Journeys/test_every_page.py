"""What holds on every kind of page: accessible, and no wider than a small phone."""

import gzip
import re
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe

import follow
import kinds
import walk
from server import Visitor

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KB = 1024
# `design.md` sets them: what a phone on a slow line has to load.
STEP_BUDGET = 14 * KB
PAGE_BUDGET = 40 * KB

OPEN_BOXES = """() => {
    for (const box of document.querySelectorAll('details:not(.now)')) box.open = true;
    for (const box of document.querySelectorAll('[id^="q-"][hidden]')) { box.hidden = false; box.disabled = false }
}"""
axe = Axe()


def violations(page, only=None):
    rules = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    result = axe.run(page, options={"runOnly": rules}).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in result]


@pytest.mark.parametrize("name, who, path", kinds.KINDS, ids=kinds.NAMES)
def test_axe(open_page, crowd, name, who, path):
    page = open_page(cookie=crowd(who))
    page.goto(f"/en/{path}")
    page.evaluate(OPEN_BOXES)
    light = violations(page)
    # The same document in other colours.
    page.emulate_media(color_scheme="dark")
    assert (light, violations(page, only=["color-contrast"])) == ([], [])


def test_axe_on_passing_pages(open_page, visitor):
    """Pages that only an action shows: help panel, problems, fresh link, Continue page, deleted, too young."""
    page = open_page(cookie=visitor().cookie)
    found = {}

    def look(name):
        if wrong := violations(page):
            found[name] = wrong

    page.goto("/en/survey/0")
    page.click("details.now summary")
    look("help")
    page.keyboard.press("Escape")
    walk.next_page(page)
    page.wait_for_selector("#errors")
    look("problems")
    walk.answer(page, {"gate-now": ["not-sure"], "gate-nerves": ["not-sure"], "gate-other": ["not-sure"]})
    look("unsure")
    page.goto("/en/link")
    page.click('button[value="make"]')
    look("fresh link")
    address = page.locator(".address").inner_text()
    page.goto(address)
    look("resume")
    page.goto("/en/come-back")
    page.click("main form button")
    look("come back, empty")
    page.goto("/en/delete")
    page.click('button[value="delete"]')
    look("deleted")
    assert found == {}


def test_axe_on_passing_pages_of_a_plan(open_page, follower):
    """Screens of a session and its list, faults, flare-up, decision, comparison, fresh calendar, resting plan."""
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    found = {}

    def look(name):
        page.evaluate(OPEN_BOXES)
        if wrong := violations(page):
            found[name] = wrong

    def send():
        page.click("#survey .actions button.primary")

    player = follow.Player(page).open()
    # The check itself needs a clock that runs.
    page.clock.resume()
    look("pain before")
    player.answer(2)
    player.let_pass(25)
    player.press("pause")
    look("paused")
    page.reload()
    player.wait()
    look("left off")
    player.screen.locator('[data-left="on"]').click()
    player.press("too-painful")
    look("how painful")
    player.answer(2)
    player.play(player.exercises[1])
    player.press("end")
    look("pain after")
    player.answer(2)
    look("effort")
    player.answer(4)
    player.sent()
    look("done")
    page.reload()
    player.screen.locator('[data-view="list"]').click()
    look("list")
    page.goto("/en/plan/signs")
    send()
    page.wait_for_selector("#errors")
    look("signs with faults")
    page.goto("/en/plan/what-if")
    walk.answer(page, {"minutes": 5})
    page.select_option("#item", "gate-now")
    page.click('button[value="choose"]')
    look("what if, one answer")
    walk.answer(page, {"answer": "stroke-signs"})
    page.click('button[value="compare"]')
    look("what if, compared")
    page.goto("/en/plan/calendar")
    page.click('button[value="make"]')
    look("calendar, fresh")
    page.goto("/en/plan/calendar")
    look("calendar, exists")
    page.goto("/en/plan/flare")
    follow.answer_signs(page, "none")
    send()
    page.wait_for_selector("#helps")
    look("flare-up")
    page.goto("/en/plan")
    look("plan in a flare-up")
    page.goto("/en/plan/check-in")
    send()
    page.wait_for_selector("#errors")
    look("check-in with faults")
    follow.answer_signs(page, "none")
    walk.answer(page, {"nprs-average-0": 2, "psfs-0": 6})
    send()
    page.wait_for_selector(".check-in-done")
    look("decision")
    page.goto("/en/plan/progress")
    look("progress")
    page.goto("/en/plan/export")
    look("export")
    page.goto("/en/plan/signs")
    follow.answer_signs(page, "numb-strip")
    send()
    page.goto("/en/plan")
    look("plan until the visit")
    page.goto("/en/plan/signs")
    follow.answer_signs(page, "bladder-bowel")
    send()
    page.wait_for_url("**/survey/0?from=signs")
    page.goto("/en/plan")
    look("resting plan")
    assert found == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_small_phone(open_page, crowd, language):
    """Nothing scrolls sideways at 320 px, all boxes open."""
    wide = {}
    for who in dict.fromkeys(kind[1] for kind in kinds.KINDS):
        page = open_page(width=320, height=568, cookie=crowd(who))
        for name, _, path in (kind for kind in kinds.KINDS if kind[1] == who):
            page.goto(f"/{language}/{path}")
            for state in ("closed", "open"):
                if (width := page.evaluate("document.scrollingElement.scrollWidth")) > 320:
                    wide[name, state] = width
                page.evaluate(OPEN_BOXES)
    assert wide == {}


CUT = """() => [...document.querySelectorAll('main *, header *')].filter((one) => {
    const style = getComputedStyle(one);
    return !one.closest('.unseen, .same, svg, .skip, .playing .session-head')
        && style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1
}).map((one) => one.outerHTML.slice(0, 80))"""


def cut_off(open_page, crowd, width, shown):
    """What double text pushes out of the window or cuts off, by page."""
    wrong, pages = {}, {}
    for name, who, path in shown:
        page = pages.get(who) or open_page(width=width, height=844, cookie=crowd(who))
        pages[who] = page
        page.goto(f"/en/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(OPEN_BOXES)
        if (over := walk.overflow(page)) > 0 or (hidden := page.evaluate(CUT)):
            wrong[name] = over or hidden
    return wrong


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_double_text(open_page, crowd, width):
    """Text twice as large fits without scrolling sideways, and none of it is cut off."""
    shown = kinds.OTHER + kinds.STEPS[:4] + kinds.STOPS[:1] + kinds.RESULTS[:1] + kinds.PLANS + kinds.EXERCISES
    assert cut_off(open_page, crowd, width, shown) == {}


def compressed(visitor, path):
    reply = visitor.request("GET", path, headers={"Accept-Encoding": "gzip"})
    assert reply.headers["Content-Encoding"] == "gzip", path
    return len(reply.raw), gzip.decompress(reply.raw).decode()


def test_budgets(server, crowd, capsys):
    """Compressed sizes: each page of the survey, and the page with its styles and scripts."""
    visitor = Visitor(server.port)
    rows = []
    for language in ("en", "es"):
        for name, who, path in kinds.STEPS + kinds.STOPS[:1] + kinds.RESULTS[:1] + kinds.OTHER[1:2]:
            visitor.cookie = crowd(who)
            size, text = compressed(visitor, f"/{language}/{path}")
            files = set(re.findall(r'(?:src|href)="(/static/[^"]*\.(?:css|js))"', text))
            whole = size + sum(compressed(visitor, urllib.parse.unquote(file))[0] for file in files)
            rows.append((language, name, size, whole))
    with capsys.disabled():
        largest = max(rows, key=lambda row: row[2] if "step" in row[1] else 0)
        heaviest = max(rows, key=lambda row: row[3])
        print(f"\n    budget: largest step {largest[0]} {largest[1]} {largest[2] / KB:.1f} of {STEP_BUDGET // KB} KB, "
              f"with CSS and JS {heaviest[0]} {heaviest[1]} {heaviest[3] / KB:.1f} of {PAGE_BUDGET // KB} KB")
    assert [row for row in rows if "step" in row[1] and row[2] > STEP_BUDGET] == []
    assert [row for row in rows if row[3] > PAGE_BUDGET] == []


def test_budgets_of_plan_pages(server, crowd, capsys):
    """The same for the pages of a plan, which a phone opens every day; drawings left aside."""
    visitor = Visitor(server.port)
    rows = []
    for name, who, path in kinds.PLANS + kinds.EXERCISES:
        visitor.cookie = crowd(who)
        size, text = compressed(visitor, f"/es/{path}")
        files = set(re.findall(r'(?:src|href)="(/static/[^"]*\.(?:css|js))"', text))
        rows.append((name, size + sum(compressed(visitor, urllib.parse.unquote(file))[0] for file in files)))
    with capsys.disabled():
        heaviest = max(rows, key=lambda row: row[1])
        print(f"\n    budget: heaviest page of a plan {heaviest[0]} {heaviest[1] / KB:.1f} of {PAGE_BUDGET // KB} KB")
    assert [row for row in rows if row[1] > PAGE_BUDGET] == []
