// Niceties for every page. Nothing here is needed to use the site.

// The error summary gets the focus, so that a screen reader starts there.
document.getElementById("errors")?.focus();

// Buttons that only a script can serve are hidden until it runs.
for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
}

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
