package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulated chain behaves as the data sheet says, so that the driver is tried on something. */
class SimulatedSpiTest {
  private final SimulatedSpi spi = new SimulatedSpi(2, 1);

  @Test
  void aChainIsBlankUntilItIsSwitchedOn() throws Exception {
    send("087e087e", "0b070b07");
    assertEquals(List.of("", ""), spi.text());
    assertArrayEquals(new byte[8], spi.segments().getFirst());
    send("0c010c01");
    assertEquals(List.of("0", "0"), spi.text());
  }

  @Test
  void theScanLimitLeavesHigherDigitsDark() throws Exception {
    send("0c010c01", "0b000b03", "047e047e", "017e0130");
    assertEquals(List.of("0  1", "0"), spi.text(), "the far chip drives one digit only");
  }

  @Test
  void noOpLeavesAChipAlone() throws Exception {
    send("0c010c01", "017e0130", "00000179");
    assertEquals(List.of("3", "0"), spi.text());
  }

  @Test
  void aShortFrameReachesTheNearChipAndPushesItsOldPairOn() throws Exception {
    send("0c010c01", "00000130");
    send("0179");
    assertEquals(List.of("3", "1"), spi.text());
  }

  @Test
  void decodedDigitsUseCodeB() throws Exception {
    send("0c010c01", "0b070b07", "09ff09ff", "0805080c", "07000702");
    assertEquals("H2000000", spi.text().get(0));
    assertEquals("S0000000", spi.text().get(1));
  }

  @Test
  void theDisplayTestLightsEverything() throws Exception {
    send("00000f01");
    assertEquals("88888888", spi.text().getFirst());
    assertArrayEquals(HexFormat.of().parseHex("ff".repeat(8)), spi.segments().getFirst());
    assertArrayEquals(new byte[8], spi.segments().getLast());
  }

  @Test
  void everyFrameIsCounted() throws Exception {
    new DigitsBoard(spi, 2).show(Picture.of(List.of()));
    assertEquals(13, spi.frames());
  }

  private void send(String... frames) throws Exception {
    for (String frame : frames) {
      spi.transfer(HexFormat.of().parseHex(frame));
    }
  }
}
