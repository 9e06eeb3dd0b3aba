package jiaohao.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jiaohao.config.DeviceFile.Button;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;

/** Checks a hall file and a device file against each other. */
public final class Checks {
  private final Reading<Plan> hallFile;
  private final Reading<DeviceFile> deviceFile;
  private final Plan plan;
  private final DeviceFile device;
  private final Problems inHall;
  private final Problems inDevice;

  private Checks(
      Reading<Plan> hallFile, Plan plan, Reading<DeviceFile> deviceFile, DeviceFile device) {
    this.hallFile = hallFile;
    this.deviceFile = deviceFile;
    this.plan = plan;
    this.device = device;
    this.inHall = new Problems(hallFile.file());
    this.inDevice = new Problems(deviceFile.file());
  }

  /**
   * What the two say of each other that cannot be; nothing when one of them is wrong by itself.
   *
   * @return first the problems of the hall file, then those of the device file
   */
  public static List<Problem> together(Reading<Plan> hall, Reading<DeviceFile> device) {
    if (hall.value().isEmpty() || device.value().isEmpty()) {
      return List.of();
    }
    return new Checks(hall, hall.value().get(), device, device.value().get()).check();
  }

  private List<Problem> check() {
    checkButtons();
    checkBoards();
    checkCounterDisplays();
    checkLastNumbers();
    new DigitsCheck(plan, device, hallFile, inHall).check();
    reportUnreachable();
    List<Problem> all = new ArrayList<>(inHall.inFileOrder());
    all.addAll(inDevice.inFileOrder());
    return all;
  }

  private void checkButtons() {
    for (int index = 0; index < device.buttons().size(); index++) {
      Button button = device.buttons().get(index);
      String path = "button[" + index + "].";
      checkVerb(button.press(), deviceFile.placeOf(path + "press"));
      Place held = deviceFile.placeOf(path + "held");
      button.held().ifPresent(verb -> checkVerb(verb, held));
    }
  }

  private void checkVerb(Verb verb, Place place) {
    switch (verb) {
      case Verb.Take take -> checkService(take.service(), place);
      case Verb.Language language ->
          reportUnlessKnown(language.code(), plan.languages(), place, "语言", "language");
      case Verb.AtCounter key -> checkCounter(key.counter(), place);
      case Verb.Priority priority -> {
        List<String> groups = plan.fairness().groups().stream().map(group -> group.id()).toList();
        reportUnlessKnown(priority.group(), groups, place, "优先人群", "group");
      }
      case Verb.ForStaff chosen -> {
        List<String> staff = plan.staff().stream().map(member -> member.id()).toList();
        reportUnlessKnown(chosen.staff(), staff, place, "工作人员", "staff");
      }
      case Verb.Assist _, Verb.Suspend _ -> {}
    }
  }

  private void checkLastNumbers() {
    for (DeviceFile.Sync sync : device.sync().stream().toList()) {
      for (String service : sync.lastNumbers().keySet()) {
        checkService(service, deviceFile.placeOf("sync.last_numbers." + service));
      }
    }
  }

  private void checkService(String service, Place place) {
    List<String> services = plan.services().stream().map(Plan.Service::id).toList();
    reportUnlessKnown(service, services, place, "业务", "service");
  }

  private void checkCounter(int number, Place place) {
    List<String> counters =
        plan.counters().stream().map(counter -> String.valueOf(counter.number())).toList();
    reportUnlessKnown(String.valueOf(number), counters, place, "窗口", "counter");
  }

  private void reportUnlessKnown(
      String word, List<String> known, Place place, String zh, String en) {
    if (!known.contains(word)) {
      String quoted = Quoted.of(word);
      // One wrong number is as near as another: only words are guessed at.
      String hint = Character.isDigit(word.charAt(0)) ? "" : Nearest.hint(word, known);
      inDevice.error(
          place,
          Problems.both(
              hallFile.file() + " 中没有" + zh + " " + quoted,
              "no " + en + " " + quoted + " in " + hallFile.file()),
          known.isEmpty()
              ? Problems.both("请先在其中加上", "add one there first") + ": [[" + en + "]]"
              : hint
                  + Problems.both("应为下列之一", "expected one of")
                  + ": "
                  + String.join(", ", known));
    }
  }

  private void checkBoards() {
    for (DeviceFile.Board board : device.boards()) {
      String path = pathOf(board);
      List<Integer> shown = board.counters().stream().sorted().toList();
      for (int number : shown) {
        checkCounter(number, deviceFile.placeOf(path));
      }
    }
  }

  private void checkCounterDisplays() {
    for (int index = 0; index < device.counterDisplays().size(); index++) {
      int counter = device.counterDisplays().get(index).counter();
      checkCounter(counter, deviceFile.placeOf("counter_display[" + index + "].counter"));
    }
  }

  /** The only board is a table of its own; one of several is an element of a list. */
  private String pathOf(DeviceFile.Board board) {
    String several = "board[" + device.boards().indexOf(board) + "].counters";
    return deviceFile.places().containsKey(several) ? several : "board.counters";
  }

  /** Devices without any keys are used from the pages, or get simulated ones on the bench. */
  private void reportUnreachable() {
    if (device.buttons().isEmpty()) {
      return;
    }
    Set<Verb> meant = new HashSet<>();
    device.buttons().forEach(button -> meant.add(button.press()));
    device.buttons().forEach(button -> button.held().ifPresent(meant::add));
    reportServicesWithoutButton(meant);
    boolean keys = meant.stream().anyMatch(Verb.AtCounter.class::isInstance);
    if (keys || device.console().isEmpty()) { // else the counters are worked from the pages
      reportCountersWithoutNext(meant);
    }
  }

  private void reportServicesWithoutButton(Set<Verb> meant) {
    for (int index = 0; index < plan.services().size(); index++) {
      Verb take = new Verb.Take(plan.services().get(index).id());
      reportWithoutButton(meant, take, hallFile.placeOf("service[" + index + "].id"));
    }
  }

  private void reportCountersWithoutNext(Set<Verb> meant) {
    for (int index = 0; index < plan.counters().size(); index++) {
      Verb next = new Verb.AtCounter(Verb.Key.NEXT, plan.counters().get(index).number());
      reportWithoutButton(meant, next, hallFile.placeOf("counter[" + index + "].number"));
    }
  }

  private void reportWithoutButton(Set<Verb> meant, Verb verb, Place place) {
    if (!meant.contains(verb)) {
      String quoted = Quoted.of(verb.toString());
      inHall.warning(
          place,
          Problems.both(
              deviceFile.file() + " 中没有按键 " + quoted,
              "no button " + quoted + " in " + deviceFile.file()),
          Problems.both("请加一个 [[button]]", "add a [[button]] with it"));
    }
  }
}
