package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import org.tomlj.TomlArray;

/** Reads the tables [[service]]. */
final class ServiceReader {
  private static final int MOST_NUMBERS = 999;

  private final Names names;
  private final Openings openings;
  private final Problems problems;
  private final Ids ids;

  ServiceReader(Names names, Openings openings, Problems problems) {
    this.names = names;
    this.openings = openings;
    this.problems = problems;
    this.ids = new Ids(problems);
  }

  HallDraft.Service read(Section section) {
    section.require("id", "prefix", "name");
    Optional<Found<String>> id = ids.read(section, "id");
    Optional<Found<String>> prefix = section.words("prefix");
    prefix.ifPresent(letter -> checkPrefix(section, letter));
    Optional<Text> name = names.read(section, "name");
    List<Text> papers = names.readAll(section, "papers");
    List<HallDraft.Step> steps = steps(section);
    Plan.Limits limits = limits(section);
    section.end();
    return new HallDraft.Service(
        id, prefix, name, papers, section.has("stages") ? steps : ownStage(id), limits);
  }

  private static void checkPrefix(Section section, Found<String> prefix) {
    if (!prefix.value().matches("[A-Z]")) {
      section.refuse(prefix, both("应为一个大写字母 A–Z", "expected one capital letter A-Z"));
    }
  }

  private static List<HallDraft.Step> ownStage(Optional<Found<String>> id) {
    return id.stream().map(stage -> new HallDraft.Step(List.of(stage))).toList();
  }

  private List<HallDraft.Step> steps(Section section) {
    List<Found<Object>> elements = section.someElements("stages");
    List<HallDraft.Step> steps = new ArrayList<>();
    for (int index = 0; index < elements.size(); index++) {
      HallDraft.Step step = step(section, elements.get(index), index);
      if (!step.stages().isEmpty()) {
        steps.add(step);
      }
    }
    ids.unique(steps.stream().flatMap(step -> step.stages().stream()).toList(), "stages");
    return steps;
  }

  private HallDraft.Step step(Section section, Found<Object> element, int index) {
    if (!(element.value() instanceof TomlArray list)) {
      return new HallDraft.Step(ids.readAll(section, List.of(element)));
    }
    List<Found<Object>> inner =
        section.elements("stages[" + index + "]", new Found<>(list, element.place()));
    if (index == 0) {
      problems.error(
          element.place(),
          both("流程不能从并行的环节开始", "a route cannot begin with stages side by side"),
          both("请先写一个单独的环节", "put a single stage first"));
    }
    if (inner.size() < 2) {
      problems.error(
          element.place(),
          both(
              "并行的环节只有 " + inner.size() + " 个",
              "a list of stages side by side has " + inner.size()),
          both("至少写两个,或去掉里面的方括号", "name two at least, or leave the inner brackets out"));
    }
    return new HallDraft.Step(ids.readAll(section, inner));
  }

  private Plan.Limits limits(Section section) {
    OptionalInt dailyMost = most(section, "daily_most");
    OptionalInt atOnceMost = most(section, "at_once_most");
    Optional<Found<LocalTime>> last = new Timetable(problems).time(section, "last_ticket");
    last.ifPresent(openings::checkLastTicket);
    return new Plan.Limits(dailyMost, atOnceMost, last.map(Found::value));
  }

  private static OptionalInt most(Section section, String key) {
    return section
        .whole(key, 1, MOST_NUMBERS)
        .map(most -> OptionalInt.of(most.value()))
        .orElse(OptionalInt.empty());
  }
}
