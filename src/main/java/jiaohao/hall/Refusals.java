package jiaohao.hall;

/** Every reason for which the hall does not do as it is told, in words a person understands. */
final class Refusals {
  private Refusals() {}

  static Refusal noSuchService(String service) {
    return refusal("no-such-service", "没有这项业务:" + service, "there is no service called " + service);
  }

  static Refusal noSuchLanguage(String code) {
    return refusal("no-such-language", "没有这种语言:" + code, "the hall does not speak " + code);
  }

  static Refusal noSuchCounter(int counter) {
    return refusal("no-such-counter", "没有" + counter + "号窗口", "there is no window " + counter);
  }

  static Refusal closed(String opening) {
    return refusal(
        "closed",
        "现在不取号,下次取号时间 " + opening,
        "no tickets now; tickets are given out again from " + opening);
  }

  static Refusal noPaper() {
    return refusal("no-paper", "取号机暂停使用,请到服务台", "ticket machine paused; please see the desk");
  }

  static Refusal numbersUsedUp(Plan.Service service) {
    String last = new String(new char[] {service.prefix(), '9', '9', '9'});
    return refusal(
        "numbers-used-up",
        service.name().in("zh") + "今日号码已发到" + last + ",请到服务台",
        "today's numbers for "
            + service.name().in("en")
            + " are given out up to "
            + last
            + "; please see the desk");
  }

  static Refusal paused(int counter) {
    return refusal(
        "counter-paused",
        counter + "号窗口已暂停,请先按暂停键恢复",
        "window " + counter + " is paused; press pause to open it again");
  }

  static Refusal nobodyWaiting(int counter) {
    return refusal(
        "nobody-waiting", counter + "号窗口没有人等候", "nobody is waiting for window " + counter);
  }

  static Refusal nobodyInHand(int counter) {
    return refusal(
        "nobody-in-hand",
        counter + "号窗口没有正在办理的号",
        "window " + counter + " has no number in hand; press next");
  }

  static Refusal nobodyMissed(int counter) {
    return refusal(
        "nobody-missed", counter + "号窗口没有过号的号", "window " + counter + " has no missed number");
  }

  static Refusal nobodyHeld(int counter) {
    return refusal(
        "nobody-held", counter + "号窗口没有挂起的号", "window " + counter + " has no number on hold");
  }

  static Refusal alreadyStarted(Ticket ticket) {
    return refusal(
        "already-started",
        ticket.number() + "已开始办理",
        ticket.number() + " is being served already; finish it instead");
  }

  static Refusal noSuchGroup(String group) {
    return refusal("no-such-group", "没有这类优先:" + group, "the hall gives no priority to " + group);
  }

  static Refusal noSuchStaff(String staff) {
    return refusal("no-such-staff", "没有这位工作人员:" + staff, "nobody here is called " + staff);
  }

  static Refusal noSuchStage(String stage) {
    return refusal("no-such-stage", "没有这个环节:" + stage, "there is no stage called " + stage);
  }

  static Refusal noSuchNumber(String number) {
    return refusal("no-such-number", number + "不在大厅里", number + " is not in the hall");
  }

  static Refusal suspended() {
    return refusal("suspended", "大厅暂停办理,号码保留", "the hall stands still; your number is kept");
  }

  static Refusal notSuspended() {
    return refusal("not-suspended", "大厅没有暂停", "the hall is not standing still");
  }

  static Refusal onBreak(String opening) {
    return refusal(
        "break",
        "午休,号码继续有效,取号时间 " + opening,
        "lunch; your number stays valid; tickets are given out again from " + opening);
  }

  static Refusal noMoreToday(Plan.Service service) {
    return refusal(
        "last-ticket",
        service.name().in("zh") + "今日取号已结束,已取号的继续办理",
        "no more tickets today for " + service.name().in("en") + "; ticket holders will be served");
  }

  static Refusal dailyMost(Plan.Service service, int most) {
    return refusal(
        "daily-most",
        service.name().in("zh") + "今日" + most + "个号已发完,请到服务台",
        "today's "
            + most
            + " numbers for "
            + service.name().in("en")
            + " are given out; please see the desk");
  }

  static Refusal tooManyAtOnce(Plan.Service service) {
    return refusal(
        "too-many-at-once",
        service.name().in("zh") + "等候人数已满,请稍后再取号",
        "as many as can be served wait for "
            + service.name().in("en")
            + "; please come back in a while");
  }

