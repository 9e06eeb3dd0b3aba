// Everything the call display itself says, in the two languages it speaks; and which comes first.

const WORDS = {
  zh: {
    calling: () => "请到窗口",
    window: () => "号窗口",
    waiting: () => "人等候",
    about: (low, high) => (low === 0 ? `约${high}分钟内` : `约${low}–${high}分钟`),
    paused: () => "暂停服务",
    instead: (window) => `请到${window}号窗口`,
    promise: () => "公开承诺",
    serving: (time) => `${time}内办好`,
    wait: (time) => `等候不超过${time}`,
    kept: (promised, percent) => `${promised}\uff08今日${percent}%\uff09`,
    seconds: (count) => `${count}秒`,
    minutes: (count) => `${count}分钟`,
    stale: (time) => `信号中断\uff0c停在${time}`,
    connecting: () => "正在连接",
    noWindow: (windows) => `没有窗口 ${windows}`,
  },
  en: {
    calling: () => "Now calling",
    window: () => "Window",
    waiting: () => "waiting",
    about: (low, high) => (low === 0 ? `under ${high} min` : `${low}–${high} min`),
    paused: () => "Paused",
    instead: (window) => `use window ${window}`,
    promise: () => "Our promise",
    serving: (time) => `served within ${time}`,
    wait: (time) => `wait no longer than ${time}`,
    kept: (promised, percent) => `${promised} (${percent}% today)`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    stale: (time) => `No signal since ${time}`,
    connecting: () => "Connecting",
    noWindow: (windows) => `There is no window ${windows}`,
  },
};

let languages = ["zh", "en"];

/** Speaks the first two of these, the one that was asked for before the others. */
export function speak(codes, asked) {
  const first = codes.filter((code) => code === asked);
  languages = [...first, ...codes.filter((code) => code !== asked)].slice(0, 2);
  document.documentElement.lang = languages[0];
}

export function spoken() {
  return languages;
}

function wordsOf(code) {
  return code === "zh" ? WORDS.zh : WORDS.en;
}

/** What the page says in one language. */
export function word(code, name, ...values) {
  return wordsOf(code)[name](...values);
}

/** The same in every language of the hall: words by code, as hall files have them. */
export function words(name, ...values) {
  const byCode = {};
  for (const code of languages) {
    byCode[code] = word(code, name, ...values);
  }
  return byCode;
}

/** A standard, as one says it. */
export function duration(code, seconds) {
  return seconds >= 60 && seconds % 60 === 0
    ? word(code, "minutes", seconds / 60)
    : word(code, "seconds", seconds);
}

/** Words by code in one language, "" being the same in every language; Chinese with its own commas. */
export function text(byCode, code) {
  const said = [byCode[code], byCode[""], byCode.zh, Object.values(byCode)[0], ""].find((one) => one !== undefined);
  return said.replace(/, ?(?=[\u3400-\u9fff])/g, "\uff0c");
}
