package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/** Makes a plan of a hall file's tables. */
final class HallReader {
  /** Counters have one or two digits on their signs and on the board. */
  static final int HIGHEST_COUNTER = 99;

  private static final int LONGEST_LIMIT_SECONDS = 86_400;

  private final Section root;
  private final Problems problems;
  private final Ids ids;

  private HallReader(Section root, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.ids = new Ids(problems);
  }

  static Optional<Plan> read(Section root, Problems problems) {
    return new HallReader(root, problems).read();
  }

  private Optional<Plan> read() {
    requireTable("hall", "[hall]");
    Optional<HallHead> head = root.section("hall").map(section -> HallHead.read(section, problems));
    List<Calendar.Hours> hours =
        new Timetable(problems).hours(root.sections("hours"), head.flatMap(HallHead::dayStarts));
    HallDraft draft = draft(new Names(head.map(HallHead::languages).orElse(List.of()), problems));
    root.end(
        Set.copyOf(TomlFile.DEVICE_TABLES),
        both("这属于设备文件 (--device)", "this belongs in the device file (--device)"));
    new HallReferences(draft, problems).check();
    return head.filter(known -> !problems.anyError()).map(known -> plan(known, hours, draft));
  }

  private void requireTable(String key, String spelled) {
    if (!root.has(key)) {
      problems.undeclared(
          Place.START,
          both("缺少 " + spelled, "missing " + spelled),
          both("请补上这个表", "add this table"));
    }
  }

  private HallDraft draft(Names names) {
    requireTable("service", "[[service]]");
    requireTable("counter", "[[counter]]");
    return new HallDraft(
        root.sections("service").stream().map(section -> service(section, names)).toList(),
        root.sections("stage").stream().map(section -> stage(section, names)).toList(),
        root.sections("counter").stream().map(this::counter).toList());
  }

  private HallDraft.Service service(Section section, Names names) {
    section.require("id", "prefix", "name");
    Optional<Found<String>> id = ids.read(section, "id");
    Optional<Found<String>> prefix = section.words("prefix");
    prefix.ifPresent(letter -> checkPrefix(section, letter));
    Optional<Text> name = names.read(section, "name");
    List<Text> papers = names.readAll(section, "papers");
    List<Found<String>> stages = ids.readSome(section, "stages");
    section.end();
    return new HallDraft.Service(
        id, prefix, name, papers, section.has("stages") ? stages : id.stream().toList());
  }

  private static void checkPrefix(Section section, Found<String> prefix) {
    if (!prefix.value().matches("[A-Z]")) {
      section.refuse(prefix, both("应为一个大写字母 A–Z", "expected one capital letter A-Z"));
    }
  }

  private HallDraft.Stage stage(Section section, Names names) {
    section.require("id");
    Optional<Found<String>> id = ids.read(section, "id");
    Optional<Text> name = names.read(section, "name");
    OptionalInt limit = limit(section, "limit_s");
    OptionalInt waitLimit = limit(section, "wait_limit_s");
    section.end();
    return new HallDraft.Stage(id, name, limit, waitLimit);
  }

  private static OptionalInt limit(Section section, String key) {
    return section
        .whole(key, 1, LONGEST_LIMIT_SECONDS)
        .map(limit -> OptionalInt.of(limit.value()))
        .orElse(OptionalInt.empty());
  }

  private HallDraft.Counter counter(Section section) {
    section.require("number", "stages");
    Optional<Found<Integer>> number = section.whole("number", 1, HIGHEST_COUNTER);
    List<Found<String>> stages = ids.readSome(section, "stages");
    Optional<Found<Integer>> standIn = section.whole("stand_in", 1, HIGHEST_COUNTER);
    section.end();
    return new HallDraft.Counter(number, stages, standIn);
  }

  private static Plan plan(HallHead head, List<Calendar.Hours> hours, HallDraft draft) {
    return new Plan(
        head.id().orElseThrow(),
        head.name().orElseThrow(),
        head.timezone().orElseThrow(),
        head.languages(),
        head.dayStarts().map(Found::value).orElse(HallHead.DAY_STARTS),
        head.noPaper(),
        head.reprintWithinSeconds(),
        head.walkSeconds(),
        false,
        head.customer(),
        head.one(),
        Calendar.weekly(hours),
        Plan.Fairness.USUAL,
        false,
        List.of(),
        draft.plannedServices(),
        draft.plannedStages(),
        draft.plannedCounters(),
        List.of());
  }
}
