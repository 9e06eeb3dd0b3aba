package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTest {
  /** Boards are told everything every two seconds; as long again for a busy machine. */
  private static final Duration WITHIN = Duration.ofSeconds(4);

  @TempDir private Path stateDir;

  @Test
  void theLatestCallStandsFirstAndFinishedOnesGo() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take questions").does("take inspection");
      box.does("next 1").does("next 1").does("undo 1");
      Await.until("nobody is called", () -> box.board().isEmpty());
      box.does("next 1").does("take inspection").does("next 2");
      Await.until("both", () -> box.board().equals(List.of("A001   2", "C001   1")));
      box.does("finish 2");
      Await.until("one is left", () -> box.board().equals(List.of("C001   1")));
    }
  }

  @Test
  void aGlitchedBoardIsRightAgainByItself() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take inspection").does("next 1").does("start 1");
      Await.until("it is shown", () -> box.board().equals(List.of("A001   1")));
      for (int glitch = 0; glitch < 3; glitch++) {
        box.chips.glitch();
        long frames = box.chips.frames();
        Await.until("everything was sent again", WITHIN, () -> box.chips.frames() >= frames + 26);
        assertEquals(List.of("A001   1"), box.board());
      }
    }
  }

  @Test
  void aDeadBoardIsAFaultAndNumbersAreCalledAllTheSame() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.chips.dead(true);
      box.does("take inspection").does("next 1");
      Await.until("the fault is on", () -> box.state().stopped("board"));
      Await.until("it is called", () -> box.said().contains("请A001号到1号窗口"));
      assertTrue(StateJson.of(box.kiosk()).contains("\"serving\":{\"1\":\"A001\"}"));
      box.chips.dead(false);
      Await.until("the fault is off", () -> !box.state().stopped("board"));
      Await.until("it is shown", () -> box.board().equals(List.of("A001   1")));
    }
  }
}
