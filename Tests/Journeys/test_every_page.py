"""What holds on every kind of page: accessible, and no wider than a small phone."""

import gzip
import re
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe

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


@pytest.mark.parametrize("width", [390, 1280])
def test_double_text(open_page, crowd, width):
    """Text twice as large fits without scrolling sideways, and none of it is cut off."""
    cut = """() => [...document.querySelectorAll('main *, header *')].filter((one) => {
        const style = getComputedStyle(one);
        return !one.closest('.unseen, .same, svg, .skip') && style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1
    }).map((one) => one.outerHTML.slice(0, 80))"""
    wrong = {}
    pages = {}
    for name, who, path in kinds.OTHER + kinds.STEPS[:4] + kinds.STOPS[:1] + kinds.RESULTS[:1]:
        page = pages.get(who) or open_page(width=width, height=844, cookie=crowd(who))
        pages[who] = page
        page.goto(f"/en/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(OPEN_BOXES)
        if (over := walk.overflow(page)) > 0 or (hidden := page.evaluate(cut)):
            wrong[name] = over or hidden
    assert wrong == {}


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