  static Refusal notABooking(String words) {
    return refusal(
        "not-a-booking", "预约应写成 业务@时:分,而不是 " + words, "a booking is SERVICE@HH:MM, not " + words);
  }

  static Refusal notOpenThen(String time) {
    return refusal("not-open-then", time + "不能预约", "no booking is possible for " + time);
  }

  static Refusal inHand(Ticket ticket, int counter) {
    return refusal(
        "in-hand",
        counter + "号窗口正在办理" + ticket.number() + ",请先办结",
        "window " + counter + " has " + ticket.number() + " in hand; finish it first");
  }

  static Refusal atAnotherWindow(Ticket ticket) {
    return refusal(
        "at-another-window",
        ticket.number() + "正在另一窗口办理",
        ticket.number() + " is at another window now");
  }

  static Refusal papers(Ticket ticket) {
    return refusal(
        "papers",
        ticket.number() + "在此只交资料,不呼叫",
        "only the papers of " + ticket.number() + " are here; nobody is called");
  }

  static Refusal callAgain(Ticket ticket, int calls, int most) {
    return refusal(
        "call-again",
        ticket.number() + "只呼叫了" + calls + "次,应呼叫" + most + "次,请按重呼",
        ticket.number() + " was called " + calls + " of " + most + " times; press recall");
  }

  static Refusal noMisses() {
    return refusal("no-misses", "午休或暂停时不过号", "nobody is missed during a break or a pause");
  }

  static Refusal notAside(String number) {
    return refusal("not-aside", number + "没有过号也没有挂起", number + " is neither missed nor on hold");
  }

  static Refusal notForThisWindow(Ticket ticket, int counter) {
    return refusal(
        "not-for-this-window",
        ticket.number() + "现在不能由" + counter + "号窗口呼叫",
        ticket.number() + " cannot be called by window " + counter + " now");
  }

  static Refusal thereAlready(Ticket ticket, Text stage) {
    return refusal(
        "there-already",
        ticket.number() + "已在" + stage.in("zh"),
        ticket.number() + " is at " + stage.in("en") + " already");
  }

  static Refusal noTokenHere(int counter) {
    return refusal(
        "no-token-here",
        counter + "号窗口的环节不用凭证",
        "nothing is handed out or shown at this stage of window " + counter);
  }

  static Refusal notAToken(String token) {
    return refusal(
        "not-a-token",
        "凭证号只能有字母、数字和连字符,最多32个:" + token,
        "a token is at most 32 letters, digits and hyphens, unlike " + token);
  }

  static Refusal tokenTaken(Plan.Token token, Ticket other) {
    return refusal(
        "token-taken",
        "这个" + token.name().in("zh") + "已属于" + other.number(),
        "this " + token.name().in("en") + " belongs to " + other.number());
  }

  static Refusal neverBound(Ticket ticket, Plan.Token token) {
    return refusal(
        "never-bound",
        ticket.number() + "没有登记" + token.name().in("zh") + ",请核对证件并签字",
        "no "
            + token.name().in("en")
            + " was bound to "
            + ticket.number()
            + "; check the licence and have it signed");
  }

  static Refusal mismatch(Ticket ticket, Plan.Token token) {
    return refusal(
        "mismatch",
        token.name().in("zh") + "与" + ticket.number() + "不符",
        "this " + token.name().in("en") + " is not that of " + ticket.number());
  }

  static Refusal notShown(Ticket ticket, Plan.Token token) {
    return refusal(
        "not-shown",
        "请先核对" + ticket.number() + "的" + token.name().in("zh"),
        "check the " + token.name().in("en") + " of " + ticket.number() + " first");
  }

  static Refusal signedOnAlready(int counter) {
    return refusal(
        "signed-on-already",
        "已在" + counter + "号窗口签到",
        "signed on at window " + counter + " already");
  }

  static Refusal nobodySignedOn(int counter) {
    return refusal(
        "nobody-signed-on", counter + "号窗口无人签到", "nobody is signed on at window " + counter);
  }

  static Refusal nobodyToRate(int counter) {
    return refusal(
        "nobody-to-rate",
        counter + "号窗口没有可评价的业务",
        "there is nothing at window " + counter + " to give an opinion of");
  }

  private static Refusal refusal(String code, String zh, String en) {
    return new Refusal(code, Text.of(zh, en));
  }
}
