"""Whole journeys: from the home page to a result."""

import re

import pytest

import people
import walk


def test_benign_case_end_to_end(open_page):
    page = open_page()
    walk.start(page)
    titles = []
    walk.walk(page, people.BENIGN, each=lambda _: titles.append(page.title()))
    assert re.match(r"Step 3 of 8", titles[3]), titles
    assert page.url.endswith("/survey/review")
    assert page.locator("#errors").count() == 0
    walk.see_result(page)
    assert walk.level(page) == 5
    assert page.locator("section.causes article.cause").count() >= 1
    assert page.locator("section.watch li").count() >= 1, "every result has a safety net"
    # A cause and its way back.
    page.locator("section.causes article.cause h4 a").first.click()
    assert page.locator("section.yours").is_visible()
    page.click("section.yours a[href$='/result']")
    assert walk.level(page) == 5


def test_emergency_at_the_gate(open_page):
    page = open_page()
    walk.start(page)
    walk.answer(page, people.EMERGENCY[0])
    walk.next_page(page)
    page.wait_for_url("**/en/stop")
    call = page.locator("main .calls a").first
    assert call.get_attribute("href") == "tel:911"
    assert call.bounding_box()["y"] < 844, "the telephone is seen without scrolling"
    links = page.eval_on_selector_all("main a", "all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith("tel:") or link == "/en/survey/0" for link in links), links
    assert not page.locator(".foot nav, .foot .places").first.is_visible(), "nothing distracts"
    page.click('button[value="continue"]')
    page.wait_for_url("**/survey/1")
    assert page.locator(".notice").filter(has_text="911").is_visible(), "who goes on is reminded"
    walk.walk(page, people.EMERGENCY, first=1)
    walk.see_result(page)
    assert walk.level(page) == 1
    assert page.locator("section.step a.call-now").get_attribute("href") == "tel:911"


def test_emergency_inside(open_page):
    page = open_page()
    walk.start(page)
    walk.walk(page, people.LATE, until=4)
    page.wait_for_url("**/en/stop")
    assert page.locator("main .calls a").first.get_attribute("href") == "tel:911"
    page.click('button[value="continue"]')
    page.wait_for_url("**/survey/4")


def test_same_day_at_the_gate(open_page):
    page = open_page()
    walk.start(page)
    walk.answer(page, people.SAME_DAY[0])
    walk.next_page(page)
    page.wait_for_url("**/en/stop")
    assert page.locator(".stop.same-day").count() == 1


@pytest.mark.parametrize(
    "name, kind, first", [("CRISIS", "crisis", "tel:988"), ("UNSAFE", "unsafe", "tel:18007997233"),
                          ("POISON", "poison", "tel:18002221222")])
def test_calm_pages(open_page, name, kind, first):
    page = open_page()
    walk.start(page)
    walk.answer(page, getattr(people, name)[0])
    walk.next_page(page)
    page.wait_for_url("**/en/stop")
    assert page.locator(f".stop.{kind}").count() == 1
    assert page.locator("main .calls a").first.get_attribute("href") == first
    hrefs = page.eval_on_selector_all("main .calls a", "all => all.map(a => a.getAttribute('href'))")
    assert "tel:911" in hrefs
    if kind in ("crisis", "unsafe"):
        assert page.locator("section.say").count() == 0, "quiet pages do not repeat what was told"


def test_back_and_change(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN).cookie)
    page.goto("/en/survey/8")
    page.click(walk.button("back"))
    page.wait_for_url("**/survey/7")
    page.goto("/en/survey/review")
    walk.see_result(page)
    assert walk.level(page) == 5
    page.click("section.clinic a[href$='/survey/review']")
    page.locator(".answer").filter(has_text="have you lost weight").or_(
        page.locator("a[href*='#q-symptoms-general']")).first.click()
    page.wait_for_url("**/survey/5?from=review*")
    assert walk.ticked(page, "symptoms-general") == ["none"]
    walk.answer(page, {"symptoms-general": ["weight-loss"]})
    assert walk.ticked(page, "symptoms-general") == ["weight-loss"], "a tick takes 'none of these' away"
    page.click(walk.button("review"))
    # The new answer opened questions on a later page; the review says so first.
    page.wait_for_url("**/survey/review")
    assert page.locator("#errors").is_visible()
    page.locator("#errors a").first.click()
    walk.answer(page, {"health-more": ["none"]})
    page.click(walk.button("review"))
    page.wait_for_url("**/survey/review")
    walk.see_result(page)
    assert walk.level(page) == 4


