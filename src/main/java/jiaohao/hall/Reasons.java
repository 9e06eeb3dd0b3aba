package jiaohao.hall;

/**
 * Why a ticket is called, in one sentence that a customer can be shown; nothing personal is in it.
 * In the hall's first language.
 */
record Reasons(Plan plan, Plan.Counter counter) {

  String preference(Ticket ticket, Leg leg) {
    boolean preferred = leg.stage().equals(counter.stages().getFirst());
    int number = counter.number();
    return preferred
        ? next(ticket, leg, number + "号窗口先办此项", "which window " + number + " serves first")
        : next(
            ticket,
            leg,
            number + "号窗口优先办理的环节无人等候",
            "and nobody waits for what window " + number + " serves before that");
  }

  String longest(Ticket ticket, Leg leg) {
    int number = counter.number();
    if (!leg.lane().equals(Line.ORDINARY)) { // others of its line may have waited longer
      return next(
          ticket,
          leg,
          "此项有人等候最久,由" + number + "号窗口先办",
          "where somebody has waited longest of all whom window " + number + " serves");
    }
    return next(
        ticket,
        leg,
        "在" + number + "号窗口办理的各环节中等候最久",
        "and nobody has waited longer for any stage of window " + number);
  }

  String share(Ticket ticket, Leg leg) {
    int all = counter.stages().stream().mapToInt(counter::share).sum();
    int share = counter.share(leg.stage());
    String zh = stage(leg).in("zh");
    String en = stage(leg).in("en");
    return next(
        ticket,
        leg,
        "每" + all + "次呼叫有" + share + "次办" + zh,
        share + " of every " + all + " calls go to " + en);
  }

  String standIn(Ticket ticket, Leg leg, Plan.Counter paused) {
    return next(
        ticket,
        leg,
        counter.number() + "号窗口代" + paused.number() + "号窗口办理",
        "where window " + counter.number() + " stands in for window " + paused.number());
  }

  String held(Ticket ticket) {
    return say(ticket.number() + "挂起后继续办理", ticket.number() + " was on hold, taken up again");
  }

  String missed(Ticket ticket) {
    return say(ticket.number() + "过号后重新呼叫", ticket.number() + " was missed, called once more");
  }

  String chosen(Ticket ticket) {
    return say(
        ticket.number() + "由" + counter.number() + "号窗口指定呼叫",
        ticket.number() + " was asked for by window " + counter.number());
  }

  private String next(Ticket ticket, Leg leg, String zh, String en) {
    String number = ticket.number();
    String zhStage = stage(leg).in("zh");
    String enStage = stage(leg).in("en");
    if (leg.lane().equals(Line.ORDINARY)) {
      return say(
          number + "排在" + zhStage + "最前面," + zh,
          number + " is first in line for " + enStage + ", " + en);
    }
    return Line.staffOf(leg.lane()).isPresent()
        ? say(
            number + "等候专人办理" + zhStage + "," + zh,
            number + " waits for a certain person at " + enStage + ", " + en)
        : say(
            number + "优先办理" + zhStage + "," + zh,
            number + " goes before others at " + enStage + ", " + en);
  }

  private Text stage(Leg leg) {
    return plan.stageName(leg.stage());
  }

  private String say(String zh, String en) {
    return Text.of(zh, en).in(plan.defaultLanguage());
  }
}
