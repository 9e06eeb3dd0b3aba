// Names come from files and must never become markup: everything is made of text here.

/** An element with a class and content: strings become text. */
export function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content);
  return element;
}

/** A real button that runs `act` when it is used. */
export function button(className, act, ...content) {
  const element = make("button", className, ...content);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function svg(tag, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  return element;
}

/** Sets the text only when it differs, so that screen readers are not told twice. */
export function say(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}
