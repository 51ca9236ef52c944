// The guided session: draws what the state machine says, turns taps, keys and the clock into its events, and sends the
// record when it is over. Without this script the page is a list and a form.
import {
    begin, current, currentSeconds, handle, isOver, opensDangerScreen, painLimit, record, secondsLeft,
} from "./session-machine.js";
import {deliver} from "./offline.js";

const player = document.getElementById("player");
const list = document.getElementById("session-list");
const form = document.getElementById("session");
const boxes = [...form.querySelectorAll("[data-exercise]")];
const at = Object.fromEntries([...player.querySelectorAll("[data-at]")].map((one) => [one.dataset.at, one]));
const words = player.dataset;

const written = (text, n, m) => text.replace("%n", n).replace("%m", m);

// What the page says about the session

const part = (box) => ({
    exercise: box.dataset.exercise, base: box.dataset.figure,
    name: box.querySelector("[data-name]").textContent,
    picture: box.querySelector("img")?.alt ?? "",
    dose: box.querySelector("[data-dose]").textContent,
    instructions: [...box.querySelectorAll(":scope > [data-do] > li"), box.querySelector("[data-breath]")]
        .map((one) => one.textContent),
    easier: easier(box.querySelector(".easier")),
});

function easier(box) {
    if (!box.dataset.figure) return {instructions: [words.smaller]};
    return {
        base: box.dataset.figure, name: box.querySelector("[data-name]").textContent,
        dose: box.querySelector("[data-dose]").textContent,
        instructions: [...box.querySelectorAll("[data-do] > li")].map((one) => one.textContent),
    };
}

function steps(box, exercise) {
    return box.dataset.steps.split(" ").map((text) => {
        const [kind, set, side, seconds, repetitions] = text.split(",");
        return {
            kind, exercise, set: Number(set), side: side || null, seconds: Number(seconds),
            repetitions: repetitions ? Number(repetitions) : null,
        };
    });
}

const script = {
    parts: boxes.map(part), steps: boxes.flatMap(steps), painCeiling: Number(form.dataset.ceiling),
    painRise: Number(form.dataset.rise), painTooMuch: Number(form.dataset.tooMuch),
};

// What was left off: a reload, or a phone that emptied the tab, does not lose the session. It is kept in this tab only,
// for two hours, and goes with the quick exit, with deleting, and when the session is over.

const LEFT = "session-left-off";
const KEPT_FOR = 2 * 60 * 60 * 1000;
/** A session is gone on with only in the plan it belongs to, with the very same steps. */
const mark = JSON.stringify([
    form.elements.owner.value, form.elements["plan-version"].value, boxes.map((box) => [box.dataset.exercise, box.dataset.steps]),
]);

function leftOff() {
    try {
        const kept = JSON.parse(sessionStorage.getItem(LEFT));
        const age = Date.now() - kept?.at;
        return kept?.mark === mark && age >= 0 && age < KEPT_FOR ? {...kept.state, script} : null;
    } catch {
        return null;
    }
}

function forgetLeftOff() {
    try {
        sessionStorage.removeItem(LEFT);
    } catch {
        // Nothing was kept either.
    }
}

// Leaving hides the page, and a page that is hidden pauses: what is forgotten then must not be written again.
let isLeaving = false;
document.addEventListener("submit", ({target}) => { isLeaving ||= /\/(exit|delete|survey)$/.test(target.action ?? "") });

function keepState() {
    if (isLeaving) return;
    try {
        if (isOver(state) || state.stage === "pain-before") return forgetLeftOff();
        sessionStorage.setItem(LEFT, JSON.stringify({mark, at: Date.now(), state: {...state, script: null}}));
    } catch {
        // A browser that stores nothing begins again after a reload.
    }
}

let state = leftOff() ?? begin(script);
/** Whether the person is asked to go on where they were. */
let isAsking = state.stage !== "pain-before";
if (state.stage === "running") state = handle(state, {type: "pause"});
/** Whether the player, not the list, is shown. */
let isGuided = true;

// Cues: sound, voice, vibration

const cues = {sound: true, voice: false, vibration: false};
const canDo = {
    sound: "AudioContext" in window, voice: "speechSynthesis" in window, vibration: "vibrate" in navigator,
};
let audio = null;

function prepareCues() {
    for (const input of player.querySelectorAll("[data-cue]")) {
        const {cue} = input.dataset;
        input.closest("label").hidden = !canDo[cue];
        input.checked = remembered(cue) ?? input.checked;
        cues[cue] = input.checked && canDo[cue];
        input.addEventListener("change", () => {
            cues[cue] = input.checked;
            remember(cue, input.checked);
            if (cue === "voice" && !input.checked) speechSynthesis.cancel();
        });
    }
}

