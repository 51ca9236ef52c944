"""The survey with the keyboard alone, as somebody does who cannot hold a mouse."""

import people
import walk

FOCUS = """() => {
    const at = document.activeElement;
    const look = (one) => one && getComputedStyle(one);
    const marked = (one) => { const s = look(one); return s && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 };
    const box = at.getBoundingClientRect();
    return {tag: at.tagName, type: at.type, name: at.getAttribute('name'), value: at.value, checked: at.checked,
            action: at.closest('form')?.getAttribute('action'), marked: marked(at) || marked(at.closest('label')) ||
            marked(at.nextElementSibling), inside: box.bottom > 0 && box.top < innerHeight};
}"""


class Keyboard:
    def __init__(self, page):
        self.page = page
        self.stops = 0

    def tab_until(self, found):
        """Tabs on to the element that fits; each stop on the way shows where the focus is."""
        for _ in range(250):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(FOCUS)
            if at["tag"] == "BODY":
                continue
            self.stops += 1
            assert at["marked"], f"focus is not visible on {at}"
            assert at["inside"], f"focus is outside the window on {at}"
            if found(at):
                return at
        raise AssertionError("not reached with the Tab key: " + self.page.url)

    def tick(self, item, code):
        at = self.tab_until(lambda at: at["name"] == item and (at["type"] != "checkbox" or at["value"] == code))
        if at["type"] == "checkbox":
            self.page.keyboard.press("Space")
        elif at["type"] == "radio":
            self.choose(item, code)
        else:
            self.page.keyboard.type(code)

    def choose(self, item, code):
        self.page.keyboard.press("Space")
        for _ in range(15):
            at = self.page.evaluate(FOCUS)
            if at["value"] == code and at["checked"]:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{item}={code} not reached with the arrow keys")

    def press(self, action):
        self.tab_until(lambda at: at["tag"] == "BUTTON" and at["name"] == "_action" and at["value"] == action)
        self.page.keyboard.press("Enter")


def test_keyboard_only(open_page):
    page = open_page(width=1280, height=900)
    page.goto("/en/")
    keyboard = Keyboard(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop skips to the content"
    keyboard.tab_until(lambda at: at["tag"] == "BUTTON" and at["action"] == "/en/survey")
    page.keyboard.press("Enter")
    page.wait_for_url("**/survey/0")
    for number, answers in enumerate(people.BENIGN):
        page.wait_for_url(f"**/survey/{number}")
        order = page.eval_on_selector_all("fieldset[id^=q-]", "all => all.map(one => one.id.slice(2))")
        for item in sorted(answers, key=order.index):
            given = answers[item] if isinstance(answers[item], list) else [answers[item]]
            codes = page.eval_on_selector_all(f'input[name="{item}"]', "all => all.map(one => one.value)")
            for code in sorted(map(str, given), key=lambda one: codes.index(one) if one in codes else 0):
                keyboard.tick(item, code)
        # Enter in a text field or Next: here the button.
        keyboard.press("next")
    page.wait_for_url("**/survey/review")
    keyboard.tab_until(lambda at: at["tag"] == "BUTTON" and at["action"] == "/en/survey/review")
    page.keyboard.press("Enter")
    page.wait_for_url("**/result")
    assert walk.level(page) == 5
    print(f"\n    keyboard: {keyboard.stops} stops, each with a visible focus")
