package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/** What the table [hall] says, each with its default; what is wrong has been reported already. */
record HallHead(
    Optional<String> id,
    Optional<Text> name,
    Optional<ZoneId> timezone,
    List<String> languages,
    Optional<Found<LocalTime>> dayStarts,
    Plan.NoPaper noPaper,
    int reprintWithinSeconds,
    int walkSeconds,
    boolean startKey,
    Text customer,
    Plan.One one,
    Plan.Two two,
    int apologyEverySeconds,
    boolean promise,
    List<Text> closingChecks) {

  static final LocalTime DAY_STARTS = LocalTime.of(4, 0);
  private static final String TIMEZONE = "Asia/Shanghai";
  private static final String LANGUAGE = "zh";
  private static final int REPRINT_WITHIN_SECONDS = 600;
  private static final int WALK_SECONDS = 15;
  private static final int LONGEST_WALK_SECONDS = 600;
  private static final int LEAST_APOLOGY_SECONDS = 60;
  private static final int MOST_APOLOGY_SECONDS = 7200;
  private static final int DAY_SECONDS = 86_400;
  private static final Text CUSTOMERS = Text.of("客户", "customers");
  private static final Map<String, Plan.NoPaper> NO_PAPER =
      Map.of("announce", Plan.NoPaper.ANNOUNCE, "refuse", Plan.NoPaper.REFUSE);
  private static final Map<String, Plan.One> ONE = Map.of("yi", Plan.One.YI, "yao", Plan.One.YAO);
  private static final Map<String, Plan.Two> TWO =
      Map.of("er", Plan.Two.ER, "liang", Plan.Two.LIANG);

  static HallHead read(Section hall, Problems problems) {
    hall.require("id", "name");
    Ids ids = new Ids(problems);
    Optional<Found<String>> id = ids.read(hall, "id");
    List<String> languages = languages(hall, problems, ids);
    Names names = new Names(languages, problems);
    HallHead head =
        new HallHead(
            id.map(Found::value),
            names.read(hall, "name"),
            timezone(hall),
            languages,
            new Timetable(problems).time(hall, "day_starts"),
            hall.oneOf("no_paper", NO_PAPER).map(Found::value).orElse(Plan.NoPaper.ANNOUNCE),
            seconds(hall, "reprint_within_s", DAY_SECONDS, REPRINT_WITHIN_SECONDS),
            seconds(hall, "walk_s", LONGEST_WALK_SECONDS, WALK_SECONDS),
            hall.flag("start_key"),
            names.read(hall, "customer").orElse(CUSTOMERS),
            hall.oneOf("one", ONE).map(Found::value).orElse(Plan.One.YI),
            hall.oneOf("two", TWO).map(Found::value).orElse(Plan.Two.ER),
            apologyEverySeconds(hall),
            hall.flag("promise"),
            names.readAll(hall, "closing_checks"));
    hall.end();
    return head;
  }

  private static int seconds(Section hall, String key, int most, int otherwise) {
    return hall.whole(key, 0, most).map(Found::value).orElse(otherwise);
  }

  private static int apologyEverySeconds(Section hall) {
    return hall.whole("apology_every_s", LEAST_APOLOGY_SECONDS, MOST_APOLOGY_SECONDS)
        .map(Found::value)
        .orElse(Plan.Fairness.USUAL.apologyEverySeconds());
  }

  private static List<String> languages(Section hall, Problems problems, Ids ids) {
    if (!hall.has("languages")) {
      hall.find("languages");
      return List.of(LANGUAGE);
    }
    List<Found<String>> codes =
        hall.someElements("languages").stream()
            .flatMap(element -> hall.words(element).stream())
            .toList();
    ids.unique(codes, "languages");
    codes.stream()
        .filter(code -> !Names.SPOKEN.contains(code.value()))
        .forEach(code -> refuseLanguage(code, problems));
    return Found.values(codes).stream().filter(Names.SPOKEN::contains).toList();
  }

  private static void refuseLanguage(Found<String> code, Problems problems) {
    String quoted = Quoted.of(code.value());
    problems.error(
        code.place(),
        both("没有此语言的播报 " + quoted, "no announcements exist in language " + quoted),
        both("应为下列之一", "expected one of") + ": \"zh\", \"en\"");
  }

  /** A region, since a fixed offset knows no change of clocks. */
  private static Optional<ZoneId> timezone(Section hall) {
    if (!hall.has("timezone")) {
      hall.find("timezone");
      return Optional.of(ZoneId.of(TIMEZONE));
    }
    Optional<Found<String>> zone = hall.words("timezone");
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone.get().value())) {
      hall.refuse(
          zone.get(),
          nearestZone(zone.get().value())
              + both(
                  "应为 IANA 时区,如 \"Asia/Shanghai\"",
                  "expected an IANA zone, such as \"Asia/Shanghai\""));
      return Optional.empty();
    }
    return Optional.of(ZoneId.of(zone.get().value()));
  }

  /** China's clocks go by Shanghai; the zone that is missed most is no misspelling. */
  private static String nearestZone(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("beijing")
        ? Nearest.hint(TIMEZONE, List.of(TIMEZONE))
        : Nearest.hint(name, ZoneId.getAvailableZoneIds());
  }
}
