"""Without a network: the plan and its session open, a result waits on the device, is sent once, and leaves with the rest."""

import json

import pytest

import follow
from follow import Player

WAITING = """async () => {
    const open = indexedDB.open('midback', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('results', {keyPath: 'id'});
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const database = await done(open);
    const all = await done(database.transaction('results').objectStore('results').getAll());
    database.close();
    return all;
}"""
KEPT = """async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('midback-private'));
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({url}) => new URL(url).pathname);
}"""
NOTHING_LEFT = """async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('midback-private'));
    const databases = (await indexedDB.databases()).filter(({name}) => name === 'midback');
    return names.length === 0 && databases.length === 0;
}"""


def waiting(page):
    """Results that wait on the device."""
    return page.evaluate(WAITING)


def kept(page):
    """Paths of private pages and drawings on the device."""
    return page.evaluate(KEPT)


@pytest.fixture
def page(open_page, follower):
    """A plan that was opened once, so that the device has a copy of it and of today's session."""
    page = open_page(cookie=follower().cookie, timezone_id=follow.HOME_ZONE)
    page.goto("/en/plan")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.wait_for_function(f"""async () => {{
        const kept = await ({KEPT})();
        return kept.includes('/en/plan') && kept.includes('/en/plan/session/today')
            && kept.some((path) => path.includes('/figures/') && path.endsWith('-still-dark.svg'));
    }}""")
    return page


def test_one(page, server):
    print(kept(page))
    print(page.evaluate("(async () => { const c = await caches.open('midback-private-1'); const r = await c.match('/en/plan'); return r ? [r.status, r.redirected, r.type, [...r.headers].join('|')] : null })()"))
    page.context.set_offline(True)
    print(page.evaluate("navigator.onLine"))
    print(page.evaluate("fetch('/en/plan').then(r => r.status + ' ' + r.headers.get('date'), e => String(e))"))
    print(page.evaluate("fetch('/en/plan/export.json').then(r => r.status + ' ' + r.headers.get('date'), e => String(e))"))
    print(kept(page)[:5])
    try:
        page.goto("/en/plan")
    except Exception as e: print(str(e)[:200])
    print(kept(page)[:5] if page.url.startswith('http') else page.url)
    print(page.url, page.title(), page.evaluate("navigator.onLine"), kept(page)[:5])
    print(page.locator("[data-offline]").evaluate("o => o.outerHTML")[:300])
    print(server.text()[-600:])
    print([w.url for w in page.context.service_workers])
