// Niceties for every page. Nothing here is needed to use the site.

// The error summary gets the focus, so that a screen reader starts there.
document.getElementById("errors")?.focus();

// Buttons that only a script can serve are hidden until it runs.
for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
}

// Copies a text of the page; without the right to do so it marks the text, ready for the menu of the browser.
async function copy(button) {
    const text = document.getElementById(button.dataset.copy);
    getSelection().selectAllChildren(text);
    try {
        await navigator.clipboard.writeText(text.textContent);
    } catch {
        if (!document.execCommand("copy")) return;
    }
    const said = button.parentElement.querySelector("[data-copied]");
    said.textContent = said.dataset.copied;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
}

// A session that was left off goes with everything else: by the quick exit, by deleting, and by a new survey.
document.addEventListener("submit", ({target}) => {
    if (!/\/(exit|delete|survey)$/.test(target.action ?? "")) return;
    try { sessionStorage.clear() } catch { /* A browser that stores nothing has nothing to forget. */ }
});

// Answers folded away on the screen are part of the printed page.
window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details:not(.no-print, .now)")) {
        box.open = true;
    }
});

// The help panel closes with Escape or a tap elsewhere.
const help = document.querySelector("details.now");
if (help) {
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && help.open) {
            help.open = false;
            help.querySelector("summary").focus();
        }
    });
    document.addEventListener("click", (event) => {
        if (!help.contains(event.target)) help.open = false;
    });
}
