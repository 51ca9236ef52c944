"""Starts the real binary on a free port, and talks to it over plain HTTP."""

import http.client
import itertools
import re
import signal
import subprocess
import sys
import threading
import urllib.parse

READY = re.compile(r"Midback is at (http://127\.0\.0\.1:(\d+)/)")


class Server:
    """`midback serve` on one data folder. Its log is kept in memory for the canary searches."""

    def __init__(self, binary, data):
        self.data = data
        self.log = []
        self.process = subprocess.Popen(
            [str(binary), "serve", "--port", "0", "--data", str(data)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._drains = [self._drain(self.process.stderr)]
        self.port = self._port()
        self._drains.append(self._drain(self.process.stdout))
        self.base = f"http://127.0.0.1:{self.port}"

    def _port(self):
        """Reads until the address is printed: no guess about how long a slow machine needs."""
        for line in self.process.stdout:
            self.log.append(line)
            if match := READY.search(line):
                return int(match[2])
        self.process.wait()
        raise RuntimeError("the server ended before it was ready:\n" + self.text())

    def _drain(self, stream):
        thread = threading.Thread(target=lambda: self.log.extend(stream), daemon=True)
        thread.start()
        return thread

    def text(self):
        return "".join(self.log)

    def stop(self):
        """Asks politely; returns the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self):
        return self._end(signal.SIGKILL)

    def _end(self, how):
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(timeout=60)
        for thread in self._drains:
            thread.join(timeout=10)
        return code


class Reply:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.location = response.headers.get("Location", "")
        self.raw = response.read()

    @property
    def text(self):
        return self.raw.decode("utf-8")

    def hidden(self, name):
        """Value of a hidden field of the page's own form."""
        match = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        return match[1] if match else None

    def open_items(self):
        """Questions on the page whose box is open."""
        boxes = re.findall(r'<fieldset [^>]*?id="q-([a-z0-9-]+)"([^>]*)>', self.text)
        return {item for item, rest in boxes if " disabled" not in rest}

    def checked(self, item):
        """Codes of an item that the page shows as ticked."""
        inputs = re.findall(r"<input [^>]*>", self.text)
        ticked = [tag for tag in inputs if f' name="{item}"' in tag and tag.endswith(" checked>")]
        return {re.search(r'value="([^"]*)"', tag)[1] for tag in ticked}


class Visitor:
    """One browser without a browser: a cookie, and forms as the pages make them."""

    _numbers = itertools.cycle(range(1, 250))

    def __init__(self, port, language="en"):
        self.port = port
        self.language = language
        self.cookie = None
        # Each from a network of its own, because the server lets one network start only so many surveys a minute. Other
        # systems than Linux have one address here.
        self.source = (f"127.0.{next(self._numbers)}.1", 0) if sys.platform == "linux" else None

    def request(self, method, path, fields=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=self.source)
        try:
            sent = dict(headers or {})
            if self.cookie:
                sent["Cookie"] = f"mb_p={self.cookie}"
            body = None
            if fields is not None:
                body = urllib.parse.urlencode(fields)
                sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
            connection.request(method, path, body, sent)
            reply = Reply(connection.getresponse())
        finally:
            connection.close()
        for line in reply.headers.get_all("Set-Cookie") or []:
            if match := re.match(r"mb_p=([^;]*)", line):
                self.cookie = match[1] or None
        return reply

    def get(self, path, **more):
        return self.request("GET", f"/{self.language}/{path}", **more)

    def post(self, path, fields, **more):
        return self.request("POST", f"/{self.language}/{path}", fields, **more)

    def start(self):
        reply = self.post("survey", [])
        assert reply.status == 303, f"start of a survey: {reply.status}"
        return self

    def fill(self, step, answers, action="next", **hidden):
        """Fetches a step, posts answers to it, and returns the reply."""
        page = self.get(f"survey/{step}")
        fields = [("_token", page.hidden("_token")), ("_version", page.hidden("_version"))]
        fields = [(name, hidden.get(name, value)) for name, value in fields]
        # Each open question says that it was there; closed ones are not posted by a browser.
        fields += [("_shown", item) for item in sorted(page.open_items() | set(answers))]
        for item, given in answers.items():
            fields += [(item, str(value)) for value in (given if isinstance(given, list) else [given])]
        return self.post(f"survey/{step}", fields + [("_action", action)])

    def go_on(self):
        """Leaves the stop page by its button."""
        page = self.get("stop")
        return self.post("stop", self.fields(page) + [("_action", "continue")])

    def finish(self):
        page = self.get("survey/review")
        return self.post("survey/review", self.fields(page))

    def make_plan(self):
        """Takes the offer on the plan page."""
        page = self.get("plan")
        assert 'value="make"' in page.text, "no plan is offered"
        reply = self.post("plan", self.fields(page) + [("_action", "make")])
        assert reply.status == 303, f"plan: {reply.status}"
        return self

    @staticmethod
    def fields(page):
        return [(name, value) for name in ("_token", "_version") if (value := page.hidden(name)) is not None]

    def walk(self, steps, until=9):
        """Answers the steps up to `until`, past stop pages."""
        for number, answers in enumerate(steps[:until]):
            reply = self.fill(number, answers)
            assert reply.status == 303, f"step {number}: {reply.status} {reply.text[:2000]}"
            if reply.location.endswith("/stop"):
                assert self.go_on().status == 303
        return self
