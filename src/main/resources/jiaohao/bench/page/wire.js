// The way to the bench.

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
