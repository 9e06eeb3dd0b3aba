package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.SlipTemplate;

/** Makes a plan of a hall file's tables. */
final class HallReader {
  private final Section root;
  private final Problems problems;

  private HallReader(Section root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  static Optional<Plan> read(Section root, Problems problems) {
    return new HallReader(root, problems).read();
  }

  private Optional<Plan> read() {
    requireTable("hall", "[hall]");
    Optional<HallHead> head = root.section("hall").map(section -> HallHead.read(section, problems));
    List<String> languages = head.map(HallHead::languages).orElse(List.of());
    Names names = new Names(languages, problems);
    Openings openings = new Timetable(problems).openings(root, head.flatMap(HallHead::dayStarts));
    Calendar calendar = new Holidays(root, openings, names, problems).read();
    Plan.Fairness fairness =
        FairnessReader.read(
            root,
            head.map(HallHead::apologyEverySeconds)
                .orElse(Plan.Fairness.USUAL.apologyEverySeconds()));
    SlipTemplate slip = new SlipReader(names, languages, problems).read(root);
    HallDraft draft = draft(names, openings);
    root.end(
        Set.copyOf(TomlFile.DEVICE_TABLES),
        both("这属于设备文件 (--device)", "this belongs in the device file (--device)"));
    new HallReferences(draft, problems).check();
    return head.filter(known -> !problems.anyError())
        .map(known -> plan(known, calendar, fairness, slip, draft));
  }

  private void requireTable(String key, String spelled) {
    if (!root.has(key)) {
      problems.undeclared(
          Place.START,
          both("缺少 " + spelled, "missing " + spelled),
          both("请补上这个表", "add this table"));
    }
  }

  private HallDraft draft(Names names, Openings openings) {
    requireTable("service", "[[service]]");
    requireTable("counter", "[[counter]]");
    ServiceReader services = new ServiceReader(names, openings, problems);
    StageReader stages = new StageReader(names, problems);
    CounterReader counters = new CounterReader(problems);
    return new HallDraft(
        root.sections("service").stream().map(services::read).toList(),
        root.sections("stage").stream().map(stages::read).toList(),
        root.sections("counter").stream().map(counters::read).toList(),
        HallDraft.Named.read(root.sections("group"), names, problems),
        HallDraft.Named.read(root.sections("staff"), names, problems));
  }

  private static Plan plan(
      HallHead head,
      Calendar calendar,
      Plan.Fairness fairness,
      SlipTemplate slip,
      HallDraft draft) {
    return new Plan(
        head.id().orElseThrow(),
        head.name().orElseThrow(),
        head.timezone().orElseThrow(),
        head.languages(),
        head.dayStarts().map(Found::value).orElse(HallHead.DAY_STARTS),
        head.noPaper(),
        head.reprintWithinSeconds(),
        head.walkSeconds(),
        head.startKey(),
        head.customer(),
        head.one(),
        head.two(),
        calendar,
        new Plan.Fairness(
            fairness.missed(),
            fairness.overtakeMost(),
            fairness.backAfter(),
            fairness.apologyEverySeconds(),
            draft.plannedGroups()),
        head.promise(),
        head.closingChecks(),
        slip,
        draft.plannedServices(),
        draft.plannedStages(),
        draft.plannedCounters(),
        draft.plannedStaff());
  }
}
