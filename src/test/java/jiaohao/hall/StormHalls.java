package jiaohao.hall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Halls for storms: between them they have everything a hall file can say. */
final class StormHalls {
  private static final List<Plan.Staff> STAFF =
      Stream.of("li", "wang", "zhao").map(id -> new Plan.Staff(id, Text.same(id))).toList();

  private static final Calendar LUNCH =
      new Calendar(
          List.of(
              hours("08:30", "12:00", Optional.empty()),
              hours("13:00", "17:00", Optional.of(LocalTime.of(16, 30)))),
          Set.of(),
          Map.of());

  static final Plan SIDE_BY_SIDE = sideBySide();
  static final Plan WITHOUT_RETEST = withoutRetest();
  static final Plan TURNS_BY_SHARES = turnsByShares();
  static final Plan FAIR = fair();

  static final List<Plan> ALL =
      List.of(
          Halls.station(),
          Halls.with(Halls.station(), Plan.NoPaper.REFUSE),
          Halls.withHours(Halls.station(), Halls.officeHours()),
          Halls.withCounters(
              Halls.station(),
              Halls.counter(1, 0, "certificate", "checkin"),
              Halls.counter(3, 1, "questions")),
          Halls.withStages(
              Halls.withServices(
                  Halls.withCounters(
                      Halls.station(),
                      Halls.counter(1, 3, "reception"),
                      Halls.counter(2, 0, "certificate"),
                      Halls.counter(3, 0, "reception")),
                  Halls.service("inspection", 'A', "reception", "certificate")),
              "reception",
              "certificate"),
          Halls.withServices(Halls.station(), Halls.service("licence", 'A', "certificate")),
          SIDE_BY_SIDE,
          TURNS_BY_SHARES,
          FAIR,
          WITHOUT_RETEST);

  private StormHalls() {}

  /**
   * Papers of an inspection go two ways and meet; either may fail; a key is handed out and back.
   */
  private static Plan sideBySide() {
    return plan(
        new Plan.Fairness(
            Optional.of(new Plan.Missed(2, OptionalInt.of(2), 1)), 2, 2, 600, groups("elderly")),
        Calendar.ALWAYS,
        false,
        List.of(
            service(
                "inspection",
                'A',
                Plan.Limits.NONE,
                "checkin",
                "report+signature+questions",
                "certificate"),
            service("questions", 'B', Plan.Limits.NONE, "questions")),
        List.of(
            stage("checkin", Kind.PEOPLE, "", Optional.empty(), token(Plan.Token.Use.BIND)),
            stage("report", Kind.PAPERS, "", other("retest", true), Optional.empty()),
            stage("signature", Kind.PAPERS, "", other("repair", false), Optional.empty()),
            stage("retest", Kind.PAPERS, "report", Optional.empty(), Optional.empty()),
            stage("repair", Kind.OUTSIDE, "signature", Optional.empty(), Optional.empty()),
            stage("questions", Kind.BY_OWNER, "", end(), Optional.empty()),
            stage("certificate", Kind.PEOPLE, "", hold(), token(Plan.Token.Use.MATCH))),
        List.of(
            window(1, 2, Plan.Counter.Rule.PREFERENCE, List.of(), "checkin", "questions"),
            window(2, 0, Plan.Counter.Rule.LONGEST, List.of(), "report", "signature", "retest"),
            window(
                3,
                1,
                Plan.Counter.Rule.SHARES,
                List.of(2, 1),
                "certificate",
                "questions",
                "repair")));
  }

  /** The same hall after the stage that a failed report goes to was given up. */
  private static Plan withoutRetest() {
    Plan plan = sideBySide();
    return plan(
        plan.fairness(),
        Calendar.ALWAYS,
        true,
        plan.services(),
        plan.stages().stream()
            .filter(stage -> !stage.id().equals("retest"))
            .filter(stage -> !stage.id().equals("repair"))
            .toList(),
        List.of(
            window(1, 0, Plan.Counter.Rule.LONGEST, List.of(), "certificate", "checkin"),
            window(2, 1, Plan.Counter.Rule.SHARES, List.of(1, 3), "report", "signature"),
            window(4, 1, Plan.Counter.Rule.PREFERENCE, List.of(), "questions")));
  }

  /** Every customer is called by shares, and stand-ins take each other's customers over. */
  private static Plan turnsByShares() {
    return plan(
        new Plan.Fairness(
            Optional.of(new Plan.Missed(1, OptionalInt.empty(), 2)),
            1,
            0,
            60,
            groups("elderly", "soldier")),
        LUNCH,
        true,
        List.of(
            service("inspection", 'A', limits(30, 5), "checkin", "certificate"),
            service("questions", 'B', limits(900, 3), "questions"),
            service("licence", 'C', Plan.Limits.NONE, "licence", "certificate+checkin")),
        List.of(
            stage("checkin", Kind.PEOPLE, "", other("licence", false), Optional.empty()),
            stage("licence", Kind.BY_OWNER, "", Optional.empty(), token(Plan.Token.Use.BIND)),
            stage("questions", Kind.PEOPLE, "", hold(), Optional.empty()),
            stage("certificate", Kind.PEOPLE, "", end(), token(Plan.Token.Use.MATCH_OR_FLAG))),
        List.of(
            window(
                1,
                2,
                Plan.Counter.Rule.SHARES,
                List.of(2, 1, 1),
                "checkin",
                "questions",
                "licence"),
            window(2, 1, Plan.Counter.Rule.SHARES, List.of(1, 1), "certificate", "checkin"),
            window(3, 2, Plan.Counter.Rule.LONGEST, List.of(), "questions", "licence")));
  }

