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

  private static Refusal refusal(String code, String zh, String en) {
    return new Refusal(code, Text.of(zh, en));
  }
}
