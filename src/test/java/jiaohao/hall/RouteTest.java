package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Route ROUTE = Route.of("checkin", "report+signature", "certificate");

  @Test
  void itIsReadAsItIsSpelled() {
    assertEquals(ROUTE, Route.parse(ROUTE.words()));
    assertEquals(List.of("checkin", "report", "signature", "certificate"), ROUTE.stages());
  }

  @Test
  void afterAStageComesTheStepBehindItsOwn() {
    assertEquals(List.of("certificate"), ROUTE.after("signature").map(Route.Step::word).toList());
    assertEquals(
        List.of("report+signature", "certificate"),
        ROUTE.after("checkin").map(Route.Step::word).toList());
    assertEquals(0, ROUTE.after("elsewhere").count());
  }

  @Test
  void nothingComesTwiceAndTheBeginningIsOneStage() {
    assertThrows(IllegalArgumentException.class, () -> Route.of("a", "b", "a"));
    assertThrows(IllegalArgumentException.class, () -> Route.of("a+b", "c"));
    assertThrows(IllegalArgumentException.class, () -> Route.parse(List.of()));
  }
}
