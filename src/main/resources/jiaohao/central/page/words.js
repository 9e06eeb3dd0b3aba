// Everything the centre's pages say, Chinese first.

const WORDS = {
  brand: ["叫号中心", "Jiaohao centre"],
  other: ["English", "中文"],
  name: ["用户名", "Name"],
  password: ["密码", "Password"],
  enter: ["登录", "Log in"],
  leave: ["退出", "Log out"],
  live: ["实时", "live"],
  lost: ["与中心的连接中断,正在重连", "Connection to the centre lost; reconnecting"],
  online: ["在线营业厅", "halls online"],
  waitingNow: ["正在等候", "waiting now"],
  attention: ["需要处理", "need attention"],
  kept: ["今日时限达标", "standards kept today"],
  find: ["按名称或编号查找", "Find by name or id"],
  nothing: ["还没有营业厅上报。", "No hall has reported yet."],
  notFound: ["没有这样的营业厅。", "No such hall."],
  waiting: ["等候", "waiting"],
  serving: ["办理", "serving"],
  keptServing: ["办理时限", "serving in time"],
  keptWaiting: ["等候时限", "waiting in time"],
  off: ["离线", "offline"],
  fine: ["正常", "all well"],
  fenced: ["有两台机器", "two boxes"],
  broken: ["数据异常", "events refused"],
  fault: ["故障", "fault"],
  back: ["← 全部营业厅", "← All halls"],
  lines: ["各环节等候", "Who waits"],
  windows: ["窗口", "Windows"],
  nobody: ["无人等候", "nobody"],
  history: ["最近三十天", "Last thirty days"],
  files: ["下载", "Downloads"],
  dayFile: ["今日报表 CSV", "Today as CSV"],
  eventFile: ["全部记录 NDJSON", "All events, NDJSON"],
  tickets: ["取号", "tickets"],
  finished: ["办结", "finished"],
  waitMinutes: ["等候中位数(分钟)", "median wait, minutes"],
  percent: ["时限达标 %", "standards kept, %"],
  suspended: ["暂停营业", "suspended"],
  onBreak: ["午休", "break"],
  position: ["记录", "event"],
  orders: ["操作", "Orders"],
  noOrders: ["只有操作员可以操作。", "Operators only."],
  done: ["已办", "done"],
  minutes: ["分钟", "minutes"],
  at: ["时间", "time"],
  pause: ["暂停", "Pause"],
  open: ["开放", "Open"],
  wholeHall: ["全厅", "Whole hall"],
  suspend: ["暂停叫号", "Suspend"],
  resume: ["恢复叫号", "Resume"],
  notice: ["通知", "Notice"],
  show: ["显示", "Show"],
  takeAway: ["撤下", "Take away"],
  issue: ["发号", "Issue"],
  slips: ["号票", "Slips"],
  reprint: ["补打", "Reprint"],
  selfTest: ["自检", "Self-test"],
  holidays: ["节假日", "Holidays"],
  replace: ["替换", "Replace"],
  hallFile: ["营业厅文件", "Hall file"],
  send: ["下发", "Send"],
  rollback: ["退回上一份", "Roll back"],
};

const chosen = new URLSearchParams(location.search).get("lang") || localStorage.getItem("language");

/** "zh" or "en": as chosen, else as the browser prefers. */
export const language = (chosen || navigator.language || "zh").startsWith("zh") ? "zh" : "en";

export function word(key) {
  return WORDS[key][language === "zh" ? 0 : 1];
}

export function chooseOther() {
  localStorage.setItem("language", language === "zh" ? "en" : "zh");
  location.search = "";
}

/** What a fault's device is called. */
export function device(name) {
  const names = {
    printer: ["打印机", "printer"],
    board: ["叫号屏", "board"],
    button: ["按键", "keys"],
    beeper: ["蜂鸣器", "beeper"],
    voice: ["语音", "voice"],
    clock: ["时钟", "clock"],
    console: ["页面", "pages"],
    journal: ["存储", "storage"],
    sync: ["上报", "sync"],
  };
  const kind = names[name.split(":")[0]];
  return kind ? kind[language === "zh" ? 0 : 1] : name;
}
