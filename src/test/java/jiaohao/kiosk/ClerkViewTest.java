package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import jiaohao.board.CounterDisplays.Face;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.Test;

class ClerkViewTest {
  private static final Instant NINE = Instant.parse("2026-11-25T01:00:00Z");
  private State state = State.EMPTY;

  ClerkViewTest() {
    String hall =
        Box.HALL.formatted("start_key = true")
            + "[[stage]]\nid = \"checkin\"\nname = \"报检\"\nlimit_s = 30\n";
    Plan plan =
        HallFile.parse("hall.toml", hall.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
    decide(0, new Command.Start("test", plan, hall));
  }

  @Test
  void theClerkSeesOwnNumberAndHowManyWaitForThisWindow() {
    press(0, "take inspection");
    press(0, "take questions");
    press(0, "take inspection");
    assertEquals("----   3", text(1));
    assertEquals("----   2", text(2));
    press(1, "next 1");
    assertEquals("A001   2", text(1));
    press(2, "pause 2");
    assertEquals("OFF    1", text(2));
    press(3, "suspend");
    assertEquals("STOP   1", text(2));
  }

  @Test
  void fourFifthsOfTheStandardArePointsAndABrokenOneBlinks() {
    press(0, "take inspection");
    press(0, "next 1");
    press(0, "start 1");
    assertFalse(face(23, false).points());
    assertTrue(face(24, false).points());
    assertTrue(face(29, true).points(), "quietly: nothing blinks yet");
    assertTrue(face(31, false).points());
    assertFalse(face(31, true).points());
  }

  @Test
  void aKeyThatDidNothingSaysWhyInAShortWord() {
    assertEquals("NONE   0", refused("nobody-waiting"));
    assertEquals("OFF    0", refused("counter-paused"));
    assertEquals("STOP   0", refused("suspended"));
    assertEquals("NO     0", refused("there-already"));
  }

  private String refused(String code) {
    return new ClerkView(state, 1).refused(new Refusal(code, Text.of("不", "no"))).text();
  }

  private Face face(int second, boolean darkHalf) {
    decide(second, new Command.Tick());
    return new ClerkView(state, 1).usual(NINE.plusSeconds(second), darkHalf);
  }

  private String text(int counter) {
    return new ClerkView(state, counter).usual(NINE, false).text();
  }

  private void press(int second, String verb) {
    decide(second, new Command.Press(Verb.parse(verb), "REF"));
  }

  private void decide(int second, Command command) {
    Instant wall = NINE.plusSeconds(second);
    state =
        Hall.decide(state, command, new Moment(wall, true, wall.minus(Duration.ofHours(9))))
            .after();
  }
}
