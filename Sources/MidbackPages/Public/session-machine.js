// A guided session as a pure state machine: `handle` takes a state and an event and gives the next state. It draws nothing
// and reads no clock; seconds come in as ticks, so that a sleeping phone or a changed clock cannot skip anything.
//
// Script: {parts: [{exercise}], steps: [{kind, exercise, set, side, seconds, repetitions}], painCeiling, painRise,
// painTooMuch}. Stages: pain-before, running, paused, how-painful, pain-after, effort, done, stopped (with `stop`:
// pain, new-sign, pain-before or ended). Events: {type: answer, value}, {type: tick, seconds}, and pause, resume, back,
// skip, slower, easier, too-painful, new-sign, end.

/** A session that waits for the pain before. */
export const begin = (script) => ({
    script, stage: "pain-before", stop: null, step: 0, elapsed: 0, pace: 100,
    painBefore: null, painDuring: null, painAfter: null, effort: null,
    done: [], skipped: [], eased: [], tooPainful: [],
});

/** Whether nothing more can happen. */
export const isOver = (state) => state.stage === "done" || state.stage === "stopped";

/** Whether a stop leads to the danger questions. */
export const opensDangerScreen = (state) => state.stage === "stopped" && state.stop !== "ended";

/** The step on the screen, or null when none runs. */
export const current = (state) =>
    ["running", "paused", "how-painful"].includes(state.stage) ? state.script.steps[state.step] ?? null : null;

/** Seconds of a step at the chosen pace; an easier way halves the work. */
function seconds(state, step) {
    if (step.kind !== "work") return step.seconds;
    const paced = Math.floor((step.seconds * state.pace + 99) / 100);
    return state.eased.includes(step.exercise) ? Math.max(1, Math.floor(paced / 2)) : paced;
}

/** Seconds of the step on the screen. */
export const currentSeconds = (state) => {
    const step = current(state);
    return step ? seconds(state, step) : 0;
};

/** Seconds to the end of the last step. */
export const secondsLeft = (state) => current(state)
    ? state.script.steps.slice(state.step).reduce((sum, step) => sum + seconds(state, step), 0) - state.elapsed
    : 0;

/** Highest pain that is allowed: the ceiling, but never more than the rise above the start allows. */
export function painLimit({script, painBefore}) {
    const before = painBefore ?? 0;
    const risen = Math.min(script.painCeiling, before + script.painRise);
    return Math.min(script.painTooMuch, Math.max(before, risen));
}

/** Takes one event. Events that do not fit the screen change nothing. */
export function handle(before, event) {
    if (isOver(before)) return before;
    const state = structuredClone(before);
    const runs = state.stage === "running" || state.stage === "paused";
    switch (event.type) {
        case "new-sign": stop(state, "new-sign"); break;
        case "end": finishOrLeave(state); break;
        case "answer": answer(state, event.value ?? null); break;
        case "tick": if (state.stage === "running") tick(state, Math.max(0, event.seconds)); break;
        case "pause": if (state.stage === "running") state.stage = "paused"; break;
        case "resume": if (state.stage === "paused") state.stage = "running"; break;
        case "back": if (runs) back(state); break;
        case "skip": if (runs) skip(state); break;
        case "slower": if (runs) state.pace = Math.min(150, state.pace + 25); break;
        case "easier": if (runs) ease(state); break;
        case "too-painful": if (runs) state.stage = "how-painful"; break;
    }
    return state;
}

function stop(state, reason) {
    state.stage = "stopped";
    state.stop = reason;
}

// Questions

const isPain = (number) => Number.isInteger(number) && number >= 0 && number <= 10;
const highest = (one, other) => one === null ? other : other === null ? one : Math.max(one, other);
const add = (list, place) => { if (!list.includes(place)) list.push(place); };

function answer(state, number) {
    if (number !== null && !isPain(number)) return;
    const isTooMuch = number !== null && number > state.script.painTooMuch;
    switch (state.stage) {
        case "pain-before":
            state.painBefore = number;
            if (isTooMuch) stop(state, "pain-before");
            else state.stage = state.script.steps.length === 0 ? "pain-after" : "running";
            break;
        case "how-painful": painful(state, number); break;
        case "pain-after":
            state.painAfter = number;
            state.painDuring = highest(state.painDuring, number);
            if (isTooMuch) stop(state, "pain"); else state.stage = "effort";
            break;
        case "effort":
            state.effort = number;
            state.stage = "done";
            break;
    }
}

/** Not told counts as too much: the careful reading. */
function painful(state, number) {
    const here = current(state);
    if (!here) return;
    add(state.tooPainful, here.exercise);
    state.painDuring = highest(state.painDuring, number);
    if (number === null || number > painLimit(state)) {
        stop(state, "pain");
        return;
    }
    state.stage = "running";
    skip(state);
}

function finishOrLeave(state) {
    if (state.done.length === 0 || state.stage === "pain-before") stop(state, "ended");
    else state.stage = state.stage === "effort" ? "done" : "pain-after";
}

// Time

function tick(state, passed) {
    let left = passed;
    while (left > 0 && state.stage === "running") {
        const here = current(state);
        if (!here) return;
        const rest = Math.max(0, seconds(state, here) - state.elapsed);
        if (left < rest) {
            state.elapsed += left;
            return;
        }
        left -= rest;
        advance(state, here);
    }
}

function advance(state, here) {
    const {steps} = state.script;
    state.elapsed = 0;
    state.step += 1;
    const isLast = state.step >= steps.length || steps[state.step].exercise !== here.exercise;
    if (isLast) add(state.done, here.exercise);
    if (state.step >= steps.length) state.stage = "pain-after";
}

// Moving about

const first = ({script}, exercise) => Math.max(0, script.steps.findIndex((step) => step.exercise === exercise));

function back(state) {
    const here = current(state);
    if (!here) return;
    const hasJustBegun = state.step === first(state, here.exercise) && state.elapsed < 3;
    const goal = hasJustBegun && here.exercise > 0 ? here.exercise - 1 : here.exercise;
    state.step = first(state, goal);
    state.elapsed = 0;
    state.done = state.done.filter((place) => place < goal);
    state.skipped = state.skipped.filter((place) => place < goal);
}

function skip(state) {
    const here = current(state);
    if (!here) return;
    add(state.skipped, here.exercise);
    state.elapsed = 0;
    const next = state.script.steps.findIndex((step) => step.exercise > here.exercise);
    state.step = next < 0 ? state.script.steps.length : next;
    if (next < 0) state.stage = "pain-after";
}

function ease(state) {
    const here = current(state);
    if (!here || state.eased.includes(here.exercise)) return;
    state.eased.push(here.exercise);
    state.elapsed = Math.min(state.elapsed, currentSeconds(state));
}

// What is stored

/** What is sent when it is over; null before. */
export function record(state) {
    if (!isOver(state)) return null;
    const names = (places) => [...places].sort((a, b) => a - b).map((place) => state.script.parts[place].exercise);
    return {
        done: names(state.done), planned: state.script.parts.length, tooPainful: names(state.tooPainful),
        easier: names(state.eased), painBefore: state.painBefore,
        painDuring: state.painDuring ?? state.painAfter ?? state.painBefore,
        painAfter: state.painAfter, effort: state.effort, stop: state.stop,
    };
}
