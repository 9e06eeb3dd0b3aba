// Who waits and for how long, and what the hall promises.

import { byId, make } from "./dom.js";
import { both, fill, fit, onChange, page } from "./tvboxes.js";
import { duration, spoken, text, word, words } from "./tvwords.js";

const MOST_SERVICES = 6;

/** More than these are lines rather than cards. */
const MOST_CARDS = 5;

/** Customers waiting by service, and how long one who comes now will wait. */
export function showServices(services, now) {
  const shown = page(services, MOST_SERVICES).map((service) =>
    Object.assign({}, service, now.services.find((one) => one.id === service.id)));
  drawServices(shown);
}

const drawServices = onChange((services) => {
  const box = byId("services");
  box.className = innerWidth < innerHeight || services.length > MOST_CARDS ? "services lines" : "services cards";
  fill(box, ...services.map(serviceCard));
  fit(box, ".service-name .first", ".service-name .other", ".service-wait .first", ".service-wait .other");
});

function serviceCard(service) {
  const head = make("div", "service-head", make("span", "prefix", service.prefix), both("service-name", service.name));
  const count = make("b", "waiting-count", String(service.waiting || 0));
  const foot = make("div", "service-foot", count, both("waiting-word", words("waiting")));
  if (service.high_min !== undefined) {
    foot.append(both("service-wait", words("about", service.low_min, service.high_min)));
  }
  const card = make("div", "service", head, foot);
  card.dataset.service = service.id;
  return card;
}

/** One promise at a time, with how it has been kept today. */
export function showPromise(promises, kept) {
  byId("promise").hidden = promises.length === 0;
  if (promises.length) {
    const one = page(promises, 1)[0];
    drawPromise(one, kept.find((stage) => stage.stage === one.stage) || {});
  }
}

const drawPromise = onChange((promise, kept) => {
  const said = {};
  for (const code of spoken()) {
    said[code] = [
      text(promise.name, code),
      part(code, "serving", promise.serving_s, kept.serving),
      part(code, "wait", promise.waiting_s, kept.waiting),
    ].filter(Boolean).join(" · ");
  }
  const box = byId("promise");
  fill(box, both("promise-title", words("promise")), both("promise-text", said));
  fit(box, ".promise-text .first", ".promise-text .other");
});

function part(code, kind, limit, percent) {
  if (limit === undefined) {
    return "";
  }
  const promised = word(code, kind, duration(code, limit));
  return percent === undefined ? promised : word(code, "kept", promised, percent);
}
