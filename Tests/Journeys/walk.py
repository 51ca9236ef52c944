"""How a person with a browser moves through the survey."""

NEXT = 'button[name="_action"][value="next"]:not(.unseen)'


def button(action):
    return f'#survey .actions button[name="_action"][value="{action}"]'


def start(page, language="en"):
    page.goto(f"/{language}/")
    page.click(f'form[action="/{language}/survey"] button')
    page.wait_for_url(f"**/{language}/survey/0")


def answer(page, answers):
    """Ticks, chooses and types: `{linkId: code | [codes] | number}`."""
    for item, given in answers.items():
        for value in given if isinstance(given, list) else [given]:
            row = page.locator(f'input[name="{item}"][value="{value}"]')
            if row.count() and row.first.get_attribute("type") in ("radio", "checkbox"):
                row.first.check(force=True)
            else:
                page.locator(f'input[name="{item}"]').first.fill(str(value))


def next_page(page):
    page.click(NEXT)


def path(page, base):
    return page.url.removeprefix(base)


def walk(page, steps, until=9, first=0, each=None):
    """Answers the steps from `first` up to `until`; `each(number)` looks at every page before Next."""
    for number in range(first, until):
        assert f"/survey/{number}" in page.url, f"step {number} expected, {page.url} is open"
        answer(page, steps[number])
        if each:
            each(number)
        next_page(page)


def see_result(page):
    page.click("form.send button")
    page.wait_for_url("**/result")


def level(page):
    """Urgency on the result page, 1 is most urgent."""
    kind = page.locator("section.step").get_attribute("class")
    return int(kind.split("level-")[1].split()[0])


def ticked(page, item):
    return page.eval_on_selector_all(f'input[name="{item}"]:checked', "all => all.map(one => one.value)")


def overflow(page):
    """How many pixels the page is wider than the window."""
    return page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
