package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a board may expect of every bus. */
abstract class SpiContract {
  abstract Spi open() throws IOException;

  @Test
  void framesOfTheLongestChainAreTakenWhole() throws Exception {
    try (Spi spi = open()) {
      assertDoesNotThrow(() -> spi.transfer(new byte[2 * 64]));
    }
  }

  @Test
  void aBoardCanBeShownOverAndOver() throws Exception {
    try (Board board = new DigitsBoard(open(), 4)) {
      List<Shown> calls = List.of(new Shown("A001", 1, true), new Shown("B002", 2, false));
      for (int show = 0; show < 20; show++) {
        Picture picture = Picture.of(calls);
        board.show(show % 2 == 1 ? picture.darkened() : picture);
      }
    }
  }

  @Test
  void aBusCanBeClosedTwiceAndOpenedAgain() throws Exception {
    Spi spi = open();
    spi.close();
    spi.close();
    try (Spi again = open()) {
      assertDoesNotThrow(() -> again.transfer(new byte[] {0, 0}));
    }
  }
}
