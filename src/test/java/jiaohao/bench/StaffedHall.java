package jiaohao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/**
 * The demo hall with a member of staff, new vehicles registered in silence, quick check-ins that
 * may lack papers, and papers to take along in the end.
 */
final class StaffedHall {
  private StaffedHall() {}

  static RunningBench start(Path state) throws Exception {
    String source = RunningBench.demoHall();
    return RunningBench.start(plan(), source, RunningBench.fastDevice(), state);
  }

  private static Plan plan() throws IOException {
    Plan demo = RunningBench.plan(RunningBench.demoHall());
    return new Plan(
        demo.id(),
        demo.name(),
        demo.timezone(),
        demo.languages(),
        demo.dayStarts(),
        demo.noPaper(),
        demo.reprintWithinSeconds(),
        demo.walkSeconds(),
        demo.startKey(),
        demo.customer(),
        demo.one(),
        demo.two(),
        demo.calendar(),
        demo.fairness(),
        demo.promise(),
        List.of(),
        demo.slip(),
        demo.services(),
        demo.stages().stream().map(StaffedHall::altered).toList(),
        demo.counters(),
        List.of(new Plan.Staff("li", Text.of("李敏", "Li Min"))));
  }

  private static Plan.Stage altered(Plan.Stage stage) {
    boolean checkin = stage.id().equals("checkin");
    return new Plan.Stage(
        stage.id(),
        stage.name(),
        checkin ? OptionalInt.of(1) : stage.limitSeconds(),
        stage.waitLimitSeconds(),
        !stage.id().equals("new-vehicle"),
        false,
        false,
        Optional.empty(),
        checkin ? Optional.of(incomplete()) : Optional.empty(),
        stage.id().equals("certificate") ? List.of(Text.same("检测报告")) : List.of(),
        Optional.empty());
  }

  private static Plan.Other incomplete() {
    return new Plan.Other(
        Text.of("材料不全", "Papers missing"), Plan.Other.Where.HOLD, "", false, true);
  }
}
