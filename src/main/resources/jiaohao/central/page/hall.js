// One hall, drawn anew with every news; its charts only when it is opened.

import { make, say } from "/dom.js";
import { showOrders } from "/orders.js";
import { device, language, word } from "/words.js";

const MOST_NUMBERS = 40;

let shown = "";
let parts = {};
let plan = null;
let charts = [];

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(path);
  }
  return answer.json();
}

function card(title, ...content) {
  return make("section", "card", make("h2", "", title), ...content);
}

function wide(title, ...content) {
  const element = card(title, ...content);
  element.classList.add("wide");
  return element;
}

function words(text) {
  return text[language] || Object.values(text)[0] || "";
}

function frame(element, hall) {
  parts = {
    name: make("h1"),
    about: make("p"),
    alarms: make("div", "alarms"),
    lines: make("div", "lines"),
    windows: make("div", "windows"),
    charts: make("div", "charts"),
    orders: make("div", "orders"),
    downloads: make("div", "downloads"),
  };
  const back = make("a", "back", word("back"));
  back.href = "#";
  element.replaceChildren(
    back,
    make("div", "title", parts.name, parts.about),
    parts.alarms,
    make(
      "div",
      "cards",
      card(word("lines"), parts.lines),
      card(word("windows"), parts.windows),
      wide(word("orders"), parts.orders),
      wide(word("history"), parts.charts),
      wide(word("files"), parts.downloads),
    ),
  );
  drawHistory(hall.id);
}

/** What the supervisor should see to. */
function called(alarm) {
  const known = plan && plan.stages.find((one) => one.id === alarm.stage);
  const name = known ? words(known.name) : alarm.stage;
  const inChinese = {
    called: `${alarm.counter}号窗口呼叫主管`,
    "pair-away": `${alarm.counter}号窗口和替岗都已暂停`,
    "stage-unserved": `${name}无人办理`,
    "long-wait": `${name}等候过久,请加开窗口`,
  };
  const inEnglish = {
    called: `Window ${alarm.counter} calls the supervisor`,
    "pair-away": `Window ${alarm.counter} and its stand-in are both paused`,
    "stage-unserved": `Nobody serves ${name}`,
    "long-wait": `Long waits for ${name}; open another window`,
  };
  return (language === "zh" ? inChinese : inEnglish)[alarm.reason];
}

function alarms(hall, state) {
  const all = state.alarms.map((alarm) => make("p", "alarm", called(alarm)));
  if (hall.fenced) {
    const box = hall.fenced;
    const numbers = box.numbers.map((number) => number.split("/").pop()).join(" ");
    all.push(
      make(
        "p",
        "alarm",
        language === "zh"
          ? `另一台机器(${box.host})仍以本厅名义工作,已被拒收;其记录 ${box.from}–${box.to} 只在那台机器上。号码:${numbers || "无"}。请停用其中一台,需要时在那台机器上用 journal export --from ${box.from} 导出。`
          : `Another box (${box.host}) works as this hall too and is refused; its events ${box.from}–${box.to} are on that box only. Numbers: ${numbers || "none"}. Switch one of them off; there, journal export --from ${box.from} saves these events.`,
      ),
    );
  }
  if (hall.broken) {
    all.push(make("p", "alarm", `${word("broken")}: ${hall.broken} (${hall.refused})`));
  }
  for (const fault of hall.faults) {
    all.push(make("p", "", `${device(fault.device)}: ${fault.remedy || fault.fault}`));
  }
  return all;
}

function line(stage, numbers) {
  const list = make("span", "numbers");
  for (const number of numbers.slice(0, MOST_NUMBERS)) {
    list.append(make("span", "number", number));
  }
  if (numbers.length === 0) {
    list.append(make("span", "more", word("nobody")));
  } else if (numbers.length > MOST_NUMBERS) {
    list.append(make("span", "more", `+ ${numbers.length - MOST_NUMBERS}`));
  }
  const known = plan && plan.stages.find((one) => one.id === stage);
  const name = make("span", "", known ? words(known.name) : stage);
  return make("div", "stage", name, list);
}

function windowBox(number, ticket) {
  return make(
    "div",
    ticket ? "window busy" : "window",
    make("span", "label", language === "zh" ? `${number}号窗口` : `Window ${number}`),
    make("span", "figure", ticket || "–"),
  );
}

function downloads(hall, state) {
  const day = make("a", "", word("dayFile"));
  day.href = `/api/halls/${hall.id}/report.csv?day=${state.day}`;
  day.download = `${hall.id}-${state.day}.csv`;
  const events = make("a", "", word("eventFile"));
  events.href = `/api/halls/${hall.id}/events`;
  events.download = `${hall.id}.ndjson`;
  return state.day ? [day, events] : [events];
}

function options(most) {
  return {
    animation: false,
    maintainAspectRatio: false,
    scales: { y: { beginAtZero: true, max: most, ticks: { precision: 0 } } },
    plugins: { legend: { position: "bottom", labels: { boxWidth: 12 } } },
  };
}

function chart(type, days, sets, most) {
  const canvas = make("canvas");
  parts.charts.append(make("div", "chart", canvas));
  const labels = days.map((day) => day.day.slice(5));
  charts.push(new window.Chart(canvas, { type, data: { labels, datasets: sets }, options: options(most) }));
}

function set(label, color, data) {
  return { label, data, borderColor: color, backgroundColor: color, borderWidth: 2, pointRadius: 2 };
}

async function drawHistory(id) {
  charts.forEach((one) => one.destroy());
  charts = [];
  const days = await ask(`/api/halls/${id}/days`);
  if (id !== shown) {
    return;
  }
  parts.charts.replaceChildren();
  chart("bar", days, [
    set(word("tickets"), "#9cc7bd", days.map((day) => day.tickets)),
    set(word("finished"), "#0c6a5b", days.map((day) => day.finished)),
  ]);
  chart("line", days, [set(word("waitMinutes"), "#c27a12", days.map((day) => Math.round(day.wait_s / 6) / 10))]);
  chart(
    "line",
    days,
    [
      set(word("keptServing"), "#0c6a5b", days.map((day) => day.serving)),
      set(word("keptWaiting"), "#4a7fb5", days.map((day) => day.waiting)),
    ],
    100,
  );
}

/** Shows a hall in an element; `hall` as the list tells it. */
export async function showHall(element, hall) {
  if (shown !== hall.id || !element.hasChildNodes()) {
    shown = hall.id;
    plan = null;
    frame(element, hall);
    plan = await ask(`/api/halls/${hall.id}/plan`).catch(() => null);
    showOrders(parts.orders, hall.id, plan);
  }
  const state = await ask(`/api/halls/${hall.id}`);
  if (shown !== hall.id) {
    return;
  }
  say(parts.name, hall.name);
  const standing = state.suspended ? ` · ${word("suspended")}` : state.break ? ` · ${word("onBreak")}` : "";
  const online = hall.online ? "" : ` · ${word("off")}`;
  say(parts.about, `${hall.id} · ${word("position")} ${hall.seq}${standing}${online}${hall.version ? ` · ${hall.version}` : ""}`);
  parts.alarms.replaceChildren(...alarms(hall, state));
  parts.lines.replaceChildren(...Object.entries(state.waiting).map(([stage, numbers]) => line(stage, numbers)));
  const windows = plan ? plan.counters : Object.keys(state.serving).map(Number);
  parts.windows.replaceChildren(...windows.map((number) => windowBox(number, state.serving[number])));
  parts.downloads.replaceChildren(...downloads(hall, state));
}
