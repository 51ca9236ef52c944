"""How the pages behave when people do what people do."""

import people
import walk


def test_language_switch_keeps_step_and_answers(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN, until=3).cookie)
    page.goto("/en/survey/3")
    walk.answer(page, {"pain-severity-now": 6, "pain-quality": ["burning"]})
    page.click('button.switch[value="lang-es"]')
    page.wait_for_url("**/es/survey/3")
    assert walk.ticked(page, "pain-severity-now") == ["6"]
    assert walk.ticked(page, "pain-quality") == ["burning"]
    assert page.locator("#errors").count() == 0, "a switch shows no problems"
    page.click('button.switch[value="lang-en"]')
    page.wait_for_url("**/en/survey/3")
    assert walk.ticked(page, "pain-quality") == ["burning"]


def test_body_map(open_page, visitor):
    """A tap on the drawing ticks the box in the list, and the other way round."""
    page = open_page(cookie=visitor(people.BENIGN, until=1).cookie)
    page.goto("/en/survey/1")
    places = page.locator('figure[data-places="pain-site"] [data-place]')
    codes = places.evaluate_all("all => [...new Set(all.map(one => one.dataset.place))]")
    boxes = page.eval_on_selector_all('input[name="pain-site"]', "all => all.map(one => one.value)")
    assert sorted(codes) == sorted(boxes), "drawing and list name the same places"
    # Where two places lie over each other a tap asks: tap where the place is alone, and well inside, because a click
    # loses the fractions of its position. The ring around all others gives way.
    spot = """(place) => {
        place.scrollIntoView({block: 'center'});
        const box = place.getBoundingClientRect();
        const isOn = (x, y) => {
            const hit = document.elementsFromPoint(x, y).filter((one) => one.matches("[data-place], [data-place] *"));
            const places = hit.map((one) => one.closest("[data-place]"));
            return places[0] === place && places.every((one) => one === place || one.matches(".around"));
        };
        for (let y = Math.ceil(box.top) + 1; y < box.bottom - 1; y += 1)
            for (let x = Math.ceil(box.left) + 1; x < box.right - 1; x += 1)
                if (isOn(x - 1, y) && isOn(x + 1, y) && isOn(x, y - 1) && isOn(x, y + 1) && isOn(x, y)) return [x, y];
        return null;
    }"""
    for code in codes:
        place = page.locator(f'figure[data-places="pain-site"] [data-place="{code}"]').first
        at = place.evaluate(spot)
        assert at, f"{code} cannot be tapped"
        before = code in walk.ticked(page, "pain-site")
        page.mouse.click(*at)
        assert (code in walk.ticked(page, "pain-site")) != before, f"a tap on {code} toggles its box"
        assert place.evaluate("one => one.classList.contains('on')") != before
        page.mouse.click(*place.evaluate(spot))
        assert (code in walk.ticked(page, "pain-site")) == before, f"a second tap on {code} takes it back"
    page.locator('input[name="pain-site"][value="neck"]').check(force=True)
    assert page.locator('[data-places="pain-site"] [data-place="neck"]').first.evaluate(
        "one => one.classList.contains('on')")


def test_error_summary(open_page, visitor):
    """What was typed stays, the summary gets the focus, and its links lead to the question."""
    page = open_page(cookie=visitor().cookie)
    page.goto("/en/survey/0")
    walk.answer(page, {"gate-now": ["none"], "age-years": 350, "sex-at-birth": "female"})
    walk.next_page(page)
    page.wait_for_selector("#errors")
    assert page.evaluate("document.activeElement.id") == "errors"
    assert page.locator('input[name="age-years"]').input_value() == "350"
    assert walk.ticked(page, "gate-now") == ["none"] and walk.ticked(page, "sex-at-birth") == ["female"]
    assert page.locator('input[name="age-years"]').get_attribute("aria-invalid") == "true"
    targets = page.eval_on_selector_all("#errors a", "all => all.map(a => a.getAttribute('href'))")
    assert {"#i-gate-nerves", "#i-gate-other", "#i-age-years"} <= set(targets), targets
    page.click('#errors a[href="#i-age-years"]')
    assert page.evaluate("document.activeElement.id") == "i-age-years"


def test_two_tabs(open_page, visitor):
    """The older tab loses nothing: neither what it holds nor what the newer one stored."""
    page = open_page(cookie=visitor(people.BENIGN, until=3).cookie)
    other = page.context.new_page()
    page.goto("/en/survey/1")
    other.goto("/en/survey/2")
    walk.answer(other, {"pain-duration": "1-6w"})
    walk.next_page(other)
    other.wait_for_url("**/survey/3")
    walk.answer(page, {"pain-site": ["left-side"]})
    walk.next_page(page)
    assert page.locator(".notice").is_visible()
    assert sorted(walk.ticked(page, "pain-site")) == ["left-side", "right-side"]
    walk.next_page(page)
    page.wait_for_url("**/survey/2")
    assert walk.ticked(page, "pain-duration") == ["1-6w"]


def test_order_of_steps(open_page, visitor):
    page = open_page(cookie=visitor(people.BENIGN, until=2).cookie)
    page.goto("/en/survey/7")
    assert page.url.endswith("/survey/2"), "the first open step"
    page.goto("/en/survey/1")
    assert page.url.endswith("/survey/1"), "back is always possible"
    # Without a survey there is nothing to see.
    page.context.clear_cookies()
    page.goto("/en/survey/1")
    assert page.url.endswith("/en/")


def test_print(open_page, crowd):
    page = open_page(cookie=crowd("unsafe"))
    page.goto("/en/result")
    assert page.locator("section.help").is_visible()
    assert page.locator('button[data-print]').is_visible()
    page.emulate_media(media="print")
    assert not page.locator("section.help").is_visible(), "no fixed bars on paper"
    assert not page.locator("aside.own").is_visible()
    printed = page.inner_text("main").lower()
    for word in ("hurts or scares", "safe where i live", "in danger now", "violence"):
        assert word not in printed, f"a private answer is printed: {word}"
    page.goto("/en/survey/review")
    printed = page.inner_text("main").lower()
    assert "safe where i live" not in printed and "in danger now" not in printed


def test_help_panel(open_page, visitor):
    page = open_page(cookie=visitor().cookie)
    for place in ("/en/", "/en/survey/0", "/en/about/privacy"):
        page.goto(place)
        page.click("details.now summary")
        numbers = page.eval_on_selector_all("details.now a", "all => all.map(a => a.getAttribute('href'))")
        assert {"tel:911", "tel:988", "tel:18002221222"} <= set(numbers)
        assert page.locator("details.now a").first.is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("details.now a").first.is_visible()


def test_clinic_on_every_page(open_page, crowd):
    page = open_page(width=1280, height=900, cookie=crowd("benign"))
    for place in ("", "survey/4", "survey/review", "result", "causes", "about/privacy", "link", "delete", "nowhere"):
        page.goto(f"/en/{place}")
        text = page.inner_text("body")
        for fact in ("Totowa", "Middletown", "(201) 849-1000"):
            assert fact in text, f"{place}: {fact}"
        assert page.locator("p.demo").is_visible(), f"{place}: the demo says so"
