package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jiaohao.board.Picture.Around;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatrixBoardTest {
  private static final Shown A012 = new Shown("A012", 3, false);
  private static final Shown B007 = new Shown("B007", 12, false);
  private static final Shown C100 = new Shown("C100", 1, false);
  private static final Shown FRESH = new Shown("A013", 2, true);

  private BitmapFont font;

  @BeforeEach
  void needsTheFont() {
    font = Fonts.usual();
  }

  @Test
  void aWideBoardShowsACallInFullAndItsDotsAreTheFonts() throws Exception {
    for (Order order : Order.values()) {
      for (int rotation = 0; rotation < 360; rotation += 90) {
        Layout layout = new Layout(2, order, rotation);
        SimulatedSpi spi = new SimulatedSpi(32, 1);
        try (Board board = new MatrixBoard(spi, 32, layout, font)) {
          board.show(Picture.of(List.of(A012)));
        }
        Dots seen = new Panel(32, layout).dots(spi.registers(false));
        Dots expected = new Dots(128, 16);
        font.draw("A012 → 3号窗口", expected, 0, 0);
        assertEquals(expected, seen, order + " " + rotation);
        assertEquals("A012 → 3号窗口", font.text(seen));
      }
    }
  }

  @Test
  void theBytesOfAKnownPictureAreExact() throws Exception {
    List<String> sent = new ArrayList<>();
    Spi wire =
        new Spi() {
          @Override
          public void transfer(byte[] frame) {
            sent.add(HexFormat.of().formatHex(frame));
          }

          @Override
          public void close() {
            sent.add("closed");
          }
        };
    Layout layout = new Layout(2, Order.ROWS, 0);
    Picture picture = new Picture(List.of(), false, List.of("…"), false, "", Around.NOTHING, 9, 0);
    new MatrixBoard(wire, 4, layout, font).show(picture);
    assertEquals(
        List.of(
            "0f000f000f000f00", // test off
            "0900090009000900", // no decode
            "0b070b070b070b07", // eight digits
            "0a090a090a090a09", // brightness
            "0c010c010c010c01", // on
            // Three stars on the rows 6 to 9; the far chips, which go first, are the lower two.
            "0800080008ef083d",
            "0700070007c60718",
            "0600060006000600",
            "0500050005000500",
            "0400040004000400",
            "0300030003000300",
            "02c6021802000200",
            "01ef013d01000100"),
        sent);
  }

  @Test
  void aNarrowBoardStandsThenMovesToTheEndAndStands() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(16, 2));
    Board driver = board.open();
    Picture picture = Picture.of(List.of(A012));
    assertEquals(MatrixLines.STEP_MILLIS, driver.show(picture));
    assertEquals(List.of("A012→3"), board.text());
    driver.show(picture.at(MatrixLines.STAND_MILLIS - 1));
    assertEquals(List.of("A012→3"), board.text());
    driver.show(picture.at(MatrixLines.STAND_MILLIS + 40 * MatrixLines.STEP_MILLIS));
    assertEquals(List.of("3号窗口"), board.text());
    driver.show(picture.at(2 * MatrixLines.STAND_MILLIS + 40 * MatrixLines.STEP_MILLIS));
    assertEquals(List.of("A012→3"), board.text(), "and from the beginning");
  }

  @Test
  void threeCallsTakeTurnsOnOneLineAndEachStandsLongEnoughToBeRead() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(32, 2));
    Board driver = board.open();
    Picture picture = Picture.of(List.of(A012, B007, C100));
    List<String> seen = new ArrayList<>();
    for (long millis = 0; millis < 12_000; millis += 100) {
      driver.show(picture.at(millis));
      seen.add(board.text().getFirst());
    }
    assertEquals(
        List.of("A012 → 3号窗口", "B007 → 12号窗口", "C100 → 1号窗口"),
        new ArrayList<>(new LinkedHashSet<>(seen)));
    assertEquals(30, seen.indexOf("B007 → 12号窗口"));
    assertEquals(60, seen.indexOf("C100 → 1号窗口"));
    assertEquals("A012 → 3号窗口", seen.get(95));
  }

  @Test
  void threeCallsOnANarrowBoardAreAllReadWhole() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(16, 2));
    Board driver = board.open();
    Picture picture = Picture.of(List.of(A012, B007, C100));
    Set<String> seen = new LinkedHashSet<>();
    long millis = 0;
    while (millis < 20_000) {
      millis += driver.show(picture.at(millis));
      seen.add(board.text().getFirst());
    }
    assertTrue(seen.containsAll(List.of("A012→3", "B007→12", "C100→1")), seen.toString());
    assertTrue(seen.containsAll(List.of("3号窗口", "12号窗口", "1号窗口")), seen.toString());
  }

  @Test
  void twoLinesShowTwoCallsAndAFreshOneDoesNotWait() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(64, 4));
    Board driver = board.open();
    driver.show(Picture.of(List.of(A012, B007)));
    assertEquals(List.of("A012 → 3号窗口\nB007 → 12号窗口"), board.text());
    Picture more = Picture.of(List.of(FRESH, A012, B007));
    driver.show(more.at(5000));
    assertEquals(List.of("A013 → 2号窗口\nA012 → 3号窗口"), board.text());
    driver.show(more.at(8100));
    assertEquals(List.of("A013 → 2号窗口\nB007 → 12号窗口"), board.text(), "the fresh one stays");
  }

  @Test
  void aFreshCallBlinksAndIsStillReported() throws Exception {
    SimulatedSpi spi = new SimulatedSpi(64, 1);
    Layout layout = new Layout(4, Order.SNAKE, 0);
    Board driver = new MatrixBoard(spi, 64, layout, font);
    Picture picture = Picture.of(List.of(FRESH, A012));
    driver.show(picture);
    driver.show(picture.darkened());
    Dots lit = new Panel(64, layout).dots(spi.registers(false));
    assertTrue(lit.part(0, 0, 128, 16).dark(), "the fresh call is dark");
    assertEquals("A012 → 3号窗口", font.text(lit.part(0, 16, 128, 16)));
    Dots reported = new Panel(64, layout).dots(spi.registers(true));
    assertEquals("A013 → 2号窗口", font.text(reported.part(0, 0, 128, 16)));
  }

  @Test
  void whatIsOnTheMoveDoesNotBlink() throws Exception {
    SimulatedSpi spi = new SimulatedSpi(16, 1);
    Layout layout = new Layout(2, Order.ROWS, 0);
    Board driver = new MatrixBoard(spi, 16, layout, font);
    Picture picture = Picture.of(List.of(FRESH)).darkened();
    driver.show(picture);
    assertTrue(new Panel(16, layout).dots(spi.registers(false)).dark());
    driver.show(picture.at(MatrixLines.STAND_MILLIS + 600));
    assertFalse(new Panel(16, layout).dots(spi.registers(false)).dark());
  }

  @Test
  void aGlitchIsGoneWithTheNextShow() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      Layout layout = new Layout(2, Order.SNAKE, 90);
      SimulatedSpi spi = new SimulatedSpi(32, seed);
      Board driver = new MatrixBoard(spi, 32, layout, font);
      Picture picture = Picture.of(List.of(A012));
      assertTrue(driver.show(picture) <= Board.REPEAT_MILLIS);
      Dots sound = new Panel(32, layout).dots(spi.registers(false));
      spi.glitch();
      driver.show(picture.at(Board.REPEAT_MILLIS));
      assertEquals(sound, new Panel(32, layout).dots(spi.registers(false)), "seed " + seed);
    }
  }

  @Test
  void aBusThatTakesNoFrameIsAnError() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(16, 2));
    Board driver = board.open();
    board.dead(true);
    assertThrows(IOException.class, () -> driver.show(Picture.of(List.of(A012))));
    board.dead(false);
    driver.show(Picture.of(List.of(A012)));
    assertEquals(List.of("A012→3"), board.text());
  }

  @Test
  void nobodyCalledShowsTimeCountAndName() throws Exception {
    Around around = new Around(false, List.of("zh", "en"), "08:30", List.of("城北站", "North"), 5);
    Picture idle = new Picture(List.of(), false, List.of(), false, "", around, 4, 0);
    SimulatedBoard wide = new SimulatedBoard(file(32, 2));
    Board driver = wide.open();
    driver.show(idle);
    assertEquals(List.of("08:30 等候5人"), wide.text());
    driver.show(idle.at(3000));
    assertEquals(List.of("城北站"), wide.text());
    driver.show(idle.at(6000));
    assertEquals(List.of("North"), wide.text());
    SimulatedBoard twoLines = new SimulatedBoard(file(64, 4));
    Board tall = twoLines.open();
    tall.show(idle);
    assertEquals(List.of("08:30 等候5人\n城北站"), twoLines.text());
    tall.show(idle.at(3000));
    assertEquals(List.of("08:30 等候5人\nNorth"), twoLines.text(), "the time stays");
    SimulatedBoard narrow = new SimulatedBoard(file(16, 2));
    Board small = narrow.open();
    small.show(idle);
    assertEquals(List.of("08:30"), narrow.text());
    small.show(idle.at(3000));
    assertEquals(List.of("等候5人"), narrow.text());
  }

  @Test
  void aLineLeftOverTellsTheTimeAndHowManyWait() throws Exception {
    Around around = new Around(false, List.of("en"), "08:30", List.of("North"), 5);
    SimulatedBoard board = new SimulatedBoard(file(64, 4));
    board.open().show(new Picture(List.of(A012), false, List.of(), false, "", around, 4, 0));
    assertEquals(List.of("A012 → 3\n08:30 Waiting 5"), board.text());
  }

  @Test
  void anEmergencyStandsAlone() throws Exception {
    List<String> notice = List.of("请立即离开", "Leave now");
    SimulatedBoard board = new SimulatedBoard(file(64, 4));
    board.open().show(new Picture(List.of(FRESH), false, notice, true, "", Around.NOTHING, 4, 0));
    assertEquals(List.of("请立即离开\nLeave now"), board.text());
  }

  @Test
  void aNoticeTakesItsTurnAfterTheCalls() throws Exception {
    List<String> notice = List.of("今日取号已结束");
    SimulatedBoard board = new SimulatedBoard(file(32, 2));
    Board driver = board.open();
    Picture picture = new Picture(List.of(A012), false, notice, false, "", Around.NOTHING, 4, 0);
    driver.show(picture);
    assertEquals(List.of("A012 → 3号窗口"), board.text());
    driver.show(picture.at(3000));
    assertEquals(List.of("今日取号已结束"), board.text());
  }

  @Test
  void aBoxThatStartsSaysSo() throws Exception {
    SimulatedBoard board = new SimulatedBoard(file(64, 4));
    board.open().show(Picture.of(List.of()).starting(List.of("zh")));
    assertEquals(List.of("正在启动"), List.of(board.text().getFirst().substring(0, 4)));
  }

  private static DeviceFile.Board file(int chips, int rows) {
    Layout layout = new Layout(rows, Order.ROWS, 0);
    return new DeviceFile.Board("board", "simulated", chips, Face.MATRIX, Set.of(), layout);
  }
}
