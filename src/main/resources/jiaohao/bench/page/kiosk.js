// The ticket kiosk: its touch screen, and the paper that comes out of it.

import { button, byId, make, say } from "./dom.js";
import { press } from "./wire.js";
import { pageLanguage, text, word } from "./words.js";

const STACK = 5;
const LANGUAGE_NAMES = { zh: "中文", en: "English" };

let hall;
let services = new Map();
let wishes = new Map();
let slips = null;

export function build(theHall) {
  hall = theHall;
  const can = new Set(hall.buttons.filter((one) => one.simulated).flatMap((one) => [one.press, one.held]));
  services = new Map(hall.services.map((service) => [service.id, serviceButton(service, can)]));
  const many = hall.services.length > 4;
  byId("services").classList.toggle("many", many);
  byId("services").replaceChildren(...[...services.values()].map((one) => one.element));
  buildWishes(can);
  buildChute();
  tick();
}

function serviceButton(service, can) {
  const verb = `take ${service.id}`;
  const other = pageLanguage() === "zh" ? "en" : "zh";
  const waiting = make("span", "service-waiting");
  const papers = service.papers.map((paper) => text(paper)).join(word("comma"));
  const element = button(
    "service",
    () => busyWhile(element, press(verb)),
    make("span", "service-prefix", service.prefix),
    make(
      "span",
      "service-words",
      make("span", "service-head", make("span", "service-name", text(service.name)), waiting),
      make("span", "service-other", service.name[other] ?? ""),
      make("span", "service-papers", papers ? word("papers") + papers : ""),
    ),
  );
  disableUnless(can.has(verb), element);
  return { element, waiting, stage: service.stages[0] };
}

function buildWishes(can) {
  wishes = new Map();
  const speakable = hall.languages.length > 1 ? hall.languages : [];
  for (const code of speakable) {
    wishes.set(`language ${code}`, LANGUAGE_NAMES[code] ?? code);
  }
  wishes.set("assist", word("assist"));
  const foot = byId("wishes");
  foot.replaceChildren();
  for (const [verb, name] of wishes) {
    const element = button(verb === "assist" ? "wish assist" : "wish", () => press(verb), name);
    disableUnless(can.has(verb), element);
    foot.append(element);
    wishes.set(verb, element);
  }
}

function disableUnless(possible, element) {
  element.disabled = !possible;
  if (!possible) {
    element.title = word("noButton");
  }
}

/** A press of a button whose slip is still coming waits for it; the button shows that. */
async function busyWhile(element, pressing) {
  element.setAttribute("aria-busy", "true");
  await pressing;
  element.removeAttribute("aria-busy");
}

export function show(panel) {
  const stops = panel.faults.some((fault) => fault.device === "printer" && fault.stops);
  byId("slot").classList.toggle("stopped", stops);
  say(byId("ask"), word(asking(panel)));
  for (const service of services.values()) {
    const count = panel.waiting.find((queue) => queue.stage === service.stage)?.numbers.length ?? 0;
    say(service.waiting, `${word("ahead")} ${count}`);
  }
  for (const [verb, element] of wishes) {
    const wished = verb === "assist" ? panel.wish.assist : verb === `language ${panel.wish.language}`;
    element.setAttribute("aria-pressed", String(wished));
  }
}

function asking(panel) {
  if (panel.suspended) {
    return "askSuspended";
  }
  return panel.break ? "askBreak" : panel.closed ? "closed" : "ask";
}

function buildChute() {
  const { printer } = hall.devices;
  const note = !printer ? word("noPrinter") : printer.simulated ? word("noSlip") : word("realPrinter") + printer.port;
  say(byId("chute-empty"), note);
}

export function showSlips({ count }) {
  const firstLook = slips === null;
  for (let number = firstLook ? Math.max(1, count) : slips + 1; number <= count; number++) {
    putOut(number, !firstLook);
  }
  drawStack(count);
  slips = count;
}

/** The slip slides out of the slot over the one before. */
function putOut(number, moving) {
  const chute = byId("chute");
  byId("chute-empty").hidden = true;
  const sheet = make("div", moving ? "sheet coming" : "sheet");
  sheet.append(image(number));
  chute.append(sheet);
  const sheets = chute.querySelectorAll(".sheet");
  sheets.forEach((old, index) => {
    if (index < sheets.length - 2) {
      old.remove();
    }
  });
}

function drawStack(count) {
  const items = [];
  for (let number = count - 1; number > 0 && items.length < STACK; number--) {
    const sheet = make("span", "sheet", image(number));
    items.push(make("li", "", button("stack-slip", () => enlarge(number), sheet)));
  }
  byId("stack").replaceChildren(...items);
}

function image(number) {
  const picture = make("img");
  picture.src = `/bench/slips/${number}.png`;
  picture.alt = `${word("slip")} ${number}`;
  return picture;
}

function enlarge(number) {
  byId("big-slip-image").src = `/bench/slips/${number}.png`;
  byId("big-slip-image").alt = `${word("slip")} ${number}`;
  byId("big-slip").showModal();
}

byId("chute").addEventListener("click", () => {
  if (slips) {
    enlarge(slips);
  }
});

/** The time of the hall, wherever the browser is. */
function tick() {
  if (hall) {
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: hall.timezone };
    say(byId("time"), new Date().toLocaleTimeString("zh", time));
  }
}

setInterval(tick, 1000);
