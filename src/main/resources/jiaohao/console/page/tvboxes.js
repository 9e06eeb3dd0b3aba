// How words get onto the screen: both languages, nothing cut off, and page by page what is too much.

import { make } from "./dom.js";
import { spoken, text } from "./tvwords.js";

const PAGE_MILLIS = 10_000;

/** Words in both languages, the first of them bigger; once where they are the same. */
export function both(className, byCode) {
  const element = make("span", `both ${className}`);
  const seen = new Set([""]);
  for (const code of spoken()) {
    const said = text(byCode, code);
    if (!seen.has(said)) {
      const line = make("span", seen.size === 1 ? "first" : "other", said);
      line.lang = code;
      element.append(line);
      seen.add(said);
    }
  }
  return element;
}

/** Makes all of a box smaller until none of these parts of it is higher than its room. */
export function fitHeight(box, selector) {
  box.style.fontSize = "";
  const reachesOut = (part, whole) => part.top < whole.top - 1 || part.bottom > whole.bottom + 1;
  const bounds = (element) => element.getBoundingClientRect();
  const overflows = () => [...box.querySelectorAll(selector)].some((one) =>
    [...one.children].some((part) => reachesOut(bounds(part), bounds(one))));
  const whole = parseFloat(getComputedStyle(box).fontSize);
  for (let share = 0.97; share > 0.4 && overflows(); share -= 0.03) {
    box.style.fontSize = `${whole * share}px`;
  }
}

/** A sentence in both languages, broken where one takes breath and not within a word. */
export function sentence(byCode) {
  const element = both("", byCode);
  for (const line of element.children) {
    const clauses = line.textContent.match(/[^,;.\uff0c]+[,;.\uff0c]*\s*/g) || [];
    fill(line, ...clauses.map((clause) => make("span", "clause", clause)));
  }
  return element;
}

export function fill(element, ...content) {
  element.textContent = "";
  element.append(...content);
}

/** No name is worth reading that is smaller than this, in pixels of the screen's short side. */
const LEAST_SHARE = 0.0225;

/**
 * Makes what is too wide for its place smaller, and everything of its kind with it; what would
 * become too small to read goes on in another line, as far as there is room.
 */
export function fit(root, ...selectors) {
  for (const selector of selectors) {
    const alike = [...root.querySelectorAll(selector)].filter((element) => element.clientWidth > 0);
    const scale = Math.min(1, ...alike.map((element) => element.clientWidth / element.scrollWidth));
    if (scale < 1) {
      const size = parseFloat(getComputedStyle(alike[0]).fontSize) * scale;
      const least = Math.min(innerWidth, innerHeight) * LEAST_SHARE;
      for (const element of alike) {
        element.style.fontSize = `${Math.floor(Math.max(size, least) * 10) / 10}px`;
        element.classList.toggle("wrapped", size < least);
      }
    }
  }
}

/** Those of many that are on show now, when only so many have room at a time. */
export function page(all, most) {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const turn = Math.floor(performance.now() / PAGE_MILLIS) % pages;
  return all.slice(turn * most, (turn + 1) * most);
}

/** Runs `draw` only when what it draws from has changed; the size of the screen counts. */
export function onChange(draw) {
  let last;
  return (...values) => {
    const now = JSON.stringify([values, innerWidth, innerHeight]);
    if (now !== last) {
      last = now;
      draw(...values);
    }
  };
}
