"""Without a network: plan and session open, a result waits on the device, is sent once, and leaves with the rest."""

import re

import pytest
from playwright.sync_api import Error

import follow
import people
from follow import Player

STORE = """
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const opening = indexedDB.open('midback', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('results', {keyPath: 'id'});
    const database = await done(opening);
    const store = database.transaction('results', 'readwrite').objectStore('results');
"""
WAITING = "async () => {" + STORE + "const all = await done(store.getAll()); database.close(); return all; }"
PUT_BACK = "async (entry) => {" + STORE + "await done(store.put(entry)); database.close(); }"
PRIVATE = "(await caches.keys()).filter((name) => name.startsWith('midback-private'))"
KEPT = """async () => {
    const all = await Promise.all((%s).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({url}) => new URL(url).pathname);
}""" % PRIVATE
# The plan and today's session with all they need: what they name, and the drawings that the player asks for.
IS_COMPLETE = r"""async () => {
    if (!navigator.serviceWorker.controller) return false;
    for (const path of ['/en/plan', '/en/plan/session/today']) {
        const copy = await caches.match(path);
        if (!copy) return false;
        const text = await copy.text();
        const named = [...text.matchAll(/"(\/(?:static|en\/figures)\/[^"]+\.(?:svg|js|css))"/g)].map(([, one]) => one);
        const drawn = [...text.matchAll(/data-figure="([^"]+)"/g)].flatMap(([, base]) =>
            ['', '-still'].flatMap((shape) => [`${base}${shape}.svg`, `${base}${shape}-dark.svg`]));
        for (const address of [...named, ...drawn]) if (!await caches.match(address)) return false;
    }
    return true;
}"""
NOTHING_LEFT = """async () => {
    if ((%s).length > 0) return false;
    if (!(await indexedDB.databases()).some(({name}) => name === 'midback')) return true;
    return (await (%s)()).length === 0;
}""" % (PRIVATE, WAITING)


def waiting(page):
    """Results that wait on the device."""
    return page.evaluate(WAITING)


def kept(page):
    """Paths of the private pages and drawings on the device."""
    return page.evaluate(KEPT)


@pytest.fixture
def member(follower):
    return follower()


@pytest.fixture
def page(open_page, member):
    """A plan that was opened once; since then the device has all it needs."""
    page = open_page(cookie=member.cookie, timezone_id=follow.HOME_ZONE, watched=False)
    page.goto("/en/plan")
    follow.until(page, IS_COMPLETE)
    return page


def do_session(page, state):
    return Player(page).open().do_one(state)


def says(page, state):
    page.wait_for_selector(f'[data-offline][data-state="{state}"]:not([hidden])')


def test_plan_and_session_open(page):
    page.context.set_offline(True)
    page.goto("/en/plan")
    says(page, "copy")
    assert len(follow.moves(page)) >= 3
    assert "/en/figures/" in follow.loaded(page.locator(".today .faces img").first)
    page.click(".today a.primary")
    page.wait_for_url("**/en/plan/session/today")
    player = Player(page).wait()
    says(page, "copy")
    player.answer(2)
    assert player.stage == "running"
    assert follow.loaded(page.locator('[data-at="figure"]')).endswith(f"/{player.exercises[0]}.svg")
    # Pages that need the network lead back to the copy of the plan.
    page.goto("/en/plan/check-in")
    assert page.url.endswith("/en/plan")
    says(page, "copy")


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_can_be_installed(page, language):
    page.goto(f"/{language}/plan")
    address = page.locator('link[rel="manifest"]').get_attribute("href")
    reply = page.request.get(address)
    assert reply.headers["content-type"].startswith("application/manifest+json")
    manifest = reply.json()
    assert manifest["lang"] == language and manifest["display"] == "standalone"
    assert "pain" not in (manifest["name"] + manifest["short_name"]).lower(), "others see the home screen too"
    start = page.request.get(manifest["start_url"])
    assert start.ok and start.url.endswith(f"/{language}/plan")
    purposes = set()
    for icon in manifest["icons"]:
        got = page.request.get(icon["src"])
        assert got.ok and got.headers["content-type"] == icon["type"], icon
        purposes |= set(icon.get("purpose", "any").split())
    assert purposes >= {"any", "maskable"}
    devtools = page.context.new_cdp_session(page)
    faults = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in faults if fault["errorId"] != "in-incognito"] == []


def test_nothing_but_the_plan_is_kept(page):
    for path in ("result", "survey/0", "survey/review", "plan/check-in", "plan/progress", "plan/export", "plan/print",
                 "plan/what-if", "exercises/cat-cow", "link"):
        assert page.goto(f"/en/{path}").status == 200
    page.goto("/en/plan")
    follow.until(page, IS_COMPLETE)
    own = re.compile(r"/en/(plan|plan/session/(today|[0-6])|figures/[a-z0-9-]+\.svg)")
    assert [path for path in kept(page) if not own.fullmatch(path)] == []
    assert not [path for path in kept(page) if "/cat-cow." in path or "/cat-cow-0" in path], "what else is looked at"


def test_result_waits_and_is_sent_once(page):
    page.context.set_offline(True)
    player = do_session(page, "kept")
    (entry,) = waiting(page)
    assert follow.stored(page)["sessions"] == []
    page.context.set_offline(False)
    says(page, "late")
    assert waiting(page) == []
    (session,) = follow.stored(page)["sessions"]
    assert session["id"] == entry["id"] and session["done"] == player.exercises[:1]
    # The answer may have been lost: the device sends it again.
    page.evaluate(PUT_BACK, entry)
    page.reload()
    says(page, "late")
    assert waiting(page) == [] and follow.stored(page)["sessions"] == [session]


