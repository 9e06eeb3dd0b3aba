package jiaohao.journal;

import static jiaohao.journal.Samples.A012;
import static jiaohao.journal.Samples.AT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Expected;
import jiaohao.hall.Notice;
import jiaohao.hall.Route;
import jiaohao.hall.Terms;
import jiaohao.hall.Text;
import jiaohao.hall.TicketId;

/** What events can tell since visits pass many posts: with all there is to say, and with least. */
final class AddedSamples {
  private AddedSamples() {}

  static List<Event> events() {
    return Stream.of(ofHall(), notices(), issued(), calls(), ofVisit(), tokens(), ends(), orders())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Event> ends() {
    return List.of(new Event.NumbersEnded());
  }

  /** What the centre wants. */
  private static List<Event> orders() {
    return List.of(
        new Event.NoticeIssued(
            44, Notice.Kind.SLIP, Optional.of(A012), "zh", Text.same("报检"), List.of()),
        new Event.NoticeIssued(
            45,
            Notice.Kind.SELF_TEST,
            Optional.empty(),
            "zh",
            Text.same("城北站"),
            List.of(Text.of("各设备正常", "All devices in order"))),
        new Event.NoticePosted(Text.of("三号窗口在二楼", "Window 3 is upstairs"), AT.plusHours(1)),
        new Event.OrderTaken("7f3c", "wang", "pause 3"),
        issued(
            new Terms(
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(AT.plusHours(3)),
                Optional.empty(),
                Optional.of("7f3d"),
                Optional.empty())),
        issued(
            new Terms(
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("door-2"))),
        new Event.HallAdopted(Samples.smallestPlan(), "# another", true));
  }

  private static List<Event> ofHall() {
    return List.of(
        new Event.HallClosed(true, List.of(new Event.Overtime(1, 90), new Event.Overtime(9, 1800))),
        new Event.BreakStarted(),
        new Event.BreakEnded(),
        new Event.HallSuspended(),
        new Event.HallResumed(),
        new Event.TimeExcluded("outage", 93_125),
        new Event.TimeExcluded("leap", -3_600_000),
        new Event.GroupChosen("elderly"),
        new Event.StaffChosen("li"),
        new Event.StaffSignedOn(9, "li"),
        new Event.StaffSignedOff(9, "li"),
        new Event.SupervisorAlarmed("stage-unserved", "checkin", 1),
        new Event.SupervisorAlarmed("pair-away", "", 1),
        new Event.SupervisorAlarmed("long-wait", "checkin", 0),
        new Event.WaitApologized("checkin", 7, 912));
  }

  private static List<Event> notices() {
    return List.of(
        new Event.NoticeIssued(
            41,
            Notice.Kind.AFTERWARDS,
            Optional.of(A012),
            "zh",
            Text.of("出证", "Certificate"),
            List.of(Text.of("行驶证正副本", "both licences"), Text.same("检测报告"))),
        new Event.NoticeIssued(
            42,
            Notice.Kind.MISSING,
            Optional.of(A012),
            "en",
            Text.same("报检"),
            List.of(Text.same("车钥匙"))),
        new Event.NoticeIssued(
            43, Notice.Kind.CLOSING, Optional.empty(), "zh", Text.same("关闭检查"), List.of()),
        new Event.NoticePrinted(41, "B"),
        new Event.NoticeFailed(42, "too-late"));
  }

  private static List<Event> issued() {
    return List.of(
        issued(
            new Terms(
                Optional.of("elderly"),
                Optional.of("li"),
                9,
                Optional.of(AT.plusHours(2)),
                Optional.of(new Expected(600, 1200)))),
        issued(
            new Terms(Optional.empty(), Optional.of("li"), 0, Optional.empty(), Optional.empty())));
  }

  private static Event issued(Terms terms) {
    Route route = Route.of("checkin", "report+signature", "certificate");
    return new Event.TicketIssued(
        A012, "checkin", "inspection", route, "zh", false, 5, "k7Qp", terms);
  }

  /** By every rule there is. */
  private static List<Event> calls() {
    Stream<Event> called =
        Stream.of(CallRule.values())
            .map(rule ->
                new Event.TicketCalled(
                    A012,
                    "checkin",
                    1,
                    "按取号先后",
                    Optional.of(rule),
                    Optional.of("li"),
                    OptionalInt.of(95)));
    Event papers =
        new Event.PapersTaken(
            A012,
            "report",
            6,
            "按取号先后",
            Optional.of(CallRule.PREFERENCE),
            Optional.of("wang"),
            OptionalInt.of(0));
    Event papersSayingLeast =
        new Event.PapersTaken(
            A012, "report", 6, "按取号先后", Optional.empty(), Optional.empty(), OptionalInt.empty());
    return Stream.concat(called, Stream.of(papers, papersSayingLeast)).toList();
  }

  private static List<Event> ofVisit() {
    TicketId id = A012;
    return List.of(
        new Event.StageFinished(
            id,
            "report",
            6,
            "other",
            Optional.of("wang"),
            OptionalInt.of(28),
            Optional.of("checkin")),
        new Event.StandardBroken(id, "report", 6, "serving", 30, 0, Optional.of("wang"), true),
        new Event.TicketRequeued(id, "checkin", "back", Optional.of(17L)),
        new Event.TicketTransferred(
            id, "signature", "by-hand", Optional.of("report"), 6, Optional.of(12L)),
        new Event.TicketFinished(id, "missed"),
        new Event.TicketFinished(id, "away"));
  }

  private static List<Event> tokens() {
    return List.of(
        new Event.TokenBound(A012, "checkin", 1, "key", "K-17"),
        new Event.TokenMatched(A012, "certificate", 9, "key"),
        new Event.TokenMismatched(A012, "certificate", 9, "key", "K-18"),
        new Event.TokenMissing(A012, "certificate", 9, "key"),
        new Event.LossSettled(A012, "certificate", 9, "slip"));
  }
}
