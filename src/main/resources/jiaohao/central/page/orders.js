// What an operator may want of a hall. Each order has an id of its own: one that was not answered is
// sent again under the same id, and is carried out once.

import { button, make, say } from "/dom.js";
import { language, word } from "/words.js";

let unanswered = { key: "", id: "" };

/** Who asks, if they may; without a login everybody on this machine may. */
async function operator() {
  const answer = await fetch("/api/me");
  if (answer.status === 204) {
    return { proof: "" };
  }
  const me = answer.ok ? await answer.json() : { role: "viewer" };
  return me.role === "viewer" ? null : me;
}

function idFor(key) {
  if (unanswered.key !== key) {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    unanswered = { key, id: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
  }
  return unanswered.id;
}

function ownLanguage(words) {
  const [zh, ...en] = words.split(" / ");
  return language === "zh" || en.length === 0 ? zh : en.join(" / ");
}

/** Gives orders to one hall, and tells what came of each. */
function teller(hall, proof, told) {
  return async (order, fields = {}) => {
    const form = { order, ...fields };
    form.id = idFor(JSON.stringify([hall, form]));
    told.classList.remove("alarm");
    say(told, "…");
    const answer = await fetch(`/api/halls/${hall}/orders`, {
      method: "POST",
      headers: { "X-Proof": proof },
      body: new URLSearchParams(form),
    }).catch(() => null);
    const body = answer ? await answer.json().catch(() => ({})) : {};
    if (answer && (answer.ok || answer.status === 409)) {
      unanswered = { key: "", id: "" };
    }
    const fine = Boolean(answer) && answer.ok;
    told.classList.toggle("alarm", !fine);
    say(told, fine ? result(body) : ownLanguage(body.error || word("lost")));
  };
}

function result(body) {
  const faults = body.faults && body.faults.map((fault) => `${fault.device} ${fault.fault}`).join(", ");
  const link = body.reference ? ` · /t/${body.reference}` : "";
  return [word("done"), body.number && body.number + link, faults].filter(Boolean).join(" · ");
}

function input(label, type = "text") {
  const field = make(type === "lines" ? "textarea" : "input");
  if (type !== "lines") {
    field.type = type;
  }
  field.setAttribute("aria-label", label);
  field.placeholder = label;
  return field;
}

function choice(label, options) {
  const select = make("select");
  select.setAttribute("aria-label", label);
  select.append(...options.map(([value, name]) => new Option(name, value)));
  return select;
}

function row(label, ...parts) {
  return make("div", "order", make("span", "label", label), ...parts);
}

function go(name, act) {
  return button("go", act, word(name));
}

function words(text) {
  return text[language] || Object.values(text)[0] || "";
}

function rows(plan, order) {
  const counter = choice(word("windows"), plan.counters.map((number) => [number, number]));
  const zh = input("中文");
  const en = input("English");
  const minutes = input(word("minutes"), "number");
  minutes.value = 60;
  const service = choice(word("tickets"), plan.services.map((one) => [one.id, words(one.name)]));
  const at = input(word("at"), "time");
  const number = input("A012");
  const holidays = input('[[holiday]]\nfrom = "2027-10-01"\nto = "2027-10-07"', "lines");
  const file = input("hall.toml", "lines");
  return [
    row(
      word("windows"),
      counter,
      go("pause", () => order("pause", { counter: counter.value })),
      go("open", () => order("open", { counter: counter.value })),
    ),
    row(word("wholeHall"), go("suspend", () => order("suspend")), go("resume", () => order("resume"))),
    row(
      word("notice"),
      zh,
      en,
      minutes,
      go("show", () => order("post", { zh: zh.value, en: en.value, minutes: minutes.value })),
      go("takeAway", () => order("post", { minutes: 0 })),
    ),
    row(word("issue"), service, at, go("issue", () => order("issue", { service: service.value, at: at.value }))),
    row(
      word("slips"),
      number,
      go("reprint", () => order("reprint", { number: number.value })),
      go("selfTest", () => order("selftest")),
    ),
    row(word("holidays"), holidays, go("replace", () => order("holidays", { text: holidays.value }))),
    row(
      word("hallFile"),
      file,
      go("send", () => order("hall", { text: file.value })),
      go("rollback", () => order("rollback")),
    ),
  ];
}

/** The card of a hall's orders; empty for whoever may give none. */
export async function showOrders(element, hall, plan) {
  const me = await operator();
  if (!me || !plan) {
    element.replaceChildren(make("span", "label", word("noOrders")));
    return;
  }
  const told = make("p", "told");
  told.setAttribute("role", "status");
  element.replaceChildren(...rows(plan, teller(hall, me.proof, told)), told);
}
