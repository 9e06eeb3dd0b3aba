package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowScreenTest {
  private final SimulatedLine line = new SimulatedLine();
  private final Board board = new WindowScreen(line);

  @Test
  void theFrameIsTheMakersOwnExample() {
    byte[] green888 = HexFormat.of().parseHex("3a00780301b60a");
    assertArrayEquals(green888, WindowScreen.frame(WindowScreen.GREEN, 888));
  }

  @Test
  void aFreshCallBlinksRedAndGreenAndAnOlderOneIsGreen() throws Exception {
    Picture fresh = Picture.of(List.of(new Shown("A012", 3, true)));
    board.show(fresh);
    assertEquals("12 red", line.text() + " " + line.colour());
    board.show(fresh.darkened());
    assertEquals("12 green", line.text() + " " + line.colour());
    board.show(Picture.of(List.of(new Shown("A012", 3, false))));
    assertEquals("12 green", line.text() + " " + line.colour());
  }

  @Test
  void nobodyCalledAndAnEmergencyShowNoNumber() throws Exception {
    board.show(Picture.of(List.of(new Shown("A012", 3, false))));
    board.show(Picture.of(List.of()));
    assertEquals(" yellow", line.text() + " " + line.colour());
    Picture call = Picture.of(List.of(new Shown("A012", 3, false)));
    board.show(
        new Picture(call.calls(), false, List.of("走"), true, "", Picture.Around.NOTHING, 4, 0));
    assertEquals("", line.text());
  }

  @Test
  void aNumberWithoutPaperIsNoCallOfThisWindow() throws Exception {
    Shown noPaper = new Shown("A013", Shown.NO_COUNTER, true);
    board.show(Picture.of(List.of(noPaper, new Shown("A012", 3, false))));
    assertEquals("12", line.text());
  }

  @Test
  void aGlitchIsGoneWithTheNextShow() throws Exception {
    Picture call = Picture.of(List.of(new Shown("A012", 3, false)));
    board.show(call);
    line.glitch();
    assertEquals("8888", line.text());
    board.show(call);
    assertEquals("12", line.text());
  }

  @Test
  void aFrameWithAWrongSumShowsNothingNew() throws Exception {
    line.write(WindowScreen.frame(WindowScreen.GREEN, 5));
    byte[] wrong = WindowScreen.frame(WindowScreen.GREEN, 6);
    wrong[5]++;
    line.write(wrong);
    assertEquals("5", line.text());
  }

  @Test
  void aDeadLineIsAnError() {
    line.dead(true);
    assertThrows(IOException.class, () -> board.show(Picture.of(List.of())));
  }
}
