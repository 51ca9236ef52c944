"""How a person with a browser follows a plan. The clock of a session stands still: it moves when a test says so."""

import datetime
import json
import re
import zoneinfo

SECOND = 1000
HOME_ZONE = "America/New_York"


def stored(page, language="en"):
    """What the server keeps about the person, as the person can download it."""
    reply = page.request.get(f"/{language}/plan/export.json")
    assert reply.headers["content-type"].startswith("application/json"), f"{reply.status} {reply.url}"
    return json.loads(reply.body())


def until(page, condition, arg=None):
    """Waits until a function of the page, which may be async, says yes.

    Playwright's own wait compiles text over and over, which the policy of the pages forbids, and a clock that stands
    still would stop it.
    """
    page.evaluate(
        """async ([arg, tries]) => {
            const condition = %s;
            for (let left = tries; left > 0; left -= 1) {
                if (await condition(arg)) return;
                await scheduler.postTask(() => undefined, {delay: 50});
            }
            throw new Error(`never true: ${condition}`);
        }""" % condition, [arg, 600])


def loaded(picture):
    """Waits for a drawing that the browser loads when it comes into view; gives its address."""
    picture.scroll_into_view_if_needed()
    until(picture.page, "(one) => one.complete && one.naturalWidth > 0", picture.element_handle())
    return picture.evaluate("one => one.currentSrc")


def moves(page):
    """Names of the exercises that a plan page shows."""
    return page.locator(".plan-moves h3").all_inner_texts()


def answer_signs(page, *signs):
    for sign in signs:
        page.locator(f'input[name="sign"][value="{sign}"]').check(force=True)


def before_midnight(now):
    """The moment itself, or eleven in the evening at the clinic: fake minutes must not lead into the next day."""
    there = now.astimezone(zoneinfo.ZoneInfo(HOME_ZONE))
    late = max(datetime.timedelta(0), there - there.replace(hour=23, minute=0, second=0, microsecond=0))
    return now - late


class Player:
    """The guided session."""

    def __init__(self, page):
        self.page = page

    def freeze(self, days=0):
        """Stops the clock of all pages to come at the present moment, or some days from it."""
        now = before_midnight(datetime.datetime.now()) + datetime.timedelta(days=days)
        self.page.clock.install(time=now)
        self.page.clock.pause_at(now + datetime.timedelta(seconds=1))
        return self

    def open(self, path="/en/plan/session/today", days=0):
        self.freeze(days)
        self.page.goto(path)
        return self.wait()

    def wait(self):
        self.page.wait_for_selector("#player:not([hidden])")
        return self

    @property
    def stage(self):
        return self.page.locator("#player").get_attribute("data-stage")

    @property
    def screen(self):
        return self.page.locator("#player .screen:not([hidden])")

    @property
    def script(self):
        """Steps of the session: `(exercise, kind, set, side, seconds)`."""
        boxes = self.page.eval_on_selector_all(
            "[data-exercise]", "all => all.map(one => [one.dataset.exercise, one.dataset.steps])")
        return [
            (exercise, kind, int(number), side, int(seconds))
            for exercise, steps in boxes
            for kind, number, side, seconds, *_ in (step.split(",") for step in steps.split())]

    @property
    def exercises(self):
        return list(dict.fromkeys(step[0] for step in self.script))

    def seconds(self, exercise=None):
        return sum(step[4] for step in self.script if exercise in (None, step[0]))

    @property
    def left(self):
        """Seconds on the display."""
        minutes, seconds = re.search(r"(\d+):(\d\d)", self.text("left")).groups()
        return int(minutes) * 60 + int(seconds)

    def text(self, place):
        return self.page.locator(f'[data-at="{place}"]').text_content()

    @property
    def place(self):
        """Which exercise is on the display, from 1."""
        return int(re.search(r"\d+", self.text("where"))[0])

    def answer(self, number):
        """Presses a number, or the button that leaves it open."""
        value = "" if number is None else number
        self.screen.locator(f'[data-answer="{value}"]').click()
        self.look_at_clock()

    def press(self, event):
        self.screen.locator(f'[data-event="{event}"]').click()
        if event == "pause":
            self.look_at_clock()

    def look_at_clock(self):
        """The session counts from its first look at the clock, five times a second."""
        self.page.clock.run_for(200)

    def let_pass(self, seconds):
        self.page.clock.run_for(seconds * SECOND)

    def play(self, exercise):
        """Does one exercise to its end."""
        self.let_pass(self.seconds(exercise))

    def do_one(self, state="sent"):
        """Does the first exercise and ends, up to what the page says about the result."""
        self.answer(2)
        self.play(self.exercises[0])
        self.press("end")
        self.rate(2, 4)
        self.sent(state)
        return self

    def rate(self, pain, effort):
        """Answers the questions at the end."""
        assert self.stage == "pain-after"
        self.answer(pain)
        assert self.stage == "effort"
        self.answer(effort)

    def sent(self, state="sent"):
        """Waits until the page says what became of the result."""
        self.page.wait_for_selector(f'[data-offline][data-state="{state}"]:not([hidden])')
