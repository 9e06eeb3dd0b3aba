package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentFontTest {
  private static final String SHOWABLE = "0123456789ABCDEFGHIJLNOPQRSTUYZ-";

  @Test
  void onlySAnd5AndZAnd2LookTheSame() {
    List<String> same = new ArrayList<>();
    for (char one : characters(SHOWABLE)) {
      for (char other : characters(SHOWABLE)) {
        if (one < other && SegmentFont.segments(one) == SegmentFont.segments(other)) {
          same.add("" + one + other);
        }
      }
    }
    assertEquals(List.of("2Z", "5S"), same);
  }

  @Test
  void everyShowableCharacterIsReadBack() {
    for (char character : characters(SHOWABLE)) {
      int segments = SegmentFont.segments(character);
      assertNotEquals(SegmentFont.BLANK, segments, "blank: " + character);
      boolean letter = Character.isLetter(character);
      assertEquals(character, SegmentFont.character(segments, letter));
      assertEquals(character, SegmentFont.character(segments | SegmentFont.POINT, letter));
    }
  }

  @Test
  void lettersWithoutAShapeStayBlank() {
    for (char character : characters("KMVWX 中")) {
      assertEquals(SegmentFont.BLANK, SegmentFont.segments(character), "" + character);
    }
  }

  @Test
  void segmentsThatAreNoCharacterAreReadAsAQuestionMark() {
    assertEquals('?', SegmentFont.character(0x49, false));
  }

  @Test
  void theBitsAreThoseOfTheDataSheet() {
    assertEquals(0x7E, SegmentFont.segments('0'), "all but the middle bar");
    assertEquals(0x30, SegmentFont.segments('1'), "right side");
    assertEquals(0x77, SegmentFont.segments('A'), "all but the bottom");
    assertEquals(0x01, SegmentFont.segments('-'), "middle bar");
  }

  private static List<Character> characters(String text) {
    return text.chars().mapToObj(character -> (char) character).toList();
  }
}
