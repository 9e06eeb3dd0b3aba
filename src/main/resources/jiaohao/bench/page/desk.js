// What is typed at a desk: a number to be called, a stage to send somebody to, who signs on.

import { byId, make } from "./dom.js";
import { press } from "./wire.js";
import { word } from "./words.js";

const OF_THE_HALL = ["suspend", "resume"];

const entered = [];
let back = 0;

export function build(hall) {
  byId("typed").placeholder = word("typedHint");
  const stages = hall.stages.map((stage) => `transfer ${hall.counters[0]?.number} ${stage.id}`);
  const staff = hall.staff.map((member) => `sign-on ${hall.counters[0]?.number} ${member.id}`);
  const all = [...stages, ...staff, ...OF_THE_HALL];
  byId("typeable").replaceChildren(...all.map(choice));
}

function choice(words) {
  const option = make("option");
  option.value = words;
  return option;
}

async function enter(event) {
  event.preventDefault();
  const field = byId("typed");
  const words = field.value.trim();
  if (words === "") {
    return;
  }
  entered.push(words);
  back = 0;
  if (await press(words)) {
    field.value = "";
  } else {
    field.select(); // what was refused is there to be mended
  }
}

/** Page-up brings what was entered before; arrows belong to the list of choices. */
function recall(event) {
  if (event.key === "PageUp" && back < entered.length) {
    event.preventDefault();
    back++;
    byId("typed").value = entered.at(-back);
  }
}

byId("desk").addEventListener("submit", enter);
byId("typed").addEventListener("keydown", recall);