function remembered(cue) {
    try {
        const value = sessionStorage.getItem(`cue-${cue}`);
        return value === null ? null : value === "yes";
    } catch {
        return null;
    }
}

function remember(cue, isOn) {
    try {
        sessionStorage.setItem(`cue-${cue}`, isOn ? "yes" : "no");
    } catch {
        // A browser that stores nothing asks again next time.
    }
}

function beep(frequency, seconds = 0.14, volume = 0.25) {
    if (!cues.sound) return;
    audio ??= new AudioContext();
    audio.resume?.();
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(volume, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + seconds);
}

const buzz = (pattern) => { if (cues.vibration) navigator.vibrate(pattern); };

/** For screen readers, and aloud when the voice is on. */
function say(text) {
    at.live.textContent = text;
    if (!cues.voice) return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = document.documentElement.lang;
    speechSynthesis.speak(spoken);
}

// Drawing

const screenOf = () => isAsking ? "left-off" : state.stage === "stopped" && state.stop === "ended" ? "ended" : state.stage;
const isEased = (step) => state.eased.includes(step.exercise);
const partOf = (step) => {
    const whole = script.parts[step.exercise];
    return isEased(step) ? {...whole, ...whole.easier} : whole;
};
const repetitions = (step) => isEased(step) ? Math.max(1, Math.round(step.repetitions / 2)) : step.repetitions;
const repetition = (step) =>
    Math.min(repetitions(step), Math.floor(state.elapsed * repetitions(step) / currentSeconds(state)) + 1);
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function phase(step) {
    const names = {"get-ready": words.getReady, rest: words.rest, "change-sides": words.changeSides, work: words.go};
    const parts = [state.stage === "paused" ? words.paused : names[step.kind]];
    const sets = Math.max(...script.steps.filter((one) => one.exercise === step.exercise).map((one) => one.set));
    if (sets > 1) parts.push(written(words.set, step.set, sets));
    const side = sideOf(step);
    if (side) parts.push(side === "left" ? words.left : words.right);
    if (isEased(step)) parts.push(words.eased);
    return parts.join(" · ");
}

/** The side that is trained, or comes next. */
function sideOf(step) {
    if (step.side) return step.side;
    const next = script.steps[state.step + 1];
    return next?.exercise === step.exercise ? next.side : null;
}

/** One instruction at a time: the first while getting ready, the others spread over the set. */
function instruction(step) {
    const {instructions} = partOf(step);
    if (step.kind !== "work" || instructions.length === 1) return instructions[0];
    const pace = Math.max(5, Math.floor(currentSeconds(state) / (instructions.length - 1)));
    return instructions[Math.min(instructions.length - 1, 1 + Math.floor(state.elapsed / pace))];
}

const prefers = (query) => window.matchMedia(query).matches;

function drawFigure(step) {
    const {base, picture, name} = partOf(step);
    const isStill = state.stage === "paused" || prefers("(prefers-reduced-motion: reduce)");
    const isLeft = sideOf(step) === "left";
    const shape = isStill ? "-still" : isLeft ? "-mirror" : "";
    const address = `${base}${shape}${prefers("(prefers-color-scheme: dark)") ? "-dark" : ""}.svg`;
    if (at.figure.getAttribute("src") !== address) at.figure.src = address;
    at.figure.alt = isEased(step) ? name : picture;
    at.figure.classList.toggle("turned", isStill && isLeft);
}

function drawCounter(step) {
    const isCounted = step.kind === "work" && step.repetitions !== null;
    at.count.textContent = isCounted ? repetition(step) : currentSeconds(state) - state.elapsed;
    at.unit.textContent = isCounted ? written(words.of, "", repetitions(step)) : words.seconds;
}

function drawStep() {
    const step = current(state);
    const whole = script.steps.length === 0 ? 1 : 1 - secondsLeft(state) / Math.max(1, total());
    at.where.textContent = written(words.where, step.exercise + 1, script.parts.length);
    at.left.textContent = written(words.timeLeft, clock(secondsLeft(state)));
    at.whole.value = Math.max(0, Math.min(1, whole));
    at.name.textContent = partOf(step).name;
    at.phase.textContent = phase(step);
    at.instruction.textContent = instruction(step);
    at.step.value = currentSeconds(state) ? state.elapsed / currentSeconds(state) : 0;
    at.pause.textContent = state.stage === "paused" ? words.resume : words.pause;
    player.dataset.kind = step.kind;
    key("slower").disabled = state.pace >= 150;
    key("easier").disabled = isEased(step);
    drawCounter(step);
    drawFigure(step);
}

