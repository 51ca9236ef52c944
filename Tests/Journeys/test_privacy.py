"""Saving, coming back, leaving, and deleting; nothing is read by others."""

import pathlib
import re

import pytest

import people
import walk
from server import Visitor


def make_link(page):
    page.goto("/en/link")
    page.click('button[value="make"]')
    return page.locator(".address").inner_text().strip(), page.locator(".words").inner_text().strip()


def test_save_and_resume(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN, until=3).cookie)
    address, words = make_link(page)
    page.goto("/en/link")
    assert page.locator(".address").count() == 0, "the link is shown once"
    other = open_page(width=1280, height=900)
    other.goto(address)
    other.locator("main form button[lang=en]").click()
    other.wait_for_url("**/survey/3")
    other.goto("/en/survey/1")
    assert walk.ticked(other, "pain-site") == ["right-side"]
    # In the words of the link, in a third browser.
    third = open_page()
    third.goto("/en/come-back")
    third.fill("#words", words)
    third.click("main form button")
    third.wait_for_url("**/survey/3")
    page.goto("/en/link")
    page.click('button[value="revoke"]')
    late = open_page()
    late.goto(address)
    late.locator("main form button[lang=en]").click()
    assert late.locator("main .error, main .errors, main .notice").first.is_visible(), "a dead link gets a helpful page"
    assert "/survey" not in late.url
    # Who made the link goes on undisturbed.
    page.goto("/en/survey/3")
    walk.walk(page, people.BENIGN, first=3)
    walk.see_result(page)


def test_delete_now(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN, until=4).cookie)
    address, _ = make_link(page)
    page.goto("/en/survey/2")
    page.locator("aside.own a[href$='/delete']").click()
    with page.expect_response(lambda got: got.url.endswith("/delete") and got.request.method == "POST") as got:
        page.click('button[value="delete"]')
    assert "cookies" in got.value.all_headers()["clear-site-data"]
    assert page.context.cookies() == []
    page.goto("/en/survey/2")
    assert page.url.endswith("/en/")
    page.goto(address)
    page.locator("main form button[lang=en]").click()
    assert "/survey" not in page.url, "the private link is dead"


def test_quick_exit(open_page, server, visitor):
    member = visitor(people.BENIGN, until=2)
    page = open_page(cookie=member.cookie, watched=False)
    page.route(re.compile(r"^https://"), lambda route: route.fulfill(status=200, body="<title>Weather</title>"))
    page.goto("/en/survey/1")
    with page.expect_response(lambda got: got.url.endswith("/exit")) as got:
        page.click("section.help form button")
    assert "cookies" in got.value.all_headers()["clear-site-data"]
    page.wait_for_url("https://**")
    assert page.context.cookies(server.base) == []
    page.goto(f"{server.base}/en/survey/1")
    assert page.url.endswith("/en/")
    # Somebody who copied the cookie finds nothing either.
    assert member.get("survey/1").status == 303


def test_canary(open_page, server, visitor):
    """What is typed is neither in the log nor readable on the disk."""
    word = "kanari7391824650zwei"
    page = open_page(cookie=visitor(people.BENIGN, until=8).cookie)
    page.goto("/en/survey/8")
    page.locator('input[name="psfs-activity"]').first.fill(word)
    walk.next_page(page)
    page.wait_for_url("**/survey/review")
    assert word in page.inner_text("main")
    cookie = page.context.cookies()[0]["value"]
    address, _ = make_link(page)
    secrets = [word, cookie, address.rsplit("/", 1)[1]]
    for file in pathlib.Path(server.data).rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not [each for each in secrets if each.encode() in content], file.name
    assert not [each for each in secrets if each in server.text()]


def test_forged_and_stale_forms(server, visitor):
    member = visitor(people.BENIGN, until=3)
    answers = {"pain-site": ["left-side"], "pain-spread": ["none"]}
    stored = {"right-side"}

    def site():
        return member.get("survey/1").checked("pain-site")

    forged = member.fill(1, answers, _token="x" * 43)
    assert forged.status == 403 and forged.checked("pain-site") == {"left-side"}, "what was ticked is shown again"
    assert site() == stored
    stale = member.fill(1, answers, _version="0")
    assert stale.status == 409 and stale.checked("pain-site") == {"left-side"}
    assert site() == stored
    cross = member.post("survey/1", [("pain-site", "left-side")], headers={"Sec-Fetch-Site": "cross-site"})
    assert cross.status == 403 and site() == stored
    nobody = Visitor(server.port)
    nobody.cookie = "A" * 43
    assert nobody.post("survey/1", [("pain-site", "left-side")]).status == 403
    assert member.post("survey/1", [("pain-site", "x" * 100_000)]).status == 413
    assert site() == stored


@pytest.mark.parametrize(
    "step, faulty", [(0, {"gate-now": ["none", "chest-tight"]}), (0, {"age-years": 350}),
                     (1, {"pain-site": ["no-such-place"]}), (2, {"pain-duration": ["1-7d", "1-6w"]})])
def test_faulty_values_lose_nothing(visitor, step, faulty):
    """A post that is refused leaves the answers as they were."""
    member = visitor(people.BENIGN, until=3)
    (item, _), = faulty.items()

    def stored():
        page = member.get(f"survey/{step}")
        return page.checked(item) or set(re.findall(rf'name="{item}" value="([^"]*)"', page.text))

    before = stored()
    assert before
    assert member.fill(step, people.BENIGN[step] | faulty).status == 422
    assert stored() == before


def test_security_headers(server, visitor):
    member = visitor(people.BENIGN, until=1)
    for path in ("", "survey/1", "about/privacy", "no-such-page"):
        headers = member.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in member.get("survey/1").headers["Cache-Control"]
    page = member.get("survey/1").text
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", page), "no inline script or style"
