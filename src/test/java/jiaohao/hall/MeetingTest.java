package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import jiaohao.config.HallFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A failed report waits for the sheet, and nothing that befalls the sheet makes it a passed one.
 */
class MeetingTest {
  private static final Instant NOW = HallRun.instant("2026-11-24T09:30");

  private State state = State.EMPTY;

  @BeforeEach
  void reportFailsWhileTheSheetIsBeingSigned() {
    Path file = Path.of("device/halls/vehicle-inspection.toml");
    decide(new Command.Start("test", HallFile.read(file).value().orElseThrow(), "#"));
    press("take inspection", "next 1", "bind 1 K7", "finish 1", "next 3", "finish 3");
    press("next 21", "finish 21", "next 22", "finish 22", "next 23", "finish 23");
    press("next 24", "next 25", "finish-other 24");
    assertEquals("", waiting("return-papers"));
  }

  private void press(String... verbs) {
    for (String verb : verbs) {
      Decision decision = decide(new Command.Press(Verb.parse(verb), verb));
      assertTrue(decision.refusal().isEmpty(), () -> verb + ": " + decision.refusal());
    }
  }

  private Decision decide(Command command) {
    Decision decision = Hall.decide(state, command, new Moment(NOW, true, NOW));
    state = decision.after();
    return decision;
  }

  private String waiting(String stage) {
    return String.join(" ", state.queue(stage).values().stream().map(TicketId::number).toList());
  }

  @Test
  void theyMeetWhenTheSheetIsSigned() {
    press("finish 25");
    assertEquals("A001", waiting("return-papers"));
  }

  @Test
  void theyMeetAfterTheSheetWentToTheExteriorCheckAgain() {
    press("finish-other 25", "next 21", "finish 21", "next 25", "finish 25");
    assertEquals("A001", waiting("return-papers"));
    assertEquals("", waiting("certificate"));
  }

  @Test
  void theyMeetAfterTheSheetWasPutBackInLine() {
    press("back 25", "next 25", "finish 25");
    assertEquals("A001", waiting("return-papers"));
  }

  @Test
  void onceMetTheRepairedCarGoesItsUsualWay() {
    press("finish 25", "next 9", "finish 9", "call 1 A001", "finish 1");
    press("next 22", "finish 22", "next 23", "finish 23");
    press("next 24", "finish 24", "next 25", "finish 25");
    assertEquals("A001", waiting("certificate"));
  }
}