  /** One stage with everything that may overtake, and two windows for it. */
  private static Plan fair() {
    return plan(
        new Plan.Fairness(
            Optional.of(new Plan.Missed(2, OptionalInt.of(3), 2)), 2, 1, 600, groups("elderly")),
        LUNCH,
        false,
        List.of(
            service("inspection", 'A', Plan.Limits.NONE, "questions"),
            service("questions", 'B', Plan.Limits.NONE, "questions")),
        List.of(
            stage("questions", Kind.BY_OWNER, "", other("checkin", true), Optional.empty()),
            stage("checkin", Kind.PEOPLE, "questions", Optional.empty(), Optional.empty())),
        List.of(
            window(1, 3, Plan.Counter.Rule.PREFERENCE, List.of(), "questions"),
            window(2, 3, Plan.Counter.Rule.LONGEST, List.of(), "questions", "checkin"),
            window(3, 1, Plan.Counter.Rule.PREFERENCE, List.of(), "checkin")));
  }

  private static Plan plan(
      Plan.Fairness fairness,
      Calendar calendar,
      boolean startKey,
      List<Plan.Service> services,
      List<Plan.Stage> stages,
      List<Plan.Counter> counters) {
    Plan station = Halls.station();
    return new Plan(
        station.id(),
        station.name(),
        station.timezone(),
        station.languages(),
        station.dayStarts(),
        Plan.NoPaper.ANNOUNCE,
        station.reprintWithinSeconds(),
        station.walkSeconds(),
        startKey,
        station.customer(),
        station.one(),
        station.two(),
        calendar,
        fairness,
        true,
        List.of(Text.of("关电", "power off")),
        SlipTemplate.USUAL,
        services,
        stages,
        counters,
        STAFF);
  }

  private enum Kind {
    PEOPLE,
    PAPERS,
    OUTSIDE,
    BY_OWNER
  }

  private static Plan.Stage stage(
      String id, Kind kind, String then, Optional<Plan.Other> other, Optional<Plan.Token> token) {
    return new Plan.Stage(
        id,
        Text.same(id),
        OptionalInt.of(60),
        OptionalInt.of(600),
        kind != Kind.PAPERS,
        kind == Kind.OUTSIDE,
        kind == Kind.BY_OWNER,
        Optional.of(then).filter(stage -> !stage.isEmpty()),
        other,
        id.equals("certificate") ? List.of(Text.same("copy")) : List.of(),
        token);
  }

  private static Optional<Plan.Other> other(String stage, boolean meet) {
    return Optional.of(
        new Plan.Other(Text.same("failed"), Plan.Other.Where.STAGE, stage, meet, meet));
  }

  private static Optional<Plan.Other> end() {
    return Optional.of(new Plan.Other(Text.same("refused"), Plan.Other.Where.END, "", false, true));
  }

  private static Optional<Plan.Other> hold() {
    return Optional.of(
        new Plan.Other(Text.same("incomplete"), Plan.Other.Where.HOLD, "", false, true));
  }

  private static Optional<Plan.Token> token(Plan.Token.Use use) {
    return Optional.of(new Plan.Token(Text.of("钥匙", "key"), "key", use));
  }

  private static Plan.Service service(String id, char prefix, Plan.Limits limits, String... steps) {
    List<Text> papers = List.of(Text.of("行驶证", "licence"));
    return new Plan.Service(id, prefix, Text.same(id), papers, Route.of(steps), limits);
  }

  private static Plan.Limits limits(int aDay, int atOnce) {
    return new Plan.Limits(
        OptionalInt.of(aDay), OptionalInt.of(atOnce), Optional.of(LocalTime.of(16, 0)));
  }

  private static Plan.Counter window(
      int number, int standIn, Plan.Counter.Rule rule, List<Integer> shares, String... stages) {
    return new Plan.Counter(
        number,
        List.of(stages),
        standIn == 0 ? OptionalInt.empty() : OptionalInt.of(standIn),
        rule,
        shares);
  }

  private static List<Plan.Group> groups(String... ids) {
    return Stream.of(ids).map(id -> new Plan.Group(id, Text.same(id))).toList();
  }

  private static Calendar.Hours hours(String open, String close, Optional<LocalTime> last) {
    return new Calendar.Hours(
        EnumSet.allOf(DayOfWeek.class), LocalTime.parse(open), LocalTime.parse(close), last);
  }
}
