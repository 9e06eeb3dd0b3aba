// The numbers that are called: the latest in large, and every window with what it has in hand.

import { byId, make } from "./dom.js";
import { both, fill, fit, fitHeight, onChange, page } from "./tvboxes.js";
import { spoken, word, words } from "./tvwords.js";

/** As long as a call stands out; it flashes in the first seconds of it. */
const FRESH_MILLIS = 12_000;

/** Whoever asked for help has so many times as long to find their number. */
const LONGER = 3;

/** Below this, in hundredths of the screen's short side, a row of windows cannot be read. */
const LEAST_ROW = 9.4;
const MOST_ROWS = 7;

/** What an upright screen keeps for the large number, in the same measure. */
const UPRIGHT_CALLS = 62;

const seen = new Map(); // by window: the serial of its last call, and when it came

/** Remembers when each call came; whatever is called when the page is opened is no news. */
export function note(calls, isNews) {
  for (const call of calls) {
    const before = seen.get(call.window);
    if (!before || before.serial !== call.serial) {
      seen.set(call.window, { serial: call.serial, at: isNews ? performance.now() : -Infinity });
    }
  }
}

function age(call) {
  return performance.now() - seen.get(call.window).at;
}

function isFresh(call) {
  return age(call) < (call.longer ? LONGER : 1) * FRESH_MILLIS;
}

/** Fresh calls all stand in large; otherwise the latest does. */
export function showCalls(calls, most) {
  const fresh = calls.filter(isFresh).slice(0, most);
  const large = fresh.length ? fresh : calls.slice(0, 1);
  const box = byId("calls");
  const room = [box.clientWidth, box.clientHeight];
  drawCalls(large.map((call) => [call.number, call.window, call.serial, isFresh(call)]), large, room);
}

const drawCalls = onChange((keys, calls) => {
  const box = byId("calls");
  box.dataset.count = calls.length;
  if (calls.length) {
    fill(box, both("calls-title", words("calling")), ...calls.map(callElement));
    fitHeight(box, ".call");
    fit(box, ".call-number");
  }
});

function callElement(call) {
  const element = make("div", "call", make("span", "call-number", call.number), windowElement(call.window));
  if (isFresh(call)) {
    element.classList.add("fresh");
    element.style.animationDelay = `${-age(call)}ms`; // drawn anew, it does not begin anew
  }
  return element;
}

/** "3号窗口" in Chinese, "Window 3" in other languages. */
function windowElement(number) {
  const digits = make("b", "window-number", String(number));
  const name = both("window-word", words("window"));
  const element = make("span", "call-window");
  element.append(...(spoken()[0] === "zh" ? [digits, name] : [name, digits]));
  return element;
}

/** Every window: what it has in hand, or that it is paused and who stands in. */
export function showWindows(windows, now) {
  const box = byId("windows");
  const upright = innerWidth < innerHeight;
  const middle = (box.parentElement.clientHeight / Math.min(innerWidth, innerHeight)) * 100;
  const room = upright ? middle - UPRIGHT_CALLS : middle;
  const rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(room / LEAST_ROW)));
  const columns = upright || windows.length > rows ? 2 : 1;
  box.parentElement.classList.toggle("many-windows", columns === 2);
  const shown = page(windows, rows * columns).map((window) => ({
    number: window.number,
    call: now.calls.find((call) => call.window === window.number),
    paused: now.paused.find((one) => one.window === window.number),
  }));
  drawWindows(shown, columns, shown.map((one) => Boolean(one.call) && isFresh(one.call)));
}

const drawWindows = onChange((shown, columns) => {
  const box = byId("windows");
  box.dataset.columns = columns;
  fill(box, ...shown.map(windowTile));
  fit(box, ".tile-number", ".tile-paused .first", ".tile-paused .other");
});

function windowTile(one) {
  const tile = make("div", "tile", windowElement(one.number));
  tile.dataset.window = one.number;
  if (one.call) {
    tile.append(make("span", "tile-number", one.call.number));
    tile.classList.toggle("fresh", isFresh(one.call));
  } else if (one.paused) {
    tile.classList.add("paused");
    tile.append(pausedElement(one.paused));
  } else {
    tile.append(make("span", "tile-number idle", "–"));
  }
  return tile;
}

function pausedElement(paused) {
  const said = {};
  for (const code of spoken()) {
    const instead = paused.instead ? word(code, "instead", paused.instead) : "";
    const gap = code === "zh" ? "\uff0c" : "; ";
    said[code] = instead ? word(code, "paused") + gap + instead : word(code, "paused");
  }
  return both("tile-paused", said);
}
