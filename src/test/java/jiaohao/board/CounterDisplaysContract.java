package jiaohao.board;

import java.io.IOException;
import java.util.List;
import jiaohao.board.CounterDisplays.Face;
import org.junit.jupiter.api.Test;

/** What the clerks' displays may expect of every bus. */
abstract class CounterDisplaysContract {
  abstract Spi bus() throws IOException;

  @Test
  void aChainCanBeShownOverAndOver() throws Exception {
    try (CounterDisplays displays = new CounterDisplays(bus(), 3)) {
      for (int show = 0; show < 20; show++) {
        displays.show(List.of(new Face("A012  " + show, show % 2 == 0), Face.BLANK));
      }
    }
  }
}
