package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BeepsTest {
  @Test
  void aRowBeginsAtOnceAndEndsSilent() {
    Beeps beeps = Beeps.refused(1000);
    StringBuilder heard = new StringBuilder();
    for (long now = 1000; now < 1400; now += 40) {
      heard.append(beeps.sounding(now) ? '#' : '.');
    }
    assertEquals("##..##....", heard.toString());
    assertTrue(beeps.over(1320));
    assertFalse(Beeps.NONE.sounding(0));
  }

  @Test
  void itTellsWhenItChangesNext() {
    Beeps beeps = Beeps.refused(1000);
    assertEquals(80, beeps.next(1000, 500));
    assertEquals(1, beeps.next(1079, 500));
    assertEquals(80, beeps.next(1080, 500));
    assertEquals(500, beeps.next(1320, 500));
  }
}
