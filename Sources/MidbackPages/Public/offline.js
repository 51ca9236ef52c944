// Keeps the plan usable without a network: asks the service worker for copies, keeps results of sessions that could not be
// sent, and sends each of them exactly once. The server takes an id once, so sending again after a lost answer is safe.
const box = document.querySelector("[data-offline]");
const DATABASE = "midback";
const RESULTS = "results";

/** Shows one of the sentences of the page: sending, sent, kept, expired, refused, lost, late, copy. */
export function tell(what) {
    if (!box) return;
    box.hidden = false;
    box.dataset.state = what;
    box.querySelector("[data-offline-text]").textContent = box.dataset[what] ?? "";
}

// Results that wait

const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

async function results(mode, use) {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(RESULTS, {keyPath: "id"});
    const database = await promised(opening);
    try {
        return await promised(use(database.transaction(RESULTS, mode).objectStore(RESULTS)));
    } finally {
        database.close();
    }
}

const keep = (entry) => results("readwrite", (store) => store.put(entry)).then(() => true, () => false);
const drop = (id) => results("readwrite", (store) => store.delete(id)).catch(() => undefined);
const waiting = () => results("readonly", (store) => store.getAll()).catch(() => []);

/** One sender at a time, over all windows. */
const alone = (work) => navigator.locks ? navigator.locks.request("midback-results", work) : work();

/** Sends one result: sent, kept (try later), expired (come back first) or refused. */
async function send({action, fields}) {
    const body = new URLSearchParams(fields.filter(([name]) => name !== "_token"));
    // The token of the page that sends, not of the one the result was made on.
    const token = document.querySelector('input[name="_token"]')?.value;
    if (token) body.append("_token", token);
    try {
        return judge(await fetch(action, {method: "POST", body}));
    } catch {
        return "kept";
    }
}

function judge(response) {
    const path = new URL(response.url).pathname;
    if (response.redirected && (path === box?.dataset.home || path.endsWith("/come-back"))) return "expired";
    if (response.ok) return "sent";
    if (response.status === 401 || response.status === 403) return "expired";
    return response.status < 500 && ![408, 409, 425, 429].includes(response.status) ? "refused" : "kept";
}

const isFinal = (outcome) => outcome === "sent" || outcome === "refused";

/** Stores a result, then sends it, and says what became of it. `fields` are pairs of name and value with an `id`. */
export async function deliver(action, fields) {
    const id = fields.find(([name]) => name === "id")[1];
    const entry = {id, action, fields};
    tell("sending");
    const outcome = await alone(async () => {
        const isStored = await keep(entry);
        const result = await send(entry);
        if (isFinal(result)) await drop(id);
        return isFinal(result) || isStored ? result : "lost";
    });
    tell(outcome);
    return outcome;
}

/** Sends what waits, in any order: the server sorts by day. */
async function sendWaiting() {
    const outcomes = await alone(async () => {
        const seen = [];
        for (const entry of await waiting()) {
            const outcome = await send(entry);
            if (isFinal(outcome)) await drop(entry.id);
            seen.push(outcome);
            if (!isFinal(outcome)) break;
        }
        return seen;
    });
    if (outcomes.includes("refused")) tell("refused");
    else if (outcomes.includes("expired")) tell("expired");
    else if (outcomes.includes("sent")) tell("late");
}

// Copies of pages

/** Pages that the worker may keep: the plan and its sessions, as far as this page leads to them. */
function pages() {
    const paths = [...document.querySelectorAll("a[href]")].map((link) => new URL(link.href).pathname);
    const language = location.pathname.slice(0, 4);
    return [...new Set([location.pathname, ...paths])].filter((path) =>
        path.startsWith(language) && /^\/[a-z]{2}\/plan(\/session\/(today|[0-6]))?$/.test(path));
}

async function register() {
    if (!box || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("message", ({data}) => {
        if (data?.type === "copy" && box.hidden) tell("copy");
    });
    try {
        await navigator.serviceWorker.register(box.dataset.worker);
        const {active} = await navigator.serviceWorker.ready;
        active.postMessage({type: "page", path: location.pathname, pages: navigator.onLine ? pages() : []});
    } catch {
        // Without a worker everything works as long as there is a network.
    }
}

// Leaving and deleting

/** Takes everything private off the device. The worker does the same for pages without this script. */
async function forget() {
    indexedDB.deleteDatabase(DATABASE);
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("midback-private")).map((name) => caches.delete(name)));
}

document.addEventListener("submit", ({target}) => {
    if (/\/(exit|delete|survey)$/.test(target.action ?? "")) forget().catch(() => undefined);
});

if (box) {
    if (!navigator.onLine) tell("copy");
    register();
    sendWaiting();
    window.addEventListener("online", sendWaiting);
}
