// The front panel: fetches what the hall is once, then follows what happens in it.

import { byId, say } from "./dom.js";
import { speak, text, word } from "./words.js";
import { listen } from "./live.js";
import { read } from "./wire.js";
import * as board from "./board.js";
import * as counters from "./counters.js";
import * as desk from "./desk.js";
import * as kiosk from "./kiosk.js";
import * as side from "./side.js";

/** Three heartbeats. */
const QUIET_MILLIS = 16_000;

let hall;
let panel;
let connected = true;

function showPanel(now) {
  if (now.run !== hall.run) {
    location.reload(); // the bench was started anew, perhaps with another hall
    return;
  }
  panel = now;
  say(byId("day"), now.day ?? "–");
  say(byId("seq"), `#${now.seq}`);
  showLink();
  showStanding(now);
  kiosk.show(now);
  counters.show(now);
  side.show(now);
}

/** Whether the whole hall stands still, and why. */
function showStanding(now) {
  const why = now.suspended ? "suspended" : now.break ? "break" : "";
  document.body.dataset.standing = why;
  byId("standing").hidden = why === "";
  say(byId("standing"), why ? word(why) : "");
}

function showLink() {
  const link = byId("link");
  link.classList.toggle("lost", !connected);
  link.classList.toggle("starting", connected && panel?.ready === false);
  say(link, word(!connected ? "lost" : panel?.ready === false ? "starting" : "live"));
}

function build() {
  const name = text(hall.name);
  say(byId("hall-name"), name);
  document.title = `${name} · Jiaohao`;
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.language === document.documentElement.lang));
  }
  board.build(hall);
  kiosk.build(hall);
  counters.build(hall);
  desk.build(hall);
  side.build(hall);
}

function changeLanguage(code) {
  speak(code);
  build();
  if (panel) {
    showPanel(panel);
  }
  board.again();
  counters.again();
  side.again();
  try {
    localStorage.setItem("language", code);
  } catch {
    // Private windows have no storage; the choice then lasts as long as the page.
  }
}

function preferred() {
  const asked = new URLSearchParams(location.search).get("language");
  try {
    return asked ?? localStorage.getItem("language") ?? hall.languages[0];
  } catch {
    return asked ?? hall.languages[0];
  }
}

async function begin() {
  try {
    hall = await read("/bench/hall");
  } catch {
    setTimeout(begin, 1000);
    return;
  }
  speak(preferred());
  build();
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.addEventListener("click", () => changeLanguage(choice.dataset.language));
  }
  listen(
    "/bench/events",
    QUIET_MILLIS,
    {
      panel: showPanel,
      board: board.show,
      counter_displays: counters.showDisplays,
      slips: kiosk.showSlips,
      said: side.showSaid,
    },
    (ok) => {
      connected = ok;
      showLink();
    },
  );
}

begin();