def test_spanish_whole_run(open_page):
    page = open_page(locale="es-MX")
    page.goto("/")
    assert page.url.endswith("/es/")
    walk.start(page, "es")

    def spanish(number):
        assert page.locator("html").get_attribute("lang") == "es"
        assert number == 0 or page.title().startswith(f"Paso {number} de 8"), page.title()

    walk.walk(page, people.BENIGN, each=spanish)
    assert page.url.endswith("/es/survey/review")
    spanish(0)
    walk.see_result(page)
    spanish(0)
    text = page.inner_text("main")
    assert "None of these" not in text and "Care for yourself" not in text
    assert walk.level(page) == 5


def test_without_script(open_page):
    """The whole survey without JavaScript; the server opens the details."""
    steps = people.person((0, {"gate-nerves": ["leg-numb"], "leg-numb-which": "one-leg",
                               "neuro-tempo": "over-12w-stable"}), (6, people.MORE | people.HEART))
    page = open_page(script=False)
    walk.start(page)
    assert not page.locator("#q-neuro-tempo").is_visible()
    walk.answer(page, {item: steps[0][item] for item in steps[0] if item not in ("leg-numb-which", "neuro-tempo")})
    walk.next_page(page)
    assert page.url.endswith("/survey/0")
    assert page.locator("#q-neuro-tempo").is_visible() and page.locator("#q-leg-numb-which").is_visible()
    assert page.locator(".notice").is_visible(), "the page says why it came up again"
    assert walk.ticked(page, "gate-nerves") == ["leg-numb"], "ticks are kept"
    walk.answer(page, {"leg-numb-which": "one-leg", "neuro-tempo": "over-12w-stable"})
    walk.next_page(page)
    if page.url.endswith("/stop"):
        page.click('button[value="continue"]')
    assert page.locator("figure.map").count() > 0 and not page.locator("figure.map").first.is_visible()
    walk.walk(page, steps, first=1, until=5)
    # "Not sure" opens its second list in the same way.
    walk.answer(page, {"symptoms-general": ["not-sure"], "symptoms-local": ["none"]})
    walk.next_page(page)
    assert page.url.endswith("/survey/5")
    walk.answer(page, {"symptoms-general-unsure": ["none"]})
    walk.next_page(page)
    walk.walk(page, steps, first=6)
    walk.see_result(page)
    assert walk.level(page) <= 5
    # Boxes with more open without script as well.
    page.locator("section.change summary").first.click()
    assert page.locator("section.change details").first.get_attribute("open") is not None


def test_skip_the_last_two_steps(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN, until=6).cookie)
    page.goto("/en/survey/6")
    walk.answer(page, people.BENIGN[6])
    page.click(walk.button("skip"))
    page.wait_for_url("**/survey/review")
    walk.see_result(page)


def test_under_age(open_page, server, visitor):
    page = open_page()
    walk.start(page)
    walk.answer(page, people.CHILD[0])
    walk.next_page(page)
    page.click('button[value="under-age"]')
    assert page.locator("h1").inner_text() == "This tool is for adults"
    page.goto("/en/survey/1")
    assert page.url.endswith("/en/"), "the survey ended"


def test_neck_only(open_page, visitor):
    page = open_page(cookie=visitor(people.NECK).cookie)
    page.goto("/en/survey/review")
    note = "You marked only the neck or low back"
    assert note in page.inner_text("main")
    walk.see_result(page)
    assert note in page.inner_text("main")
    assert page.locator("section.causes").count() == 0
