// The number board, drawn from what the chips' registers light up at this moment.

import { byId, make, svg } from "./dom.js";
import { word } from "./words.js";

const DIGIT_WIDTH = 60;
const DIGIT_HEIGHT = 100;
const GAP = 10;

// Bit of the chip's register, and outline: A on top, then clockwise, G the middle bar.
const SEGMENTS = [
  [0x40, "13,4 45,4 49,8 42,15 16,15 9,8"],
  [0x20, "51,10 55,14 53,43 48,48 42,42 44,17"],
  [0x10, "48,52 52,57 50,86 45,90 39,83 41,58"],
  [0x08, "11,96 43,96 44,92 37,85 13,85 5,92"],
  [0x04, "7,52 12,58 10,83 3,90 0,86 2,57"],
  [0x02, "8,10 15,17 13,42 7,48 2,43 4,14"],
  [0x01, "15,44 41,44 46,50 40,56 14,56 9,50"],
];
const POINT = 0x80;

// Often enough for a text that moves to be followed.
const LOOK_MILLIS = 150;

let chips = [];
let pictures = [];
let last;

export function build(hall) {
  const face = byId("board");
  face.replaceChildren();
  chips = [];
  pictures = [];
  const boards = hall.devices.boards;
  if (boards.length === 0) {
    face.append(make("p", "board-note", word("noBoard")));
  }
  let number = 0;
  for (const board of boards) {
    number += board.simulated ? 1 : 0;
    face.append(drawn(board, number));
  }
}

function drawn(board, number) {
  if (!board.simulated) {
    return make("p", "board-note", word("realBoard") + board.spi);
  }
  return board.face === "digits" ? chain(board) : picture(board, number);
}

/** Dots and window screens are drawn by the bench itself, from the bytes that were sent. */
function picture(board, number) {
  const image = make("img", "board-picture");
  const look = () => {
    if (image.isConnected) {
      image.src = `/bench/board/${number}.png?${Date.now()}`;
    }
  };
  image.addEventListener("load", () => setTimeout(look, document.hidden ? 2000 : LOOK_MILLIS));
  image.addEventListener("error", () => setTimeout(look, 2000));
  image.alt = "–";
  pictures.push([board.id, image]);
  setTimeout(look);
  return image;
}

function chain(board) {
  const columns = board.chips > 3 ? 2 : 1;
  const chain = make("div", `chain columns-${columns}`);
  for (let column = 0; column < columns; column++) {
    const head = make("p", "chain-head", make("span", "", word("boardNumber")), make("span", "", word("boardCounter")));
    head.setAttribute("aria-hidden", "true");
    chain.append(head);
  }
  for (let index = 0; index < board.chips; index++) {
    const chip = drawChip();
    chips.push(chip);
    chain.append(chip.element);
  }
  return chain;
}

export function drawChip() {
  const element = svg("svg", {
    viewBox: `-8 -4 ${8 * (DIGIT_WIDTH + GAP) + 12} ${DIGIT_HEIGHT + 8}`,
    class: "chip",
    preserveAspectRatio: "none",
    role: "img",
  });
  const places = [];
  for (let place = 0; place < 8; place++) {
    const group = svg("g", { transform: `translate(${place * (DIGIT_WIDTH + GAP)} 0)` });
    const shapes = SEGMENTS.map(([bit, points]) => [bit, svg("polygon", { points })]);
    shapes.push([POINT, svg("circle", { cx: 58, cy: 92, r: 5 })]);
    group.append(...shapes.map(([, shape]) => shape));
    element.append(group);
    places.push(shapes);
  }
  return { element, places };
}

export function show(now) {
  last = now;
  let index = 0;
  for (const [id, image] of pictures) {
    const words = now.boards.find((board) => board.id === id)?.text.join(" ");
    image.alt = words || "–";
  }
  for (const board of now.boards) {
    board.lit.forEach((lit, place) => {
      const chip = chips[index++];
      if (chip) {
        light(chip, lit, board.text[place]);
      }
    });
  }
}

export function again() {
  if (last) {
    show(last);
  }
}

export function light(chip, lit, words) {
  chip.places.forEach((shapes, place) => {
    for (const [bit, shape] of shapes) {
      shape.classList.toggle("lit", (lit[place] & bit) !== 0);
    }
  });
  if (chip.element.getAttribute("aria-label") !== words) {
    chip.element.setAttribute("aria-label", words || "–");
  }
}
