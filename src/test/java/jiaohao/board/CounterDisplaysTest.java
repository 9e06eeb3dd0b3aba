package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jiaohao.board.CounterDisplays.Face;
import org.junit.jupiter.api.Test;

class CounterDisplaysTest extends CounterDisplaysContract {
  private final SimulatedSpi spi = new SimulatedSpi(3, 1);
  private final CounterDisplays displays = new CounterDisplays(spi, 3);

  @Override
  Spi bus() {
    return new SimulatedSpi(3, 1);
  }

  @Test
  void eachDisplayHasItsPlaceInTheChain() throws Exception {
    displays.show(List.of(new Face("A012  12", false), Face.BLANK, new Face("OFF    3", false)));
    assertEquals(List.of("A012  12", "", "OFF    3"), spi.text());
  }

  @Test
  void theQuietSignIsThePointsBehindTheNumber() throws Exception {
    displays.show(List.of(new Face("A012  12", true)));
    byte[] lit = spi.segments().getFirst();
    for (int place = 0; place < lit.length; place++) {
      assertEquals(place < 4, (lit[place] & SegmentFont.POINT) != 0, "place " + place);
    }
    assertEquals("A012  12", spi.text().getFirst());
  }

  @Test
  void aGlitchIsGoneWithTheNextShow() throws Exception {
    for (int glitch = 0; glitch < 100; glitch++) {
      spi.glitch();
      displays.show(List.of(new Face("HELP   3", false)));
      assertEquals(List.of("HELP   3", "", ""), spi.text());
    }
  }
}
