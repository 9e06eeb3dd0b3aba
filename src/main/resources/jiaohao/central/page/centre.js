// The list of all halls; whichever needs somebody stands first.

import { byId, make, say } from "/dom.js";
import { listen } from "/live.js";
import { chooseOther, device, language, word } from "/words.js";
import { showHall } from "/hall.js";

let halls = [];
let asking = false;
let again = false;

function percentOf(share) {
  return share ? Math.floor((100 * share.within) / share.accounted) : null;
}

/** 0 for a hall that is well, more for whatever somebody should see to. */
function urgency(hall) {
  if (hall.fenced || hall.broken) {
    return 3;
  }
  if (!hall.online) {
    return 2;
  }
  return hall.faults.length > 0 ? 1 : 0;
}

function sum(name, value, alarm = false) {
  return make("div", alarm ? "sum alarm" : "sum", make("p", "sum-value", value), make("p", "sum-name", name));
}

function keptInAll(kind) {
  const shares = halls.map((hall) => hall.kept && hall.kept[kind]).filter(Boolean);
  const accounted = shares.reduce((total, share) => total + share.accounted, 0);
  const within = shares.reduce((total, share) => total + share.within, 0);
  return accounted === 0 ? "–" : `${Math.floor((100 * within) / accounted)} %`;
}

function showSums() {
  const online = halls.filter((hall) => hall.online).length;
  const urgent = halls.filter((hall) => urgency(hall) > 0).length;
  const waiting = halls.reduce((total, hall) => total + hall.waiting, 0);
  byId("sums").replaceChildren(
    sum(word("online"), `${online} / ${halls.length}`),
    sum(word("waitingNow"), String(waiting)),
    sum(word("attention"), String(urgent), urgent > 0),
    sum(word("kept"), keptInAll("serving")),
  );
}

function figure(value, label) {
  return make("span", "", make("span", "figure", String(value)), make("span", "label", label));
}

function kept(share, label) {
  const percent = percentOf(share);
  if (percent === null) {
    return make("span", "", make("span", "label", `${label} –`));
  }
  const fill = make("span", percent >= 90 ? "bar-fill" : percent >= 75 ? "bar-fill low" : "bar-fill poor");
  fill.style.width = `${percent}%`;
  return make("span", "", make("span", "label", `${label} ${percent} %`), make("span", "bar", fill));
}

/** What is wrong; the remedy that follows the colon shows on pointing there, and in the hall. */
function problem(fault) {
  const words = fault.remedy.split(/[::]/)[0];
  return words && words.length < 40 ? words : `${device(fault.device)} ${fault.fault}`;
}

function notes(hall) {
  const all = make("span", "notes");
  if (hall.fenced) {
    all.append(make("span", "note alarm", word("fenced")));
  }
  if (hall.broken) {
    all.append(make("span", "note alarm", word("broken")));
  }
  if (!hall.online) {
    all.append(make("span", "note off", word("off")));
  }
  for (const fault of hall.faults) {
    const note = make("span", "note warn", problem(fault));
    note.title = fault.remedy;
    all.append(note);
  }
  if (!all.hasChildNodes()) {
    all.append(make("span", "note", word("fine")));
  }
  return all;
}

function row(hall) {
  const looks = ["row", "row warn", "row off", "row alarm"][urgency(hall)];
  const link = make(
    "a",
    looks,
    make("span", "row-name", hall.name, make("span", "row-id", hall.id)),
    figure(hall.waiting, word("waiting")),
    figure(hall.serving, word("serving")),
    kept(hall.kept && hall.kept.serving, word("keptServing")),
    kept(hall.kept && hall.kept.waiting, word("keptWaiting")),
    notes(hall),
  );
  link.href = `#${hall.id}`;
  link.dataset.hall = hall.id;
  return link;
}

function showList() {
  const sought = byId("find").value.trim().toLowerCase();
  const found = halls
    .filter((hall) => `${hall.id} ${hall.name}`.toLowerCase().includes(sought))
    .sort((one, other) => urgency(other) - urgency(one));
  byId("halls").replaceChildren(...found.map(row));
  byId("none").hidden = found.length > 0;
  say(byId("none"), word(halls.length === 0 ? "nothing" : "notFound"));
  showSums();
}

function show() {
  const id = decodeURIComponent(location.hash.slice(1));
  const hall = halls.find((one) => one.id === id);
  byId("list").hidden = Boolean(hall);
  byId("hall").hidden = !hall;
  if (hall) {
    showHall(byId("hall"), hall);
  } else {
    showList();
  }
}

/** One question at a time; news that comes meanwhile is asked for afterwards. */
async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch("/api/halls");
    if (answer.status === 401) {
      location.reload(); // the session is over: the way in again
      return;
    }
    halls = await answer.json();
    show();
  } catch (gone) {
    linked(false);
  } finally {
    asking = false;
  }
  if (again) {
    again = false;
    setTimeout(refresh, 200);
  }
}

function linked(is) {
  byId("link").classList.toggle("lost", !is);
  say(byId("link"), word(is ? "live" : "lost"));
}

/** A centre without a login has nobody to log out. */
async function showLeave() {
  const answer = await fetch("/api/me");
  if (answer.status === 200) {
    const me = await answer.json();
    byId("leave").hidden = false;
    say(byId("leave"), `${me.name} · ${word("leave")}`);
    byId("leave").addEventListener("click", async () => {
      await fetch("/api/logout", { method: "POST", headers: { "X-Proof": me.proof } });
      location.reload();
    });
  }
}

document.documentElement.lang = language;
showLeave();
say(byId("brand"), word("brand"));
say(byId("language"), word("other"));
byId("find").placeholder = word("find");
byId("find").addEventListener("input", showList);
byId("language").addEventListener("click", chooseOther);
window.addEventListener("hashchange", show);
listen("/api/live", 10000, { changed: refresh, beat: () => linked(true) }, (is) => {
  linked(is);
  if (is) {
    refresh();
  }
});
setInterval(refresh, 5000); // whoever falls silent tells nothing
