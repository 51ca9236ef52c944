#!/usr/bin/env python3
"""Kills the server amid many surveys, three times, and looks for every answer that it had acknowledged.

    crash.py BINARY

Also a canary: words typed into the survey must be neither in the log nor readable in the database files.
"""

import os
import pathlib
import random
import sys
import tempfile
import threading
import time

from server import Server, Visitor

VISITORS = 40
ROUNDS = 3
# Acknowledged pages of a round after which the server dies; each visitor goes round the survey until then.
ACKNOWLEDGED = 440
LIMIT_SECONDS = 240

CHOICES = [
    {"gate-now": [["none"]], "gate-nerves": [["none"]], "gate-other": [["none"]], "age-years": list(range(18, 39)),
     "sex-at-birth": ["male"]},
    {"pain-site": [["right-side"], ["left-side", "neck"], ["between-blades"], ["mid-spine-bone", "low-back"]],
     "pain-spread": [["none"], ["ribs-left"], ["down-legs"]]},
    {"pain-duration": ["1-7d", "1-6w", "6-12w"], "onset-speed": ["hours", "gradual"],
     "onset-trigger": [["lift-twist"], ["new-load"], ["none"]]},
    {"pain-severity-now": list(range(1, 7)), "pain-quality": [["ache"], ["stiff", "burning"], ["stabbing"]],
     "pain-trend": ["better", "same"]},
    {"worse-moves": [["twist"], ["sitting", "lifting"], ["arch-back"]], "worse-other": [["none"], ["night-turning"]]},
    {"symptoms-general": [["none"]], "symptoms-local": [["none"], ["spine-bump"]]},
    {"health-main": [["none"]], "health-recent": [["none"], ["thinner"]]},
    {"work-pattern": ["desk", "other", "heavy-manual"], "sleep-quality": list(range(11))},
    {"psfs-activity": [], "minutes": ["5", "10", "20"]},
]


class Walker(threading.Thread):
    """One visitor who answers until the server is gone, and remembers what it acknowledged."""

    def __init__(self, port, number, tally):
        super().__init__(daemon=True)
        self.random = random.Random(number)
        self.visitor = Visitor(port)
        self.canary = f"kanari{number}{random.SystemRandom().randrange(10**12):012d}"
        self.tally = tally
        self.acknowledged = {}
        # Sent without a reply: may be stored or not.
        self.open = {}
        self.fault = None

    def run(self):
        try:
            self.visitor.start()
            for turn in range(10_000):
                self.page(turn % len(CHOICES))
        except OSError:
            pass
        except Exception as fault:  # http.client raises many kinds when the other side dies
            if not self.tally.is_over.is_set():
                self.fault = repr(fault)
                self.tally.is_enough.set()

    def page(self, step):
        answers = {item: self.random.choice(values) for item, values in CHOICES[step].items() if values}
        if step == 8:
            answers["psfs-activity"] = [self.canary]
        self.open = {step: answers}
        reply = self.visitor.fill(step, answers)
        if reply.status != 303:
            raise ValueError(f"step {step}: status {reply.status}")
        self.confirm(reply)
        self.acknowledged[step] = answers
        self.open = {}
        self.tally.count()

    def confirm(self, reply):
        """A few mixtures of answers are an emergency; no page opens before its stop page is confirmed."""
        if reply.location.endswith("/stop"):
            self.visitor.go_on()

    def seen(self, step):
        page = self.visitor.get(f"survey/{step}")
        if page.status == 303:
            self.confirm(page)
            page = self.visitor.get(f"survey/{step}")
        return page

    def lost(self, port):
        """Acknowledged pages that the server does not show any more."""
        self.visitor.port = port
        missing = []
        for step, answers in self.acknowledged.items():
            page = self.seen(step)
            allowed = [answers] + ([self.open[step]] if step in self.open else [])
            if page.status != 200 or not any(self.shows(page, each) for each in allowed):
                missing.append(step)
        return missing

    @staticmethod
    def shows(page, answers):
        for item, given in answers.items():
            values = {str(value) for value in (given if isinstance(given, list) else [given])}
            typed = {value for value in values if f'name="{item}" value="{value}"' in page.text}
            if page.checked(item) != values and not (item in ("age-years", "psfs-activity") and typed == values):
                return False
        return True


class Tally:
    def __init__(self):
        self.total = 0
        self.lock = threading.Lock()
        self.is_enough = threading.Event()
        self.is_over = threading.Event()

    def count(self):
        with self.lock:
            self.total += 1
            if self.total >= ACKNOWLEDGED:
                self.is_enough.set()


def canary_hits(words, server):
    """Places where a typed word can be read."""
    hits = [f"log: {word}" for word in words if word in server.text()]
    for file in pathlib.Path(server.data).rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            hits += [f"{file.name}: {word}" for word in words if word.encode() in content]
    return hits


def round_of(binary, data, number, walkers):
    """Runs one crowd until the server is killed. Returns its walkers and the dead server."""
    server = Server(binary, data)
    tally = Tally()
    crowd = [Walker(server.port, number * 1000 + index, tally) for index in range(VISITORS)]
    for walker in crowd:
        walker.start()
    enough = tally.is_enough.wait(LIMIT_SECONDS)
    tally.is_over.set()
    code = server.kill()
    for walker in crowd:
        walker.join(60)
    faults = [walker.fault for walker in crowd if walker.fault]
    if not enough or faults or code != -9:
        sys.exit(f"round {number}: {tally.total} pages acknowledged, exit {code}, faults: {faults[:3]}")
    walkers += crowd
    return server


def main(binary):
    failures = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as data:
        walkers = []
        for number in range(1, ROUNDS + 1):
            dead = round_of(binary, data, number, walkers)
            words = [walker.canary for walker in walkers]
            hits = canary_hits(words, dead)
            server = Server(binary, data)
            lost = sum(len(walker.lost(server.port)) for walker in walkers)
            hits += canary_hits(words, server)
            code = server.stop()
            hits += canary_hits(words, server)
            pages = sum(len(walker.acknowledged) for walker in walkers)
            typed = sum(8 in walker.acknowledged for walker in walkers)
            print(f"    round {number}: {len(walkers)} visitors, {pages} acknowledged pages looked up, {lost} lost; "
                  f"{typed} canaries typed, {len(hits)} found in log or files; exit {code}")
            for hit in hits[:5]:
                print(f"    canary in {hit.rsplit(':', 1)[0]}")
            failures += lost + len(hits) + (code != 0) + (typed == 0)
    print(f"    {ROUNDS} kills in {time.monotonic() - began:.0f} s, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1])))
