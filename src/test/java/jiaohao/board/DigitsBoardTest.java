package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitsBoardTest {
  private static final Shown A001 = new Shown("A001", 1, false);
  private static final Shown C123 = new Shown("C123", 12, false);
  private static final Shown FRESH = new Shown("A002", 3, true);

  private final SimulatedSpi spi = new SimulatedSpi(3, 1);
  private final DigitsBoard board = new DigitsBoard(spi, 3);

  @Test
  void theBytesOfAKnownPictureAreExact() throws Exception {
    List<String> sent = new ArrayList<>();
    Spi wire = recorder(sent);
    new DigitsBoard(wire, 2)
        .show(Picture.of(List.of(A001, new Shown("P230", 12, true))).darkened());
    assertEquals(
        List.of(
            "0f000f00", // test off
            "09000900", // no decode
            "0b070b07", // eight digits
            "0a040a04", // brightness
            "0c000c01", // the far chip dark, the near one on
            "08670877", // P A
            "076d077e", // 2 0
            "0679067e", // 3 0
            "057e0530", // 0 1
            "04000400",
            "03000300",
            "02300200", // 1
            "016d0130"), // 2 1
        sent);
  }

  @Test
  void whenEverybodyIsToLeaveNoNumberKeepsAnyone() throws Exception {
    Picture calls = Picture.of(List.of(A001, FRESH));
    board.show(
        new Picture(
            calls.calls(), true, List.of("请离开"), true, "", calls.around(), calls.brightness(), 0));
    assertEquals(List.of("5TOP", "5TOP", "5TOP"), spi.text(), "an S looks like a 5");
  }

  @Test
  void whoeverGetsNoNumberIsToldBelowTheCalls() throws Exception {
    board.show(refusing(A001));
    assertEquals(List.of("A001   1", "CLO5ED", ""), spi.text());
    board.show(refusing(A001, C123, A001));
    assertEquals(List.of("A001   1", "C123  12", "CLO5ED"), spi.text(), "nothing else has room");
  }

  private static Picture refusing(Shown... calls) {
    return new Picture(
        List.of(calls), false, List.of(), false, "CLOSED", Picture.Around.NOTHING, 4, 0);
  }

  @Test
  void theLatestCallIsOnTheNearestChip() throws Exception {
    board.show(Picture.of(List.of(A001, C123)));
    assertEquals(List.of("A001   1", "C123  12", ""), spi.text());
  }

  @Test
  void whatDoesNotFitIsLeftOut() throws Exception {
    board.show(Picture.of(List.of(A001, C123, FRESH, new Shown("A003", 1, false))));
    assertEquals(List.of("A001   1", "C123  12", "A002   3"), spi.text());
  }

  @Test
  void anEmptyListClearsTheBoard() throws Exception {
    board.show(Picture.of(List.of(A001, C123, FRESH)));
    board.show(Picture.of(List.of()));
    assertEquals(List.of("", "", ""), spi.text());
    assertTrue(spi.segments().stream().allMatch(DigitsBoardTest::unlit));
  }

  @Test
  void aBlinkingCallIsDarkInTheDarkHalfAndStillReported() throws Exception {
    board.show(Picture.of(List.of(FRESH, A001)));
    board.show(Picture.of(List.of(FRESH, A001)).darkened());
    assertTrue(unlit(spi.segments().get(0)));
    assertTrue(lit(spi.segments().get(1)), "a steady call does not blink");
    assertEquals(List.of("A002   3", "A001   1", ""), spi.text());
    board.show(Picture.of(List.of(FRESH, A001)));
    assertTrue(lit(spi.segments().get(0)));
  }

  @Test
  void aCallThatAppearsInTheDarkHalfIsReportedAtOnce() throws Exception {
    board.show(Picture.of(List.of(A001)));
    board.show(Picture.of(List.of(FRESH, A001)).darkened());
    assertEquals(List.of("A002   3", "A001   1", ""), spi.text());
  }

  @Test
  void everyGlitchIsGoneAfterOneShow() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      SimulatedSpi noisy = new SimulatedSpi(4, seed);
      DigitsBoard shaken = new DigitsBoard(noisy, 4);
      List<Shown> calls = List.of(A001, C123, FRESH);
      shaken.show(Picture.of(calls));
      List<byte[]> sound = noisy.segments();
      noisy.glitch();
      shaken.show(Picture.of(calls));
      assertEquals(List.of("A001   1", "C123  12", "A002   3", ""), noisy.text(), "seed " + seed);
      for (int chip = 0; chip < 4; chip++) {
        assertTrue(
            Arrays.equals(sound.get(chip), noisy.segments().get(chip)), "seed " + seed + " lit");
      }
    }
  }

  @Test
  void glitchesDoShow() throws Exception {
    int seen = 0;
    for (long seed = 0; seed < 100; seed++) {
      SimulatedSpi noisy = new SimulatedSpi(1, seed);
      new DigitsBoard(noisy, 1).show(Picture.of(List.of(A001)));
      byte[] sound = noisy.segments().getFirst();
      noisy.glitch();
      seen += Arrays.equals(sound, noisy.segments().getFirst()) ? 0 : 1;
    }
    assertTrue(seen > 80, "only " + seen + " of 100 glitches are seen");
  }

  @Test
  void aDeadBusIsAnErrorAndHealsWithTheNextShow() throws Exception {
    spi.dead(true);
    assertThrows(IOException.class, () -> board.show(Picture.of(List.of(A001))));
    spi.dead(false);
    board.show(Picture.of(List.of(A001)));
    assertEquals("A001   1", spi.text().getFirst());
  }

  @Test
  void aLetterWithoutAShapeLeavesItsPlaceBlank() throws Exception {
    board.show(Picture.of(List.of(new Shown("K007", 2, false))));
    assertEquals("007   2", spi.text().getFirst());
  }

  private static Spi recorder(List<String> sent) {
    return new Spi() {
      @Override
      public void transfer(byte[] frame) {
        sent.add(HexFormat.of().formatHex(frame));
      }

      @Override
      public void close() {
        sent.add("closed");
      }
    };
  }

  private static boolean unlit(byte[] places) {
    return Arrays.equals(places, new byte[8]);
  }

  private static boolean lit(byte[] places) {
    return !unlit(places);
  }
}
