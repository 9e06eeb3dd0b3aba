// The windows: what each has in hand, and its keys.

import { drawChip, light } from "./board.js";
import { button, byId, make, say } from "./dom.js";
import { press } from "./wire.js";
import { text, word } from "./words.js";

const HELD_MILLIS = 1500;

// The four-key pad: short press, and what the key means when held.
const PAD = [
  ["next", "undo"],
  ["recall", "miss"],
  ["finish", "finish-other"],
  ["pause", "supervisor"],
];
const SMALL = ["start", "hold", "miss", "undo", "finish-other", "supervisor"];

let hall;
let cards = new Map();
let lastDisplays = [];

export function build(theHall) {
  hall = theHall;
  const can = new Set(hall.buttons.filter((one) => one.simulated).flatMap((one) => [one.press, one.held]));
  cards = new Map(hall.counters.map((counter) => [counter.number, card(counter, can)]));
  byId("counters").replaceChildren(...[...cards.values()].map((one) => one.element));
}

function card(counter, can) {
  const state = make("span", "state");
  const number = make("p", "in-hand");
  const what = make("p", "in-hand-what");
  const aside = make("p", "aside");
  const staff = make("p", "staff");
  const sign = make("p", "sign");
  const keys = make("div", "pad");
  const pauseWord = make("span", "key-word");
  PAD.forEach(([verb, held], index) => {
    keys.append(padKey(index + 1, verb, held, counter.number, can, verb === "pause" ? pauseWord : null));
  });
  const small = make("div", "small-keys");
  for (const verb of SMALL) {
    const words = `${verb} ${counter.number}`;
    const key = button("small-key", () => press(words), word(verb));
    key.disabled = !can.has(words);
    small.append(key);
  }
  const element = make("article", "counter", head(counter, state), make("div", "display", number, what, make("div", "display-foot", staff, aside, sign)), keys, small);
  element.dataset.counter = counter.number;
  const silent = counter.stages.every((id) => stageOf(id)?.silent);
  return { element, state, number, what, aside, staff, sign, silent, pauseWord };
}

function head(counter, state) {
  const stages = counter.stages.map((id) => stageName(id)).join(" · ");
  const title = make("h3", "counter-title", make("b", "", String(counter.number)), ` ${word("window")}`);
  return make("header", "counter-head", title, make("span", "counter-stages", stages), state);
}

function padKey(place, verb, held, counter, can, ownWord) {
  const short = `${verb} ${counter}`;
  const long = `${held} ${counter}`;
  const label = ownWord ?? make("span", "key-word");
  label.textContent = word(verb);
  const key = make(
    "button",
    "key",
    make("span", "key-place", String(place)),
    label,
    make("span", "key-held", `${word("hold15")} ${word(held)}`),
    make("span", "key-progress"),
  );
  key.type = "button";
  key.disabled = !can.has(short);
  key.dataset.verb = short;
  holdable(key, () => press(short), can.has(long) ? () => press(long) : null);
  return key;
}

/** A key of its own: short acts when it is let go, held acts once 1.5 s are over. */
function holdable(key, short, long) {
  let timer = null;

  function down() {
    if (timer !== null || key.disabled) {
      return;
    }
    key.classList.add("down");
    timer = setTimeout(() => {
      up();
      (long ?? short)();
    }, HELD_MILLIS);
  }

  function up() {
    clearTimeout(timer);
    timer = null;
    key.classList.remove("down");
  }

  function release() {
    if (timer !== null) {
      up();
      short();
    }
  }

  key.addEventListener("pointerdown", (event) => event.button === 0 && down());
  key.addEventListener("pointerup", release);
  key.addEventListener("pointerleave", up);
  key.addEventListener("pointercancel", up);
  key.addEventListener("contextmenu", (event) => event.preventDefault());
  key.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      down();
    }
  });
  key.addEventListener("keyup", release);
  key.addEventListener("blur", up);
  // A screen reader or a script clicks without any pointer.
  key.addEventListener("click", (event) => event.detail === 0 && event.pointerType === "" && short());
}

export function show(panel) {
  for (const counter of panel.counters) {
    const one = cards.get(counter.number);
    if (one) {
      showCounter(one, counter);
    }
  }
}

/** The clerk's own small display, where the counter has one; a beep flashes it. */
export function showDisplays(displays) {
  lastDisplays = displays;
  for (const display of displays) {
    const one = cards.get(display.counter);
    if (!one) {
      continue;
    }
    if (!one.chip) {
      one.chip = drawChip();
      one.chip.element.classList.add("clerk-display");
      one.element.querySelector(".display").prepend(one.chip.element);
    }
    light(one.chip, display.lit[0], display.text);
    one.chip.element.classList.toggle("beeped", one.beeps !== undefined && one.beeps !== display.beeps);
    one.beeps = display.beeps;
  }
}

export function again() {
  showDisplays(lastDisplays);
}

function showCounter(one, counter) {
  const status = statusOf(counter);
  one.element.dataset.status = status;
  one.element.classList.toggle("is-silent", counter.ticket ? counter.silent : one.silent);
  one.element.classList.toggle("is-paused", counter.paused);
  say(one.state, word(counter.paused ? "paused" : status));
  say(one.number, counter.ticket ?? (counter.paused ? word("paused") : "—"));
  say(one.what, counter.ticket ? `${serviceName(counter.service)} · ${stageName(counter.stage)}` : "");
  say(one.aside, [list("held", counter.held), list("missed", counter.missed)].filter(Boolean).join("  "));
  say(one.staff, counter.staff ? staffName(counter.staff) : "");
  showSign(one.sign, counter.sign);
  say(one.pauseWord, word(counter.paused ? "resume" : "pause"));
}

/** Papers are called by nobody: they are in hand at once. */
function statusOf(counter) {
  if (!counter.ticket) {
    return counter.paused ? "paused" : "idle";
  }
  return counter.silent ? "serving" : counter.status;
}

/** Four fifths of the time standard are over, or all of it. */
function showSign(element, sign) {
  element.hidden = !sign;
  if (sign) {
    element.classList.toggle("broken", sign.broken);
    element.title = word(sign.broken ? "standardBroken" : "standardNear");
    say(element, `${sign.spent_s} / ${sign.limit_s} s`);
  }
}

function list(name, numbers) {
  return numbers.length > 0 ? `${word(name)} ${numbers.slice(-4).join(" ")}` : "";
}

function stageName(id) {
  const stage = stageOf(id);
  return stage ? text(stage.name) : id;
}

function stageOf(id) {
  return hall.stages.find((one) => one.id === id);
}

function staffName(id) {
  const member = hall.staff.find((one) => one.id === id);
  return member ? text(member.name) : id;
}

function serviceName(id) {
  const service = hall.services.find((one) => one.id === id);
  return service ? text(service.name) : id;
}
