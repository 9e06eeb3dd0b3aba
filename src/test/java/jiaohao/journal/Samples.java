package jiaohao.journal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import jiaohao.hall.Calendar;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import jiaohao.hall.TicketId;

/** One believable fact of every type: what the golden files spell. */
public final class Samples {
  public static final UUID JOURNAL = UUID.fromString("0b7e4c1a-5d2f-4e83-9a60-7c1d2e3f4a5b");
  static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  static final TicketId A012 = new TicketId(DAY, 'A', 12);
  static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-22T09:15:00.123+08:00");

  private Samples() {}

  public static List<Fact> facts() {
    return Stream.concat(first().stream(), AddedSamples.events().stream())
        .map(event -> new Fact(AT, DAY, event))
        .toList();
  }

  /** What {@code count} customers at the button at once would make, one fact each. */
  public static List<Fact> waiting(int count) {
    Event issued =
        new Event.TicketIssued(
            A012,
            "checkin",
            "inspection",
            Route.of("checkin", "certificate"),
            "zh",
            false,
            5,
            "k7Qp");
    return Collections.nCopies(count, new Fact(AT, DAY, issued));
  }

  /** As journals of the first version know them. */
  private static List<Event> first() {
    return List.of(
        new Event.JournalStarted("0.1.0"),
        new Event.KioskStarted("0.1.0", true),
        new Event.HallAdopted(plan(), "[hall]\nid = \"chebei-01\"\n"),
        new Event.HallAdopted(smallestPlan(), ""),
        new Event.DayStarted(DAY, false),
        new Event.LanguageChosen("en"),
        new Event.AssistChosen(),
        new Event.TicketIssued(
            A012,
            "checkin",
            "inspection",
            Route.of("checkin", "certificate"),
            "zh",
            true,
            5,
            "k7Qp"),
        new Event.SlipPrinted(A012, "A", false),
        new Event.SlipFailed(A012, "too-late"),
        new Event.TicketCalled(A012, "checkin", 1, "按取号先后"),
        new Event.TicketRecalled(A012, "checkin", 1),
        new Event.CallUndone(A012, "checkin", 1),
        new Event.ServiceStarted(A012, "checkin", 1, AT.minusSeconds(20), true),
        new Event.StandardBroken(A012, "checkin", 1, "serving", 30, 15),
        new Event.StandardBroken(A012, "checkin", 0, "waiting", 900, 1),
        new Event.StageFinished(A012, "checkin", 1, "done"),
        new Event.TicketRequeued(A012, "certificate", "next-stage"),
        new Event.TicketTransferred(A012, "certificate", "supervisor"),
        new Event.TicketHeld(A012, "certificate", 9),
        new Event.TicketMissed(A012, "certificate", 9),
        new Event.TicketFinished(A012),
        new Event.Rated(A012, 9, 1),
        new Event.TicketVoided(A012, "supervisor"),
        new Event.CounterPaused(1),
        new Event.CounterResumed(1),
        new Event.SupervisorCalled(1),
        new Event.FaultRaised("printer", "paper-end", true),
        new Event.FaultCleared("printer", "paper-end"),
        new Event.ClockSuspect("behind", OffsetDateTime.parse("2026-11-22T17:05:00+08:00")),
        new Event.WriterChanged("2c9f6b1e-2d4a-4a63-8d59-0a7b8c9d0e1f", 50),
        new Event.HallClosed(),
        new Event.KioskStopped());
  }

  private static Plan plan() {
    return new Plan(
        "chebei-01",
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        ZoneId.of("Asia/Shanghai"),
        List.of("zh", "en"),
        LocalTime.of(4, 0),
        Plan.NoPaper.ANNOUNCE,
        600,
        20,
        Text.of("客户", "customer"),
        Plan.One.YI,
        List.of(
            new Calendar.Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                LocalTime.of(8, 30),
                LocalTime.of(17, 0))),
        List.of(
            new Plan.Service(
                "inspection",
                'A',
                Text.of("年检", "Annual inspection"),
                List.of(Text.same("行驶证"), Text.of("车钥匙", "car key")),
                Route.of("checkin", "certificate"))),
        List.of(
            new Plan.Stage(
                "checkin", Text.of("报检", "Check-in"), OptionalInt.of(30), OptionalInt.of(900)),
            new Plan.Stage(
                "certificate",
                Text.of("出证", "Certificate"),
                OptionalInt.empty(),
                OptionalInt.empty())),
        List.of(
            new Plan.Counter(1, List.of("checkin"), OptionalInt.of(2)),
            new Plan.Counter(9, List.of("certificate", "checkin"), OptionalInt.empty())));
  }

  static Plan smallestPlan() {
    return new Plan(
        "desk",
        Text.same("服务台"),
        ZoneId.of("Asia/Shanghai"),
        List.of("zh"),
        LocalTime.of(4, 0),
        Plan.NoPaper.REFUSE,
        600,
        20,
        Text.same("顾客"),
        Plan.One.YAO,
        List.of(),
        List.of(new Plan.Service("desk", 'A', Text.same("服务台"), List.of(), Route.of("desk"))),
        List.of(new Plan.Stage("desk", Text.same("服务台"), OptionalInt.empty(), OptionalInt.empty())),
        List.of(new Plan.Counter(1, List.of("desk"), OptionalInt.empty())));
  }
}
