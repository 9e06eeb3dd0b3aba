// What was said, who waits, what is out of order, and faults to try.

import { button, byId, make, say } from "./dom.js";
import { inject } from "./wire.js";
import { pageLanguage, text, word } from "./words.js";

const FAULTS = {
  printer: ["none", "paper-end", "near-end", "cover", "offline", "cutter", "silent"],
  board: ["none", "glitch", "dead"],
};
const CHIPS = 14;

let hall;
let faultKeys = [];
let lastSaid = [];
let queues = new Map();

export function build(theHall) {
  hall = theHall;
  buildQueues();
  buildFaults();
}

function buildQueues() {
  queues = new Map();
  const all = hall.stages.map((stage) => {
    const count = make("span", "stage-count", "0");
    const chips = make("ol", "chips");
    queues.set(stage.id, { count, chips });
    return make("div", stage.silent ? "stage is-silent" : "stage", make("h3", "stage-name", text(stage.name), count), chips);
  });
  byId("queue").replaceChildren(...all);
}

function buildFaults() {
  faultKeys = [];
  const simulated = {
    printer: hall.devices.printer?.simulated ?? false,
    board: hall.devices.boards.some((board) => board.simulated),
  };
  const groups = Object.entries(FAULTS).map(([device, faults]) => {
    const keys = faults.map((fault) => {
      const key = button("fault-key", () => inject(device, fault), word(fault));
      key.disabled = !simulated[device];
      key.dataset.fault = `${device} ${fault}`;
      faultKeys.push(key);
      return key;
    });
    const group = make("div", "fault-keys", ...keys);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", word(`device_${device}`));
    return make("div", "fault-row", make("h3", "fault-device", word(`device_${device}`)), group);
  });
  byId("faults").replaceChildren(...groups);
}

export function show(panel) {
  showQueues(panel.waiting);
  showOutside(panel);
  showTrouble(panel.faults);
  for (const key of faultKeys) {
    const [device, fault] = key.dataset.fault.split(" ");
    key.setAttribute("aria-pressed", String(panel.injected[device] === fault));
  }
}

function showQueues(waiting) {
  let sum = 0;
  for (const { stage, numbers } of waiting) {
    const queue = queues.get(stage);
    sum += numbers.length;
    if (!queue) {
      continue;
    }
    say(queue.count, String(numbers.length));
    queue.count.classList.toggle("zero", numbers.length === 0);
    const shown = numbers.slice(0, CHIPS).map((number) => make("li", "chip-number", number));
    if (numbers.length > CHIPS) {
      shown.push(make("li", "chip-more", `+${numbers.length - CHIPS}`));
    }
    queue.chips.replaceChildren(...shown);
  }
  say(byId("queue-sum"), `${sum} ${word("people")}`);
}

/** Who is out for a while, and who comes later today. */
function showOutside(panel) {
  const lists = ["away", "booked"].filter((name) => panel[name].length > 0);
  const rows = lists.map((name) => make("p", "outside-row", make("b", "", word(name)), ` ${panel[name].join(" ")}`));
  byId("outside").replaceChildren(...rows);
}

function showTrouble(faults) {
  const trouble = byId("trouble");
  trouble.hidden = faults.length === 0;
  trouble.classList.toggle("stops", faults.some((fault) => fault.stops));
  const key = JSON.stringify([pageLanguage(), faults]);
  if (trouble.dataset.shown === key) {
    return;
  }
  trouble.dataset.shown = key;
  const notes = faults.map((fault) => {
    const [kind, id] = fault.device.split(":");
    const device = word(`device_${kind}`) + (id ? ` ${id}` : "");
    return make("p", "trouble-note", make("b", "", device), ` ${text(fault.remedy)}`);
  });
  trouble.replaceChildren(...notes);
}

export function showSaid(said) {
  lastSaid = said;
  again();
}

/** The newest first; the same announcement in another language stands below, smaller. */
export function again() {
  const list = byId("said");
  if (lastSaid.length === 0) {
    list.replaceChildren(make("li", "said-nothing", word("silence")));
    return;
  }
  list.replaceChildren(...announcements().reverse().map(drawAnnouncement));
}

function announcements() {
  const all = [];
  for (const one of lastSaid) {
    const last = all.at(-1);
    if (last && last.every((other) => other.language !== one.language) && soonAfter(one, last[0])) {
      last.push(one);
    } else {
      all.push([one]);
    }
  }
  return all;
}

function soonAfter(one, first) {
  return Date.parse(one.at) - Date.parse(first.at) < 8000;
}

function drawAnnouncement(announcement) {
  const main = announcement.find((one) => one.language === pageLanguage()) ?? announcement[0];
  const others = announcement.filter((one) => one !== main);
  const words = make("div", "said-all", make("p", "said-words", main.text));
  words.append(...others.map((one) => make("p", "said-other", one.text)));
  return make("li", "said-one", words, make("time", "said-time", announcement[0].at.slice(11, 19)));
}
