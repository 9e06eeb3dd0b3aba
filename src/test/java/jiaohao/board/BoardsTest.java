package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Look;
import jiaohao.config.DeviceFile.Order;
import org.junit.jupiter.api.Test;

class BoardsTest {
  @Test
  void aSimulatedBoardShowsItsCallsOnItsChain() throws Exception {
    DeviceFile.Board described = board("simulated", Face.DIGITS);
    SimulatedSpi spi = Boards.simulated(described);
    try (Board board = Boards.on(described, spi)) {
      board.show(Picture.of(List.of(new Shown("B042", 7, true))));
    }
    assertEquals(List.of("B042   7", ""), spi.text());
  }

  @Test
  void aSimulatedBoardOpensWithoutAnyHardware() throws Exception {
    try (Board board = Boards.open(board("simulated", Face.DIGITS))) {
      board.show(Picture.of(List.of()));
    }
  }

  @Test
  void aMatrixWithoutItsFontIsRefusedWithARemedyAndHoldsNoBus() {
    Look look = new Look(List.of(), Optional.of(Path.of("/no/such/font.pcf.gz")), false);
    DeviceFile.Board matrix =
        new DeviceFile.Board(
            "board",
            "/dev/spidev0.0",
            4,
            Face.MATRIX,
            Set.of(),
            new Layout(2, Order.ROWS, 0),
            look);
    IOException refusal = assertThrows(MissingFontException.class, () -> Boards.open(matrix));
    assertTrue(refusal.getMessage().contains("apt install xfonts-intl-chinese"));
    assertTrue(refusal.getMessage().contains("/no/such/font.pcf.gz"), refusal.getMessage());
  }

  @Test
  void aMissingBusIsAnErrorWorthAnotherTry() {
    assertThrows(IOException.class, () -> Boards.open(board("/dev/spidev6.98", Face.DIGITS)));
  }

  private static DeviceFile.Board board(String spi, Face face) {
    return new DeviceFile.Board("board", spi, 2, face, Set.of());
  }
}