const key = (event) => player.querySelector(`[data-screen~="running"] [data-event="${event}"]`);
const total = () => secondsLeft({...state, stage: "running", step: 0, elapsed: 0});

function drawEnd() {
    const sent = record(state);
    at.done.textContent = written(words.doneLead, sent.done.length, sent.planned);
    for (const text of player.querySelectorAll("[data-stop]")) text.hidden = text.dataset.stop !== state.stop;
}

function drawLeftOff() {
    const step = current(state);
    const place = step?.exercise ?? script.parts.length - 1;
    at["left-where"].textContent = written(words.where, place + 1, script.parts.length);
    at["left-name"].textContent = script.parts[place].name;
}

function draw(before) {
    const shown = screenOf();
    player.dataset.stage = shown;
    let open = null;
    for (const screen of player.querySelectorAll("[data-screen]")) {
        screen.hidden = !screen.dataset.screen.split(" ").includes(shown);
        if (!screen.hidden) open = screen;
    }
    if (isAsking) drawLeftOff();
    if (current(state) && state.stage !== "how-painful") drawStep();
    if (state.stage === "how-painful") at["painful-hint"].textContent = written(words.painfulHint, painLimit(state));
    if (isOver(state)) drawEnd();
    // A new screen starts at its heading; going on after a pause leaves the focus on the button.
    const isSame = before && open.dataset.screen.split(" ").includes(before.stage);
    if (!isSame && before) open.querySelector("h2").focus({preventScroll: true});
    if (!isSame) player.closest("main").scrollTop = 0;
}

// What is heard

function announce(before) {
    const step = current(state);
    if (!step || state.stage !== "running") {
        if (state.stage === "paused" && before.stage === "running") say(words.paused);
        return;
    }
    const isNew = before.step !== state.step || before.stage === "pain-before";
    if (isNew) return announceStep(step);
    if (before.stage === "paused") return say(words.resume);
    if (before.elapsed !== state.elapsed) announceTime(step, before);
}

function announceStep(step) {
    const {name, dose} = partOf(step);
    const isFirst = step.kind === "get-ready";
    say([phase(step), isFirst ? `${name}. ${dose}` : "", step.kind === "rest" ? "" : instruction(step)]
        .filter((text) => text).join(". "));
    beep(step.kind === "work" ? 880 : 520, step.kind === "work" ? 0.35 : 0.2);
    buzz(step.kind === "work" ? [200] : [90, 70, 90]);
}

/** At half, at ten seconds, and the next instruction; never every second. Short ticks count the last three down. */
function announceTime(step, before) {
    const whole = currentSeconds(state);
    const left = whole - state.elapsed;
    const text = instruction(step);
    if (step.kind === "work" && step.set === 1 && text !== lastInstruction) say(text);
    else if (whole >= 40 && left === Math.floor(whole / 2)) say(words.halfWay);
    else if (whole >= 20 && left === 10) say(written(words.secondsLeft, 10));
    lastInstruction = text;
    if (left <= 3) beep(660, 0.08, 0.15);
    else if (step.repetitions !== null && step.kind === "work" && isNextRepetition(step, before)) beep(440, 0.06, 0.1);
}

let lastInstruction = "";

const isNextRepetition = (step, before) => {
    const count = repetitions(step);
    const at = ({elapsed}) => Math.floor(elapsed * count / currentSeconds(state));
    return at(before) !== at(state);
};

// Events

function dispatch(event) {
    const before = state;
    state = handle(state, event);
    if (state === before) return;
    if (event.type === "new-sign") isAsking = false;
    keepState();
    draw(before);
    announce(before);
    keepAwake();
    if (isOver(state)) finish();
}

player.addEventListener("click", ({target}) => {
    const button = target.closest("button");
    if (!button) return;
    if ("left" in button.dataset) {
        goOn(button.dataset.left === "on");
    } else if ("answer" in button.dataset) {
        dispatch({type: "answer", value: button.dataset.answer === "" ? null : Number(button.dataset.answer)});
    } else if (button.dataset.event === "pause") {
        dispatch({type: state.stage === "paused" ? "resume" : "pause"});
    } else if (button.dataset.event) {
        dispatch({type: button.dataset.event});
    }
});

