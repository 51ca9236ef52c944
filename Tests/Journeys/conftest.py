"""One server and one browser for all journeys."""

import os
import urllib.parse

import pytest
from playwright.sync_api import sync_playwright

import people
from server import Server, Visitor

SECOND = 1000


def pytest_addoption(parser):
    parser.addoption("--binary", required=True, help="the midback program under test")


@pytest.fixture(scope="session")
def server(request, tmp_path_factory):
    running = Server(os.path.abspath(request.config.getoption("--binary")), tmp_path_factory.mktemp("data"))
    try:
        yield running
    finally:
        code = running.stop()
    assert code == 0, f"SIGTERM must end the server cleanly, not with {code}\n{running.text()[-2000:]}"


@pytest.fixture(scope="session")
def browser():
    chromium = os.environ.get("MIDBACK_CHROMIUM") or "/usr/bin/chromium"
    path = chromium if os.path.exists(chromium) else None
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def visitor(server):
    """Makes a person who walked some steps without a browser."""

    def make(steps=None, until=9, language="en"):
        made = Visitor(server.port, language).start()
        return made.walk(steps, until) if steps else made

    return make


@pytest.fixture(scope="session")
def follower(visitor):
    """Makes a person who has a plan."""

    def make(steps=people.PLANNED, language="en"):
        made = visitor(steps, language=language)
        assert made.finish().status == 303
        return made.make_plan()

    return make


@pytest.fixture
def open_page(server, browser):
    """Makes pages, each in a browser of its own. At the end none of them may have complained or called elsewhere."""
    contexts, complaints = [], []

    def watch(context):
        def console(message):
            # A form that comes back with its problems has a status of 4xx, which the browser mentions.
            if message.type == "error" and "Failed to load resource" not in message.text:
                complaints.append(f"console: {message.text}")

        def request(sent):
            host = urllib.parse.urlsplit(sent.url).netloc
            if sent.url.startswith("http") and host != f"127.0.0.1:{server.port}":
                complaints.append(f"request to {sent.url}")

        def response(got):
            if got.status >= 400 and "/static/" in got.url:
                complaints.append(f"{got.status} {got.url}")

        context.on("console", console)
        context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
        context.on("request", request)
        context.on("response", response)

    def make(width=390, height=844, script=True, locale="en-US", scheme="light", cookie=None, watched=True, **more):
        context = browser.new_context(
            base_url=server.base, viewport={"width": width, "height": height}, java_script_enabled=script,
            locale=locale, color_scheme=scheme, **more)
        context.set_default_timeout(30 * SECOND)
        if cookie:
            context.add_cookies([{"name": "mb_p", "value": cookie, "url": server.base}])
        if watched:
            watch(context)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def crowd(visitor):
    """People who finished their survey, made when first asked for. Tests look only: they change nothing."""
    import kinds

    made = {}

    def member(name):
        if name is None:
            return None
        if name not in made:
            made[name] = visitor(kinds.PEOPLE[name])
            if len(kinds.PEOPLE[name]) == 9:
                assert made[name].finish().status == 303
            if name in kinds.WITH_PLAN:
                made[name].make_plan()
        return made[name].cookie

    return member
