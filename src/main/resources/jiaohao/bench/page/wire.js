// The way to the bench: requests, and the stream of what changes.

import { pageLanguage, word } from "./words.js";
import { toast } from "./toast.js";

export async function read(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

async function post(path, fields) {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(fields)}`, { method: "POST" });
    if (!answer.ok) {
      const told = await answer.json();
      toast(told.words?.[pageLanguage()] ?? told.error);
    }
    return answer.ok;
  } catch {
    toast(word("unreachable"));
    return false;
  }
}

/** Presses the button that means `verb`; a refusal is shown in words. */
export function press(verb) {
  return post("/bench/press", { button: verb });
}

export function inject(device, fault) {
  return post("/bench/fault", { device, fault });
}

/**
 * Hears what changes. The browser reconnects by itself; a stream that is silent for longer than
 * three heartbeats is dead although nobody said so, and is opened anew.
 */
export function listen(hearers, linked) {
  const QUIET_MILLIS = 16_000;
  let source;
  let watchdog;

  function alive() {
    clearTimeout(watchdog);
    watchdog = setTimeout(open, QUIET_MILLIS);
  }

  function open() {
    source?.close();
    source = new EventSource("/bench/events");
    source.onopen = () => linked(true);
    source.onerror = () => {
      linked(false);
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(watchdog);
        watchdog = setTimeout(open, 1000);
      }
    };
    source.addEventListener("beat", alive);
    for (const [name, hear] of Object.entries(hearers)) {
      source.addEventListener(name, (event) => {
        alive();
        hear(JSON.parse(event.data));
      });
    }
    alive();
  }

  open();
}