def test_result_is_sent_when_the_plan_is_opened_next(page, member):
    """The window was closed without a network, and the plan changed in between."""
    page.context.set_offline(True)
    do_session(page, "kept")
    context = page.context
    page.close()
    assert member.fill(8, people.PLANNED[8] | {"minutes": "30"}).status == 303
    member.make_plan()
    context.set_offline(False)
    later = context.new_page()
    later.goto("/en/plan")
    says(later, "late")
    stored = follow.stored(later)
    assert [session["planVersion"] for session in stored["sessions"]] == [1]
    assert stored["plans"][-1]["plan"]["version"] == 2
    assert waiting(later) == []


def test_answer_that_is_lost_on_the_way(page):
    """The server took the result, the device does not know: it sends again, and it counts once."""

    def lose(route):
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/en/plan/session", lose)
    do_session(page, "kept")
    (session,) = follow.stored(page)["sessions"]
    assert len(waiting(page)) == 1
    page.unroute("**/en/plan/session")
    page.goto("/en/plan")
    says(page, "late")
    assert waiting(page) == [] and follow.stored(page)["sessions"] == [session]


def test_visit_that_timed_out_keeps_the_result(page, member, server):
    page.context.set_offline(True)
    do_session(page, "kept")
    page.context.clear_cookies()
    page.context.set_offline(False)
    says(page, "expired")
    assert len(waiting(page)) == 1
    page.context.add_cookies([{"name": "mb_p", "value": member.cookie, "url": server.base}])
    page.goto("/en/plan")
    says(page, "late")
    assert waiting(page) == [] and len(follow.stored(page)["sessions"]) == 1


def test_result_never_ends_in_the_plan_of_somebody_else(page, follower, server):
    """Another person comes back to a plan of their own on the same device, while a result still waits there."""
    page.context.set_offline(True)
    do_session(page, "kept")
    other = follower()
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "mb_p", "value": other.cookie, "url": server.base}])
    page.context.set_offline(False)
    says(page, "expired")
    page.goto("/en/plan")
    page.wait_for_selector('[data-state="refused"], [data-state="late"]')
    assert follow.stored(page)["sessions"] == []
    says(page, "refused")


def test_plan_that_rests_leaves_no_copy(page):
    """A sign was told: without a network nobody may follow the plan of before."""
    page.goto("/en/plan/signs")
    follow.answer_signs(page, "chest-breath")
    page.click("#survey .actions button.primary")
    page.wait_for_url("**/en/survey/0?from=signs")
    assert kept(page) == []
    page.goto("/en/plan")
    assert follow.moves(page) == []
    page.context.set_offline(True)
    for path in ("/en/plan", "/en/plan/session/today"):
        try:
            page.goto(path)
            assert page.locator("#player, .plan-moves, .today").count() == 0, path
        except Error as error:
            assert "ERR_" in str(error)


def test_result_that_cannot_be_is_told_and_taken_away(page):
    page.context.set_offline(True)
    do_session(page, "kept")
    (entry,) = waiting(page)
    changed = [[name, "99" if name == "pain-before" else value] for name, value in entry["fields"]]
    page.evaluate(PUT_BACK, entry | {"fields": changed})
    page.context.set_offline(False)
    says(page, "refused")
    assert waiting(page) == [] and follow.stored(page)["sessions"] == []


def leave_by_deletion(page):
    page.goto("/en/delete")
    page.click('button[value="delete"]')
    page.wait_for_selector("main a.button")


def leave_by_exit(page):
    base = page.url.split("/en/")[0]
    page.route(re.compile(r"^https://"), lambda route: route.fulfill(status=200, body="<title>Weather</title>"))
    page.click("section.help form button")
    page.wait_for_url("https://**")
    page.goto(f"{base}/en/")


def leave_by_new_survey(page):
    page.goto("/en/")
    page.click('form[action="/en/survey"] button')
    page.wait_for_url("**/en/survey/0")


@pytest.mark.parametrize("leave", [leave_by_deletion, leave_by_exit, leave_by_new_survey])
def test_leaving_empties_the_device(page, leave):
    page.route("**/en/plan/session", lambda route: route.abort())
    do_session(page, "kept")
    assert waiting(page) and kept(page), "there is something to take away"
    leave(page)
    follow.until(page, NOTHING_LEFT)
    # Neither does a copy open any more.
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_"):
        page.goto("/en/plan")


def test_leaving_without_a_network_empties_the_device_too(page):
    page.context.set_offline(True)
    do_session(page, "kept")
    assert waiting(page) and kept(page)
    with page.expect_event("requestfailed", lambda sent: sent.url.endswith("/en/exit")):
        page.click("section.help form button", no_wait_after=True)
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.goto("/en/")
    follow.until(page, NOTHING_LEFT)


def test_copies_that_are_under_way_do_not_come_back(page):
    """Who leaves while the device still makes copies: none of them may be put down afterwards."""
    held = []

    def hold(route):
        if route.request.service_worker:
            held.append((route, route.fetch()))
        else:
            route.continue_()

    page.context.route("**/en/plan/session/*", hold)
    page.goto("/en/plan")
    while not held:
        follow.until(page, "async () => (await fetch('/healthz')).ok")
    leave_by_new_survey(page)
    follow.until(page, NOTHING_LEFT)
    for route, reply in held:
        route.fulfill(response=reply)
    # The worker answers in turn: after these it has done what it was about to do.
    styles = page.locator('link[rel="stylesheet"]').first.get_attribute("href")
    page.evaluate("async (address) => { for (let n = 0; n < 200; n += 1) await fetch(address) }", styles)
    assert kept(page) == []
