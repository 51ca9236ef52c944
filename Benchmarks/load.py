"""Bounded load on loopback: the step POST beside the constant page, one server, one client process."""
import http.client
import json
import re
import subprocess
import sys
import tempfile
import threading
import time

THREADS = 8
SECONDS = 4


def start(binary, folder):
    server = subprocess.Popen([binary, "serve", "--port", "0", "--data", folder + "/data"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in server.stdout:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if found:
            return server, int(found.group(1))
    raise SystemExit("the server did not start")


def session(port):
    """A started survey: connection, cookie, form token and version of step 1."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/en/survey", "", {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    cookie = answer.headers["Set-Cookie"].split(";")[0]
    return connection, cookie


def token_and_version(connection, cookie, step):
    connection.request("GET", f"/en/survey/{step}", headers={"Cookie": cookie})
    text = connection.getresponse().read().decode()
    token = re.search(r'name="_token" value="([^"]+)"', text).group(1)
    version = int(re.search(r'name="_version" value="(\d+)"', text).group(1))
    shown = re.search(r'name="_shown" value="([^"]*)"', text)
    return token, version, shown.group(1) if shown else None


def post_steps(port, end, times):
    connection, cookie = session(port)
    token, version, shown = token_and_version(connection, cookie, 0)
    fields = "gate-now=none&gate-nerves=none&gate-other=none&age-years=44&sex-at-birth=male&_action=next"
    while time.perf_counter() < end:
        body = f"_token={token}&_version={version}&{fields}" + (f"&_shown={shown}" if shown is not None else "")
        begin = time.perf_counter()
        connection.request("POST", "/en/survey/0", body,
                           {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 303:
            raise SystemExit(f"step POST answered {answer.status}")
        times.append(time.perf_counter() - begin)
        version += 1


def get_page(port, end, times):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while time.perf_counter() < end:
        begin = time.perf_counter()
        connection.request("GET", "/en/")
        connection.getresponse().read()
        times.append(time.perf_counter() - begin)


def measure(work, port):
    times = []
    end = time.perf_counter() + SECONDS
    threads = [threading.Thread(target=work, args=(port, end, times)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    return {"per_second": len(times) / SECONDS, "p50_ms": times[len(times) // 2] * 1e3,
            "p99_ms": times[int(len(times) * 0.99)] * 1e3}


def main():
    with tempfile.TemporaryDirectory() as folder:
        server, port = start(sys.argv[1], folder)
        try:
            figures = {"step_post": measure(post_steps, port), "home_page": measure(get_page, port)}
        finally:
            server.terminate()
            server.wait()
    if "--json" in sys.argv:
        print(json.dumps(figures))
        return
    for name, row in figures.items():
        print(f"{name:18}{row['per_second']:.0f}  a second ({THREADS} connections), "
              f"p50 {row['p50_ms']:.1f} ms, p99 {row['p99_ms']:.1f} ms")


if __name__ == "__main__":
    main()
