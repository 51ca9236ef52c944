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

/** Marks places of the drawing whose box is ticked. */
function mirror() {
    for (const map of form.querySelectorAll("[data-places]")) {
        for (const place of map.querySelectorAll("[data-place]")) {
            place.classList.toggle("on", box(map, place)?.checked ?? false);
        }
    }
}

const box = (map, place) =>
    form.querySelector(`[name="${CSS.escape(map.dataset.places)}"][value="${CSS.escape(place.dataset.place)}"]`);

if (form) {
    for (const map of form.querySelectorAll("[data-places]")) {
        map.hidden = false;
        map.addEventListener("click", (event) => {
            const place = event.target.closest("[data-place]");
            if (place) box(map, place)?.click();
        });
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
