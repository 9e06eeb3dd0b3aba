// Everything the page itself says, in the two languages it speaks.

const WORDS = {
  bench: ["机台 · 模拟设备", "bench · simulated devices"],
  day: ["营业日", "Business day"],
  journal: ["记录", "Journal"],
  live: ["实时", "live"],
  lost: ["连接中断,正在重连…", "connection lost, trying again…"],
  starting: ["正在启动", "starting"],
  kiosk: ["取号机", "Ticket kiosk"],
  ask: ["请选择业务", "Please choose"],
  closed: ["今日业务已结束", "Closed for today"],
  papers: ["请备好:", "Have ready: "],
  comma: ["、", ", "],
  ahead: ["等候", "waiting"],
  assist: ["需要帮助", "Assistance"],
  noSlip: ["号票从这里出来", "Your slip comes out here"],
  realPrinter: ["号票由真打印机打印:", "Slips are printed by the real printer at "],
  noPrinter: ["没有打印机", "No printer"],
  slip: ["号票", "Slip"],
  board: ["叫号屏", "Number board"],
  boardNumber: ["号码", "Number"],
  boardCounter: ["窗口", "Window"],
  realBoard: ["真叫号屏:", "Real board at "],
  noBoard: ["没有叫号屏", "No board"],
  counters: ["窗口", "Counters"],
  window: ["号窗口", "Window"],
  idle: ["空闲", "Idle"],
  called: ["呼叫中", "Calling"],
  serving: ["办理中", "Serving"],
  paused: ["暂停服务", "Paused"],
  held: ["挂起", "On hold"],
  missed: ["过号", "Missed"],
  hold15: ["按住", "hold"],
  next: ["下一位", "Next"],
  recall: ["重呼", "Recall"],
  finish: ["办结", "Finish"],
  pause: ["暂停", "Pause"],
  resume: ["恢复", "Resume"],
  start: ["开始", "Start"],
  hold: ["挂起", "Hold"],
  miss: ["过号", "Miss"],
  undo: ["撤回", "Undo"],
  "finish-other": ["另一结果", "Other result"],
  supervisor: ["主管", "Supervisor"],
  typed: ["柜台输入", "Typed at a desk"],
  typedHint: ["call 1 A005 · transfer 1 certificate · suspend", "call 1 A005 · transfer 1 certificate · suspend"],
  enter: ["输入", "Enter"],
  suspended: ["全厅暂停", "Hall suspended"],
  break: ["午休", "Lunch break"],
  askSuspended: ["暂停办理,号码保留", "Paused; your number is kept"],
  askBreak: ["午休中,号码继续有效", "Lunch; your number stays valid"],
  standardNear: ["时限将到", "time standard nearly used up"],
  standardBroken: ["已超时限", "time standard broken"],
  away: ["离场", "Away"],
  booked: ["预约", "Booked"],
  noButton: ["设备文件中没有这个模拟按键", "the device file has no such simulated button"],
  voice: ["播报", "Announcements"],
  silence: ["还没有播报", "Nothing said yet"],
  queue: ["等候队列", "Waiting"],
  nobody: ["无人等候", "nobody"],
  people: ["人", "waiting"],
  inject: ["故障演练", "Inject a fault"],
  printer: ["打印机", "Printer"],
  boardDevice: ["叫号屏", "Board"],
  none: ["正常", "Fine"],
  "paper-end": ["缺纸", "Paper out"],
  "near-end": ["纸将尽", "Paper low"],
  cover: ["开盖", "Cover open"],
  offline: ["脱机", "Offline"],
  cutter: ["卡刀", "Cutter jam"],
  silent: ["不应答", "Silent"],
  glitch: ["干扰", "Glitch"],
  dead: ["断线", "Disconnected"],
  device_printer: ["打印机", "Printer"],
  device_board: ["叫号屏", "Board"],
  device_beeper: ["蜂鸣器", "Beeper"],
  device_button: ["按键", "Buttons"],
  device_voice: ["语音", "Voice"],
  device_clock: ["时钟", "Clock"],
  device_console: ["屏幕页面", "Pages"],
  device_journal: ["记录", "Journal"],
  close: ["关闭", "Close"],
  unreachable: ["机台没有回答", "the bench does not answer"],
};

let language = "zh";

/** The language of the page: "zh" or "en". */
export function pageLanguage() {
  return language;
}

export function speak(code) {
  language = code === "en" ? "en" : "zh";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
}

/** A word of the page itself. */
export function word(name) {
  const both = WORDS[name];
  return both ? both[language === "en" ? 1 : 0] : name;
}

/** A text of the hall file: words by language code, "" being the same in every language. */
export function text(words, code = language) {
  return words[code] ?? words[""] ?? words.zh ?? Object.values(words)[0] ?? "";
}
