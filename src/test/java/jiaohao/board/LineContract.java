package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a window screen's driver may expect of every line, and what comes out at its far end. */
abstract class LineContract {
  private final SimulatedLine screen = new SimulatedLine();

  abstract Line open() throws IOException;

  /** Every byte that has come out at the far end since the last time. */
  abstract byte[] arrived() throws IOException;

  @AfterEach
  void end() throws Exception {
    close();
  }

  void close() throws Exception {
    // Nothing by default.
  }

  @Test
  void theNumberArrivesAtTheScreen() throws Exception {
    try (Board board = new WindowScreen(open())) {
      board.show(Picture.of(List.of(new Shown("A888", 3, false))));
      screen.write(arrived());
      assertEquals("888", screen.text());
      assertEquals("green", screen.colour());
    }
  }

  @Test
  void aScreenCanBeShownOverAndOver() throws Exception {
    try (Board board = new WindowScreen(open())) {
      for (int show = 1; show <= 20; show++) {
        assertEquals(
            Board.REPEAT_MILLIS,
            board.show(Picture.of(List.of(new Shown("A0" + (10 + show), 1, true)))));
        screen.write(arrived());
        assertEquals(String.valueOf(10 + show), screen.text());
      }
    }
  }

  @Test
  void aLineCanBeClosedTwiceAndOpenedAgain() throws Exception {
    Line line = open();
    line.close();
    line.close();
    try (Line again = open()) {
      assertDoesNotThrow(() -> again.write(WindowScreen.frame(WindowScreen.RED, 1)));
    }
  }
}
