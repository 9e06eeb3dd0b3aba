package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.Map;
import jiaohao.config.DeviceFile.Face;
import jiaohao.hall.Plan;

/** Whether seven segments can show the prefixes of a hall so that they are read as meant. */
final class DigitsCheck {
  private static final String CANNOT_BE_SHOWN = "KMVWX";
  private static final Map<Character, Character> READ_AS =
      Map.of('B', '8', 'O', '0', 'I', '1', 'S', '5');

  private final Plan plan;
  private final DeviceFile device;
  private final Reading<Plan> hallFile;
  private final Problems problems;

  DigitsCheck(Plan plan, DeviceFile device, Reading<Plan> hallFile, Problems problems) {
    this.plan = plan;
    this.device = device;
    this.hallFile = hallFile;
    this.problems = problems;
  }

  void check() {
    if (device.boards().stream().noneMatch(board -> board.face() == Face.DIGITS)) {
      return;
    }
    for (int index = 0; index < plan.services().size(); index++) {
      check(plan.services().get(index).prefix(), hallFile.placeOf("service[" + index + "].prefix"));
    }
  }

  private void check(char prefix, Place place) {
    String remedy = both("请换一个字母,如 A C E F H", "choose another letter, such as A C E F H");
    if (CANNOT_BE_SHOWN.indexOf(prefix) >= 0) {
      problems.error(
          place,
          both("数码管显示不出字母 " + prefix, "a seven-segment digit cannot show " + prefix),
          remedy);
    } else if (READ_AS.containsKey(prefix)) {
      char digit = READ_AS.get(prefix);
      problems.warning(
          place,
          both(
              "数码管上字母 " + prefix + " 容易看成 " + digit,
              "on seven segments " + prefix + " is easily read as " + digit),
          remedy);
    }
  }
}