/** Goes on where it was, or begins again. */
function goOn(isWanted) {
    const before = {...state, stage: "left-off"};
    isAsking = false;
    if (!isWanted) state = begin(script);
    keepState();
    draw(before);
    dispatch({type: "resume"});
}

document.addEventListener("keydown", (event) => {
    if (!isGuided || isAsking || event.altKey || event.ctrlKey || event.metaKey) return;
    const isRunning = state.stage === "running" || state.stage === "paused";
    const isControl = event.target.closest?.("button, a, summary, input");
    if (event.key === " " && isRunning && !isControl) {
        event.preventDefault();
        dispatch({type: state.stage === "paused" ? "resume" : "pause"});
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        const isOn = event.key === "ArrowRight";
        if (isRunning) dispatch({type: isOn ? "skip" : "back"});
        else moveAlong(event.target, isOn);
    }
});

/** Arrows walk along the numbers of a question. */
function moveAlong(from, isOn) {
    const next = isOn ? from.nextElementSibling : from.previousElementSibling;
    if (from.matches(".number-keys button")) next?.focus();
}

// Time. A gap means that the device slept: the session waits instead of rushing on.

const SLEPT = 5;
let lastTick = null;

setInterval(() => {
    const now = performance.now();
    if (state.stage !== "running" || !isGuided) {
        lastTick = null;
        return;
    }
    lastTick ??= now;
    const passed = Math.floor((now - lastTick) / 1000);
    if (passed < 1) return;
    lastTick += passed * 1000;
    if (passed >= SLEPT) sleepOver(); else dispatch({type: "tick", seconds: passed});
}, 200);

function sleepOver() {
    dispatch({type: "pause"});
    say(words.asleep);
}

document.addEventListener("visibilitychange", () => {
    if (document.hidden && state.stage === "running") dispatch({type: "pause"});
    else if (!document.hidden && state.stage === "paused") say(words.asleep);
    keepAwake();
});

let wakeLock = null;

async function keepAwake() {
    const isWanted = isGuided && state.stage === "running" && !document.hidden;
    if (!isWanted || wakeLock || !("wakeLock" in navigator)) {
        if (!isWanted) wakeLock?.release();
        return;
    }
    try {
        wakeLock = await navigator.wakeLock.request("screen");
        wakeLock.addEventListener("release", () => { wakeLock = null; });
    } catch {
        wakeLock = null;
    }
}

// The end

/** The day on this device, which may not be the day the page was made. */
function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Fields as the form sends them. */
function fields(id, sent) {
    const number = (value) => value === null ? "" : String(value);
    return [
        ["id", id], ["plan-version", form.elements["plan-version"].value], ["date", today()],
        ["owner", form.elements.owner.value],
        ...sent.done.map((one) => ["done", one]), ...sent.tooPainful.map((one) => ["too-painful", one]),
        ...sent.easier.map((one) => ["easier", one]), ["pain-before", number(sent.painBefore)],
        ["pain-during", number(sent.painDuring)], ["pain-after", number(sent.painAfter)],
        ["effort", number(sent.effort)], ["settled", ""], ["stop", sent.stop ?? ""],
    ];
}

async function finish() {
    const shown = player.querySelector(`[data-screen~="${screenOf()}"]`);
    shown.querySelector(".actions").before(document.querySelector("[data-offline]"));
    say(shown.querySelector("h2").textContent);
    beep(660, 0.5);
    const outcome = await deliver(form.action, fields(newId(), record(state)));
    // Offline the danger signs stand on the screen already, with the numbers to call.
    if (opensDangerScreen(state) && outcome === "sent") location.assign(words.signs);
}

// Player or list

function show(view) {
    isGuided = view === "player";
    if (!isGuided && state.stage === "running") dispatch({type: "pause"});
    player.hidden = !isGuided;
    list.hidden = isGuided;
    document.documentElement.classList.toggle("playing", isGuided);
    (isGuided ? player : document.getElementById("session-title")).focus({preventScroll: true});
}

for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => show(button.dataset.view));
}

// The list can be sent without a network too.
form.addEventListener("submit", (event) => {
    forgetLeftOff();
    if (navigator.onLine) return;
    event.preventDefault();
    deliver(form.action, [...new FormData(form)].map(([name, value]) => [name, String(value)]));
});

document.querySelector("[data-guide]").hidden = false;
prepareCues();
draw(null);
// A form that came back with faults is shown as it was sent.
show(document.getElementById("errors") ? "list" : "player");
