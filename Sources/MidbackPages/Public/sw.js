// Service worker: the plan, its sessions and their drawings stay usable without a network. Nothing of the survey, the
// result, check-ins or answers is ever kept. The quick exit, deleting the answers and a new survey empty the private part.
const STATIC = "midback-static-1";
const PRIVATE = "midback-private-1";
const PAGE = /^\/[a-z]{2}\/plan(\/session\/(today|[0-6]))?$/;
const FIGURE = /^\/[a-z]{2}\/figures\/[a-z0-9-]+\.svg$/;
// A new survey may be by another person: what waits must not end up in their plan.
const CHANGING = /^\/[a-z]{2}\/(plan|plan\/(check-in|flare|signs)|survey\/.+|stop)$/;
const LEAVING = /^\/[a-z]{2}\/(exit|delete|survey)$/;

/** Paths whose last answer was a copy. */
const copies = new Set();
/** Raised whenever the private copies go: what was on its way before must not be put down after. */
let age = 0;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
    const old = (await caches.keys()).filter((name) => name.startsWith("midback-") && ![STATIC, PRIVATE].includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
    const {request} = event;
    const {origin, pathname} = new URL(request.url);
    if (origin !== self.location.origin) return;
    if (request.method === "POST" && LEAVING.test(pathname)) event.waitUntil(forget());
    // What is told here may change the plan or put it to rest: no copy of before may be followed.
    if (request.method === "POST" && CHANGING.test(pathname)) event.waitUntil(clear());
    if (request.method !== "GET") return;
    if (pathname.startsWith("/static/")) event.respondWith(fixed(request, pathname));
    else if (FIGURE.test(pathname)) event.respondWith(figure(event, pathname));
    else if (PAGE.test(pathname)) event.respondWith(page(event, pathname));
    else if (request.mode === "navigate" && pathname.includes("/plan/")) event.respondWith(other(request, pathname));
});

self.addEventListener("message", (event) => {
    if (event.data?.type !== "page") return;
    if (copies.has(event.data.path)) event.source?.postMessage({type: "copy"});
    else event.waitUntil(Promise.allSettled(event.data.pages.map(fetchPage)));
});

const isGood = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

/** Files whose name changes with their content: one version of each is enough. */
async function fixed(request, path) {
    const cache = await caches.open(STATIC);
    const known = await cache.match(path);
    if (known) return known;
    const response = await fetch(request);
    if (isGood(response)) await replace(cache, path, response.clone());
    return response;
}

async function replace(cache, path, response) {
    const [stem, , kind] = path.split(".");
    for (const {url} of await cache.keys()) {
        const old = new URL(url).pathname;
        if (old !== path && old.startsWith(`${stem}.`) && old.endsWith(`.${kind}`)) await cache.delete(url);
    }
    await cache.put(path, response);
}

/** A drawing: the copy at once, a newer one for the next time. */
async function figure(event, path) {
    const since = age;
    const known = await caches.match(path, {cacheName: PRIVATE});
    const fresh = fetch(event.request).then(async (response) => {
        // Only drawings of kept pages are renewed: what else is looked at leaves no trace.
        if (known && isGood(response)) await put(path, response.clone(), since);
        return response;
    });
    if (!known) return fresh;
    event.waitUntil(fresh.catch(() => undefined));
    return known;
}

/** The plan and its sessions: from the network, else the copy, else the copy of the plan. */
async function page(event, path) {
    const since = age;
    try {
        const response = await fetch(event.request);
        if (isGood(response)) {
            copies.delete(path);
            event.waitUntil(keepPage(path, response.clone(), since));
        } else if (response.type === "opaqueredirect" || response.redirected || response.status === 403) {
            // The plan rests, is gone, or belongs to nobody here any more: its copies must not be followed.
            event.waitUntil(clear());
        }
        return response;
    } catch (error) {
        const copy = await caches.match(path, {cacheName: PRIVATE});
        if (!copy) return other(event.request, path, error);
        copies.add(path);
        return copy;
    }
}

/** Other pages of the plan need the network; without it the copy of the plan says so. */
async function other(request, path, error = null) {
    try {
        if (error) throw error;
        return await fetch(request);
    } catch (failure) {
        const plan = path.replace(/\/plan.*$/, "/plan");
        const copy = await caches.match(plan, {cacheName: PRIVATE});
        if (!copy || path === plan) throw failure;
        return Response.redirect(plan, 302);
    }
}

async function fetchPage(path) {
    const since = age;
    const response = await fetch(path, {credentials: "same-origin"});
    if (isGood(response)) await keepPage(path, response, since);
}

/** Keeps a page and everything it needs, unless the private copies went after `since`. */
async function keepPage(path, response, since) {
    const text = await response.clone().text();
    await put(path, response, since);
    await Promise.allSettled([...files(text)].map((address) => keepFile(address, since)));
}

async function keepFile(address, since) {
    const isStatic = address.startsWith("/static/");
    if (await caches.match(address, {cacheName: isStatic ? STATIC : PRIVATE})) return;
    const response = await fetch(address);
    if (!isGood(response)) return;
    if (isStatic) await replace(await caches.open(STATIC), address, response); else await put(address, response, since);
}

/** Puts a private copy down; takes it away again when the copies went while it was being written. */
async function put(path, response, since) {
    if (since !== age) return;
    const cache = await caches.open(PRIVATE);
    if (since === age) await cache.put(path, response);
    if (since !== age) await caches.delete(PRIVATE);
}

/** Addresses a page names, and the drawings its player asks for: moving, other side, still, light and dark. */
function files(text) {
    const named = [...text.matchAll(/"(\/(?:static|[a-z]{2}\/figures)\/[^"]+\.[a-z]+)"/g)].map((match) => match[1]);
    const shapes = text.includes(",left,") ? ["", "-mirror", "-still"] : ["", "-still"];
    const drawings = [...text.matchAll(/data-figure="([^"]+)"/g)].flatMap(([, base]) =>
        shapes.flatMap((shape) => [`${base}${shape}.svg`, `${base}${shape}-dark.svg`]));
    return new Set([...named, ...drawings]);
}

/** Takes everything private off the device. */
async function forget() {
    self.indexedDB.deleteDatabase("midback");
    await clear();
}

async function clear() {
    age += 1;
    copies.clear();
    await caches.delete(PRIVATE);
}
