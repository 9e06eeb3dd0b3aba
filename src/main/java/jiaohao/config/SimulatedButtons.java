package jiaohao.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jiaohao.config.DeviceFile.Button;
import jiaohao.config.DeviceFile.Pull;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;

/** The buttons a bench shows for a hall whose device file names none. */
public final class SimulatedButtons {
  private SimulatedButtons() {}

  /**
   * A button for each service, each language where there are several, assist, each group and each
   * member of staff, suspend and resume, and each key of each counter that has a use there, in this
   * order.
   */
  public static List<Button> of(Plan plan) {
    List<Button> buttons = new ArrayList<>();
    for (Verb verb : verbs(plan)) {
      buttons.add(
          new Button(DeviceFile.SIMULATED, buttons.size(), true, Pull.UP, verb, Optional.empty()));
    }
    return buttons;
  }

  /** The device as it is, or with simulated buttons when it has none. */
  public static DeviceFile addedTo(DeviceFile device, Plan plan) {
    return device.buttons().isEmpty() ? device.withButtons(of(plan)) : device;
  }

  private static List<Verb> verbs(Plan plan) {
    List<Verb> verbs = new ArrayList<>();
    plan.services().forEach(service -> verbs.add(new Verb.Take(service.id())));
    if (plan.languages().size() > 1) {
      plan.languages().forEach(code -> verbs.add(new Verb.Language(code)));
    }
    verbs.add(new Verb.Assist());
    plan.fairness().groups().forEach(group -> verbs.add(new Verb.Priority(group.id())));
    plan.staff().forEach(member -> verbs.add(new Verb.ForStaff(member.id())));
    verbs.add(new Verb.Suspend(true));
    verbs.add(new Verb.Suspend(false));
    for (Plan.Counter counter : plan.counters()) {
      Stream.of(Verb.Key.values())
          .filter(key -> hasUse(key, counter, plan))
          .forEach(key -> verbs.add(new Verb.AtCounter(key, counter.number())));
    }
    return verbs;
  }

  private static boolean hasUse(Verb.Key key, Plan.Counter counter, Plan plan) {
    return switch (key) {
      case LOST_SLIP -> serves(counter, plan, SimulatedButtons::asksForToken);
      case SIGN_OFF -> !plan.staff().isEmpty();
      case RECALL, MISS, RATE_GOOD, RATE_FAIR, RATE_POOR ->
          serves(counter, plan, Plan.Stage::announce);
      default -> key.bare();
    };
  }

  private static boolean asksForToken(Plan.Stage stage) {
    return stage.token().filter(token -> token.use() != Plan.Token.Use.BIND).isPresent();
  }

  /** Whether the counter has such a stage, or one of the counters it stands in for. */
  private static boolean serves(Plan.Counter counter, Plan plan, Predicate<Plan.Stage> such) {
    return plan.counters().stream()
        .filter(other -> other.equals(counter) || other.standIn().orElse(0) == counter.number())
        .flatMap(other -> other.stages().stream())
        .flatMap(id -> plan.stage(id).stream())
        .anyMatch(such);
  }
}
