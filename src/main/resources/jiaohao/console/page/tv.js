// The call display for a television set: nobody touches it, and it must be right for months.
// Written for the browsers of sets some years old: no newer syntax than theirs.

import { byId, make, say } from "./dom.js";
import { listen } from "./live.js";
import { both, fill, fit, onChange, sentence } from "./tvboxes.js";
import { note, showCalls, showWindows } from "./tvcalls.js";
import { showPromise, showServices } from "./tvlists.js";
import { speak, spoken, words } from "./tvwords.js";

/** A kiosk that has said nothing for so long may show what is no longer true. */
const SILENT_MILLIS = 10_000;

const asked = new URLSearchParams(location.search);
let hall;
let now;
let heardAt = performance.now();
let aheadMillis = 0; // the kiosk's clock before the one here
let heardTime;

function hear(handle) {
  return (data) => {
    heardAt = performance.now();
    handle(data);
    heardTime = time();
    show();
  };
}

function takeHall(told) {
  if (hall && hall.page !== told.page) {
    location.reload(); // the kiosk has a newer page
    return;
  }
  hall = told;
  speak(hall.languages, asked.get("lang"));
  choose();
}

/** Only what concerns the windows this set is for. */
function choose() {
  const wanted = new Set((asked.get("counters") || "").split(",").filter(Boolean).map(Number));
  const all = hall.windows;
  hall.windows = wanted.size ? all.filter((window) => wanted.has(window.number)) : all;
  if (wanted.size) {
    const stages = new Set([].concat(...hall.windows.map((window) => window.stages)));
    hall.services = hall.services.filter((service) => service.stages.some((stage) => stages.has(stage)));
    hall.promise = hall.promise.filter((promise) => stages.has(promise.stage));
  }
  hall.unknown = [...wanted].filter((number) => !all.some((window) => window.number === number));
}

function takeNow(told) {
  const wanted = new Set(hall.windows.map((window) => window.number));
  const filtered = asked.get("counters");
  const calls = told.calls.filter((call) => !filtered || wanted.has(call.window));
  note(calls, now !== undefined);
  now = Object.assign({}, told, { calls });
}

function takeBeat(millis) {
  aheadMillis = millis - Date.now();
}

function show() {
  showStale();
  showTime();
  if (!hall || !now) {
    return;
  }
  document.body.dataset.standing = now.standing;
  drawName(hall.name, spoken());
  drawNotice(notice());
  document.body.classList.toggle("nobody-called", now.calls.length === 0);
  showServices(hall.services, now);
  showPromise(hall.promise, now.kept || []);
  showWindows(hall.windows, now);
  showCalls(now.calls, now.notice ? 2 : 3); // last: the others leave it its room
  if (now.calls.length === 0) {
    showIdle();
  }
}

const drawName = onChange((name) => {
  document.title = Object.values(name)[0];
  fill(byId("name"), both("", name));
  fit(byId("name"), ".first", ".other");
});

function notice() {
  return hall.unknown.length ? words("noWindow", hall.unknown.join(", ")) : now.notice;
}

const drawNotice = onChange((told) => {
  const box = byId("notice");
  box.hidden = !told;
  document.body.classList.toggle("has-notice", Boolean(told));
  fill(box, ...(told ? [sentence(told)] : []));
});

/** While nobody is called there is the time to look at. */
function showIdle() {
  const box = byId("calls");
  if (!box.querySelector(".idle-clock")) {
    fill(box, make("p", "idle-clock"), make("p", "idle-date"));
    box.dataset.count = 0;
  }
  say(box.querySelector(".idle-clock"), time());
  say(box.querySelector(".idle-date"), spoken().map(date).join(" · "));
}

function format(code, how) {
  const options = Object.assign({ timeZone: hall.timezone }, how);
  return new Intl.DateTimeFormat(code === "zh" ? "zh-CN" : "en-GB", options).format(Date.now() + aheadMillis);
}

/** The time of the hall, by the kiosk's clock: that of a television set is often wrong. */
function time() {
  return hall ? format("en", { hour: "2-digit", minute: "2-digit", hour12: false }) : "";
}

function date(code) {
  return format(code, { weekday: "long", day: "numeric", month: code === "zh" ? "long" : "short" });
}

function showTime() {
  if (hall) {
    say(byId("clock"), time());
    drawDate(spoken().map(date));
  }
}

const drawDate = onChange(([first, ...others]) => {
  fill(byId("date"), make("span", "first", first), ...others.map((other) => make("span", "other", other)));
});

function showStale() {
  const silent = performance.now() - heardAt > SILENT_MILLIS;
  const stale = silent && now;
  document.body.classList.toggle("is-stale", Boolean(stale));
  drawStale(stale ? words("stale", heardTime) : silent ? words("connecting") : null);
}

const drawStale = onChange((told) => {
  byId("stale").hidden = !told;
  fill(byId("stale"), ...(told ? [both("", told)] : []));
});

listen("/tv/events", SILENT_MILLIS, { hall: hear(takeHall), now: hear(takeNow), beat: hear(takeBeat) }, () => {});
setInterval(show, 500);
addEventListener("resize", show);
show();
