// Opens details under a tick without asking the server, keeps "none of these" alone, and lets places be tapped on the
// drawing. The server does the same without this script.
const form = document.getElementById("survey");

/** Values entered for one item; a closed box counts as unanswered. */
const entered = (name) =>
    [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
        .filter((input) => !input.matches(":disabled") && (input.checked || input.inputMode === "numeric"))
        .map((input) => input.value.trim())
        .filter((value) => value !== "");

/** Whether one part of a condition holds, such as `item=a|b`, `item!=a` or `item>=12`. */
function holds(part) {
    const [, name, test, value] = part.match(/^([a-z0-9-]+)(!=|>=|<=|=|>|<)(.*)$/) ?? [];
    const values = entered(name ?? "");
    switch (test) {
        case "=": return values.some((one) => value.split("|").includes(one));
        case "!=": return !values.includes(value);
        case ">=": return values.some((one) => Number(one) >= Number(value));
        case "<=": return values.some((one) => Number(one) <= Number(value));
        case ">": return values.some((one) => Number(one) > Number(value));
        case "<": return values.some((one) => Number(one) < Number(value));
        default: return false;
    }
}

/** Opens and closes boxes in page order, so that a detail of a closed detail closes too. */
function refresh() {
    for (const box of form.querySelectorAll("[data-when]")) {
        const [mode, ...parts] = box.dataset.when.split(" ");
        const isOpen = mode === "all" ? parts.every(holds) : parts.some(holds);
        box.hidden = !isOpen;
        box.disabled = !isOpen;
    }
    mirror();
}

/** "None of these" and ticks beside it exclude each other; "not sure" may stand beside ticks. */
function keepAlone(changed) {
    if (!changed.checked || changed.type !== "checkbox") return;
    for (const other of form.querySelectorAll(`[name="${CSS.escape(changed.name)}"]:checked`)) {
        const excludes = "alone" in changed.dataset || "alone" in other.dataset;
        if (other !== changed && excludes) other.checked = false;
    }
}

/** Marks places of the drawing whose box is ticked, and names them under it. */
function mirror() {
    for (const map of form.querySelectorAll("[data-places]")) {
        for (const place of map.querySelectorAll("[data-place]")) {
            place.classList.toggle("on", box(map, place.dataset.place)?.checked ?? false);
        }
        name(map);
    }
}

/** Names of the ticked places and of those a tap left open. The list says the same to a keyboard and a screen reader. */
function name(map) {
    const open = (map.dataset.open ?? "").split(" ");
    map.querySelector("[data-which]").hidden = open.length < 2;
    const places = [...new Set([...map.querySelectorAll("[data-place]")].map((one) => one.dataset.place))];
    const shown = places.filter((place) => open.includes(place) || box(map, place)?.checked);
    map.querySelector("[data-picked]").replaceChildren(...shown.map((place) => chip(map, place)));
}

function chip(map, place) {
    const button = document.createElement("button");
    const input = box(map, place);
    Object.assign(button, {type: "button", tabIndex: -1, className: input.checked ? "on" : ""});
    button.textContent = input.labels[0].textContent;
    button.addEventListener("click", () => choose(map, place));
    return button;
}

/** Ticks or unticks one place. */
function choose(map, place) {
    delete map.dataset.open;
    box(map, place)?.click();
}

/** Places under a finger; where none is, those a little beside it. The ring around all others gives way. */
function touched({clientX, clientY}) {
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => turn * Math.PI / 4);
    const near = around.map((turn) => [clientX + 9 * Math.cos(turn), clientY + 9 * Math.sin(turn)]);
    for (const [x, y] of [[clientX, clientY], ...near]) {
        const hit = document.elementsFromPoint(x, y).map((one) => one.closest(".places > [data-place]")).filter((one) => one);
        const inner = hit.filter((one) => !one.matches(".around"));
        if (hit.length) return [...new Set((inner.length ? inner : hit).map((one) => one.dataset.place))];
    }
    return [];
}

/** A tap where two places lie over each other asks which one is meant. */
function tap(map, event) {
    const places = touched(event).filter((place) => box(map, place));
    if (places.length === 1) choose(map, places[0]);
    if (places.length < 2) return;
    map.dataset.open = places.join(" ");
    name(map);
}

const box = (map, place) =>
    form.querySelector(`[name="${CSS.escape(map.dataset.places)}"][value="${CSS.escape(place)}"]`);

if (form) {
    for (const map of form.querySelectorAll("[data-places]")) {
        map.hidden = false;
        map.querySelector("svg").addEventListener("click", (event) => tap(map, event));
    }
    form.addEventListener("change", (event) => {
        keepAlone(event.target);
        refresh();
    });
    form.addEventListener("input", (event) => {
        if (event.target.inputMode === "numeric") refresh();
    });
    // A browser that goes back restores ticks after this script ran.
    window.addEventListener("pageshow", refresh);
    refresh();
}
