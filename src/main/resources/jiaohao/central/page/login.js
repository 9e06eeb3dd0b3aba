// The way in. The password goes to the server and is kept nowhere.

import { byId, say } from "/dom.js";
import { language, word } from "/words.js";

async function enter(event) {
  event.preventDefault();
  byId("enter").disabled = true;
  try {
    const answer = await fetch("/api/login", { method: "POST", body: new URLSearchParams(new FormData(byId("login"))) });
    if (answer.ok) {
      location.reload();
      return;
    }
    const [zh, en] = (await answer.json()).error.split(" / ");
    say(byId("wrong"), language === "zh" ? zh : en);
  } catch (gone) {
    say(byId("wrong"), word("lost"));
  }
  byId("wrong").hidden = false;
  byId("password").value = "";
  byId("enter").disabled = false;
}

document.documentElement.lang = language;
say(byId("brand"), word("brand"));
say(byId("nameLabel"), word("name"));
say(byId("passwordLabel"), word("password"));
say(byId("enter"), word("enter"));
byId("login").addEventListener("submit", enter);
