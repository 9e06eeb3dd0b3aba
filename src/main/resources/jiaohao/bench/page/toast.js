// A refused press, in words, for a few seconds.

import { byId, make } from "./dom.js";

const STAYS_MILLIS = 4500;

export function toast(words) {
  const toasts = byId("toasts");
  const note = make("p", "toast", words);
  toasts.append(note);
  while (toasts.children.length > 3) {
    toasts.firstChild.remove();
  }
  setTimeout(() => note.remove(), STAYS_MILLIS);
}
