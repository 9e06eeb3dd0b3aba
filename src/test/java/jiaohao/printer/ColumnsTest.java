package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void aChineseCharacterTakesTwoColumns() {
    assertEquals(7, Columns.of("前面5位"));
  }

  @Test
  void linesBreakWhereAReaderWould() {
    assertEquals(List.of("行驶证、", "车钥匙"), Columns.wrap("行驶证、车钥匙", 12));
    assertEquals(List.of("Annual", "inspection"), Columns.wrap("Annual inspection", 16));
  }

  @Test
  void aWordTooWideIsBrokenAnywhere() {
    assertEquals(List.of("机动车", "交通事", "故"), Columns.wrap("机动车交通事故", 7));
  }
}
