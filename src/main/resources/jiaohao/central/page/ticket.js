// One customer's turn. The page asks every few seconds and knows nothing but its own reference.

import { byId, say } from "/dom.js";

const EVERY_MILLIS = 3000;
const STALE_MILLIS = 20000;

const WORDS = {
  waiting: (turn) => [
    turn.ahead === 0 ? "下一位就是您" : `前面还有 ${turn.ahead} 位`,
    turn.ahead === 0 ? "You are next" : `${turn.ahead} before you`,
  ],
  called: (turn) => [`请到 ${turn.window} 号窗口`, `Please go to window ${turn.window}`],
  serving: (turn) => [`正在 ${turn.window} 号窗口办理`, `Being served at window ${turn.window}`],
  papers: () => ["材料处理中,请稍候", "Your papers are being handled"],
  booked: () => ["已预约,到时自动排队", "Booked; it joins the line at its time"],
  held: () => ["暂停办理,请按工作人员指引", "On hold; please follow the staff"],
  missed: () => ["已过号,请到服务台", "Your number was missed; please see the desk"],
  away: () => ["等您回来继续办理", "We go on when you are back"],
  suspended: () => ["暂停叫号,号码保留", "Calling is suspended; your number is kept"],
  over: () => ["此号已办结或不存在", "This number is finished, or there is none"],
  busy: () => ["请稍候再看", "Please look again in a moment"],
};

const HINTS = {
  waiting: ["叫号时请留意屏幕和广播", "Please watch the board and listen"],
  called: ["请现在过去", "Please go now"],
};

let language = navigator.language.startsWith("zh") ? "zh" : "en";
let heardAt = Date.now();
let seen = false;

function pick(pair) {
  return pair ? pair[language === "zh" ? 0 : 1] : "";
}

function show(kind, turn) {
  const slip = byId("slip");
  slip.className = kind === "called" ? "slip called" : kind === "over" ? "slip over" : "slip";
  say(byId("turn"), pick(WORDS[kind](turn)));
  say(byId("hint"), pick(HINTS[kind]));
}

function showTurn(turn) {
  language = turn.language;
  document.documentElement.lang = language;
  seen = true;
  say(byId("hall"), turn.hall);
  say(byId("number"), turn.number);
  say(byId("stage"), turn.stage || "");
  show(turn.standing, turn);
}

function showStale() {
  const old = Date.now() - heardAt > STALE_MILLIS;
  byId("stale").hidden = !old;
  say(byId("stale"), pick(["暂时联系不上,显示的可能不是最新", "Cannot connect; this may be out of date"]));
}

async function look() {
  try {
    const answer = await fetch(`/api${location.pathname}`);
    heardAt = Date.now();
    if (answer.ok) {
      showTurn(await answer.json());
    } else if (answer.status === 404) {
      if (!seen) {
        say(byId("number"), "—");
      }
      show("over");
    } else {
      show("busy");
    }
  } catch (gone) {
    // told below, once it has lasted
  }
  showStale();
  setTimeout(look, EVERY_MILLIS);
}

look();
