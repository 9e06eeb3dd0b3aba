package jiaohao.kiosk;

import java.util.List;
import jiaohao.config.Problem;
import jiaohao.config.Reading;
import jiaohao.hall.Plan;

/** Whether a hall file that comes from elsewhere fits what this box is wired to. */
@FunctionalInterface
public interface HallCheck {
  /** A box that is wired to nothing in particular. */
  HallCheck NONE = hall -> List.of();

  /** What the two files say of each other that cannot be, and what is worth a look. */
  List<Problem> together(Reading<Plan> hall);
}
