package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;
import org.junit.jupiter.api.Test;

class BoardsTest {
  @Test
  void aSimulatedBoardShowsItsCallsOnItsChain() throws Exception {
    DeviceFile.Board described = board("simulated", Face.DIGITS);
    SimulatedSpi spi = Boards.simulated(described);
    try (Board board = Boards.on(described, spi)) {
      board.show(List.of(new Shown("B042", 7, true)), false);
    }
    assertEquals(List.of("B042   7", ""), spi.text());
  }

  @Test
  void aSimulatedBoardOpensWithoutAnyHardware() throws Exception {
    try (Board board = Boards.open(board("simulated", Face.DIGITS))) {
      board.show(List.of(), false);
    }
  }

  @Test
  void aMatrixIsRefusedInWords() {
    IOException refusal =
        assertThrows(IOException.class, () -> Boards.open(board("/dev/spidev0.0", Face.MATRIX)));
    assertTrue(refusal.getMessage().contains("not yet supported"), refusal.getMessage());
  }

  @Test
  void aMissingBusIsAnErrorWorthAnotherTry() {
    assertThrows(IOException.class, () -> Boards.open(board("/dev/spidev6.98", Face.DIGITS)));
  }

  private static DeviceFile.Board board(String spi, Face face) {
    return new DeviceFile.Board("board", spi, 2, face, Set.of());
  }
}
