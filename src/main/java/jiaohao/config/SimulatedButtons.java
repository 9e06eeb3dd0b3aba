package jiaohao.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.config.DeviceFile.Button;
import jiaohao.config.DeviceFile.Pull;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;

/** The buttons a bench shows for a hall whose device file names none. */
public final class SimulatedButtons {
  private SimulatedButtons() {}

  /**
   * A button for each service, each language where there are several, assist, and each key of each
   * counter, in this order.
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
    for (Plan.Counter counter : plan.counters()) {
      for (Verb.Key key : Verb.Key.values()) {
        verbs.add(new Verb.AtCounter(key, counter.number()));
      }
    }
    return verbs;
  }
}
