package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jiaohao.board.Picture.Around;
import org.junit.jupiter.api.Test;

class IdleDigitsTest {
  private static final Around MORNING =
      new Around(false, List.of("zh"), "08:30", List.of("城北站"), 12);

  private final SimulatedSpi spi = new SimulatedSpi(3, 1);

  @Test
  void aBoardThatWasAskedForItShowsTimeAndCountWhileNobodyIsCalled() throws Exception {
    new DigitsBoard(spi, 3, true).show(picture());
    assertEquals(List.of("08-30", "", "--  12--"), spi.text());
  }

  @Test
  void callsTakeTheFirstChipsAndTheCountGivesWayLast() throws Exception {
    Board board = new DigitsBoard(spi, 3, true);
    Shown call = new Shown("A001", 1, false);
    board.show(picture(call));
    assertEquals(List.of("A001   1", "", "--  12--"), spi.text());
    board.show(picture(call, call, call));
    assertEquals(List.of("A001   1", "A001   1", "A001   1"), spi.text());
  }

  @Test
  void anyOtherBoardStaysBlank() throws Exception {
    new DigitsBoard(spi, 3).show(picture());
    assertEquals(List.of("", "", ""), spi.text());
  }

  @Test
  void aBoxThatStartsShowsDashes() throws Exception {
    new DigitsBoard(spi, 3).show(Picture.of(List.of()).starting(List.of("zh")));
    assertEquals(List.of("--------", "", ""), spi.text());
  }

  private static Picture picture(Shown... calls) {
    return new Picture(List.of(calls), false, List.of(), false, "", MORNING, 4, 0);
  }
}
