package jiaohao.year;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;

/** What goes wrong on a day. */
final class Misfortune {
  private static final List<String> PRINTER =
      List.of("paper-end", "near-end", "cover", "offline", "cutter", "silent");

  private final Scene scene;
  private final Profile profile;
  private final Opening opening;

  Misfortune(Scene scene, Profile profile, Opening opening) {
    this.scene = scene;
    this.profile = profile;
    this.opening = opening;
  }

  void plan() {
    often(0.8, this::printer);
    often(0.1, () -> fault("board", "dead"));
    often(0.25, this::powerCut);
    often(0.08, () -> scene.act(new Action.Restart(scene.between(3, 60))));
    often(0.06, this::leap);
    often(0.05, this::distrust);
    often(0.06, this::fireDrill);
    often(0.07, this::newHallFile);
  }

  private void often(double timesADay, Runnable what) {
    for (int time = scene.howMany(timesADay * profile.trouble()); time > 0; time--) {
      scene.then(someTime(), what);
    }
  }

  private Instant someTime() {
    Duration day = Duration.between(scene.now(), opening.latest());
    boolean anyTime = opening.holiday() || scene.chance(0.1);
    return anyTime
        ? scene.now().plus(scene.between(0, (int) day.toSeconds()))
        : opening.first().plus(scene.between(0, 9 * 3600));
  }

  private void printer() {
    fault("printer", scene.oneOf(PRINTER));
  }

  private void fault(String device, String fault) {
    scene.act(new Action.Device(device, Optional.of(fault)));
    scene.in(scene.after(600), () -> scene.act(new Action.Device(device, Optional.empty())));
  }

  private void powerCut() {
    Action.PowerCut.When when = scene.oneOf(List.of(Action.PowerCut.When.values()));
    Duration off = scene.chance(0.1) ? scene.after(7200) : scene.after(240);
    scene.act(new Action.PowerCut(off.plusSeconds(3), when));
  }

  /** Put right after a while, by a time server or by somebody. */
  private void leap() {
    boolean trusted = scene.chance(0.5);
    scene.act(new Action.Trust(trusted));
    Duration by = scene.chance(0.05) ? Duration.ofDays(1) : scene.between(10, 7200);
    scene.act(new Action.Leap(scene.chance(0.5) ? by : by.negated()));
    scene.in(
        scene.after(1800),
        () -> {
          scene.act(new Action.SetClock());
          scene.act(new Action.Trust(true));
        });
  }

  private void distrust() {
    scene.act(new Action.Trust(false));
    scene.in(scene.after(7200), () -> scene.act(new Action.Trust(true)));
  }

  private void fireDrill() {
    scene.press(new Verb.Suspend(true));
    scene.in(scene.after(600), this::resume);
  }

  private void resume() {
    if (scene.press(new Verb.Suspend(false)).refused().equals(Outcome.NO_POWER)) {
      scene.in(scene.after(300), this::resume);
    }
  }

  /** One that somebody else of the hall can make up for. */
  private void newHallFile() {
    List<HallChange> changes = changes(scene.world().shipped()).toList();
    if (!changes.isEmpty()) {
      scene.act(new Action.Adopt(scene.oneOf(changes)));
      scene.then(
          opening.latest().minusSeconds(60), () -> scene.act(new Action.Adopt(HallChange.NONE)));
    }
  }

  static Stream<HallChange> changes(Plan plan) {
    Stream<HallChange> windows =
        plan.counters().stream()
            .map(Plan.Counter::number)
            .map(number -> new HallChange(number, ""));
    Stream<HallChange> stages = plan.stages().stream().map(stage -> new HallChange(0, stage.id()));
    return Stream.concat(windows, stages).filter(change -> sound(plan, change));
  }

  /** Everybody can still be served, and every service begins somewhere. */
  private static boolean sound(Plan plan, HallChange change) {
    Plan changed = change.applyTo(plan);
    boolean served =
        changed.stages().stream()
            .allMatch(stage ->
                changed.counters().stream()
                    .anyMatch(counter -> counter.stages().contains(stage.id())));
    return served
        && changed.services().stream()
            .allMatch(service -> changed.stage(service.route().first()).isPresent())
        && changed.stages().stream()
            .allMatch(stage ->
                stage.then().stream().allMatch(to -> changed.stage(to).isPresent())
                    && stage.other().stream()
                        .filter(other -> other.where() == Plan.Other.Where.STAGE)
                        .allMatch(other -> changed.stage(other.stage()).isPresent()));
  }
}
