// A clerk's desk: the keys of the pad, and what no key can mean: a number, a stage, a tag, a person.

import { button, byId, make, say } from "./dom.js";

const KEYS = [
  ["next", "下一位 Next", "main"],
  ["recall", "重呼 Recall"],
  ["start", "开始 Start"],
  ["finish", "办结 Finish"],
  ["finish-other", "另一结果 Other outcome"],
  ["miss", "过号 Missed"],
  ["hold", "挂起 Hold"],
  ["back", "放回队列 Back in line"],
  ["undo", "撤销 Undo"],
  ["pause", "暂停/恢复 Pause"],
  ["lost-slip", "号票遗失 Lost slip"],
  ["sign-off", "签退 Sign off"],
  ["supervisor", "呼叫主管 Supervisor"],
];

let stages = [];
let pin = sessionStorage.getItem("pin") || "";

async function ask(path, options = {}) {
  return fetch(path, { ...options, headers: { "X-Pin": pin } });
}

function tell(words, refused) {
  byId("told").classList.toggle("refused", refused);
  say(byId("told"), words);
}

async function press(verb) {
  const answer = await ask("/api/press", { method: "POST", body: new URLSearchParams({ verb }) });
  if (answer.ok) {
    tell(`✓ ${verb}`, false);
  } else {
    tell((await answer.json()).error, true);
  }
  look();
}

function ofWindow(verb, object = "") {
  press(`${verb} ${byId("window").value}${object ? ` ${object}` : ""}`);
}

function line(name, verb, field) {
  const go = button("", () => field.value.trim() && ofWindow(verb, field.value.trim()), "确定 Go");
  field.addEventListener("keydown", (event) => event.key === "Enter" && go.click());
  return make("label", "line", make("span", "", name), field, go);
}

function choice(all) {
  const select = make("select");
  select.append(...all.map((one) => new Option(one.name, one.id)));
  return select;
}

function word(placeholder) {
  const input = make("input");
  input.placeholder = placeholder;
  return input;
}

function build(hall) {
  stages = hall.stages;
  byId("window").replaceChildren(...hall.counters.map((number) => new Option(number, number)));
  byId("window").value = sessionStorage.getItem("window") || hall.counters[0];
  byId("keys").replaceChildren(
    ...KEYS.map(([verb, name, look = ""]) => button(look, () => ofWindow(verb), name)),
    button("", () => press("suspend"), "全厅暂停 Suspend"),
    button("", () => press("resume"), "恢复叫号 Resume"),
  );
  byId("typed").replaceChildren(
    line("叫指定号 Call", "call", word("A012")),
    line("转到 Send on to", "transfer", choice(hall.stages)),
    line("号放回 Put back", "back", word("A012")),
    line("绑定钥匙号 Bind", "bind", word("17")),
    line("核对钥匙号 Match", "match", word("17")),
    line("补发号 Issue", "issue", choice(hall.services)),
    line("预约 Book", "book", word(`${hall.services[0]?.id}@14:30`)),
  );
  if (hall.staff.length > 0) {
    byId("typed").append(line("签到 Sign on", "sign-on", choice(hall.staff)));
  }
}

function alarmWords(alarm) {
  const stage = stages.find((one) => one.id === alarm.stage);
  const name = stage ? stage.name : alarm.stage;
  return {
    called: `${alarm.counter}号窗口呼叫主管 Window ${alarm.counter} calls the supervisor`,
    "pair-away": `${alarm.counter}号窗口和替岗都已暂停 Window ${alarm.counter} and its stand-in are both paused`,
    "stage-unserved": `${name}无人办理 Nobody serves ${name}`,
    "long-wait": `${name}等候过久,请加开窗口 Long waits for ${name}; open another window`,
  }[alarm.reason];
}

/** Why the number in hand was called, and who answers for the visit. */
function whyWords(call) {
  if (!call) {
    return "";
  }
  const owner = call.owner_counter ? ` · 首接 first asked: ${call.owner_counter} ${call.owner || ""}` : "";
  return `${call.why}${owner}`;
}

async function look() {
  const state = await (await fetch("/api/state")).json();
  say(byId("number"), state.serving[byId("window").value] || "–");
  say(byId("why"), whyWords(state.calls.find((call) => String(call.counter) === byId("window").value)));
  byId("alarms").replaceChildren(...state.alarms.map((alarm) => make("li", "", alarmWords(alarm))));
  const waiting = Object.values(state.waiting).reduce((sum, numbers) => sum + numbers.length, 0);
  say(byId("waiting"), `等候 waiting ${waiting}`);
}

async function enter() {
  const answer = await ask("/api/desk");
  if (!answer.ok) {
    tell((await answer.json()).error, true);
    sessionStorage.removeItem("pin");
    return;
  }
  sessionStorage.setItem("pin", pin);
  tell("", false);
  byId("enter").hidden = true;
  byId("desk").hidden = false;
  build(await answer.json());
  look();
  setInterval(look, 2000);
}

byId("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  pin = byId("pin").value;
  enter();
});
byId("window").addEventListener("change", () => {
  sessionStorage.setItem("window", byId("window").value);
  look();
});
if (pin) {
  enter();
}
