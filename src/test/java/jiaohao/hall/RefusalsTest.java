package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void everyRefusalHasWordsInChineseAndEnglish() {
    run.after("take questions", "next 3", "start 3", "pause 2");
    Map<String, String> presses =
        Map.ofEntries(
            Map.entry("take nothing", "no-such-service"),
            Map.entry("language fr", "no-such-language"),
            Map.entry("next 7", "no-such-counter"),
            Map.entry("next 2", "counter-paused"),
            Map.entry("next 1", "nobody-waiting"),
            Map.entry("finish 1", "nobody-in-hand"),
            Map.entry("recall 1", "nobody-missed"),
            Map.entry("hold 1", "nobody-held"),
            Map.entry("miss 3", "already-started"));
    presses.forEach((verb, code) -> assertWords(code, run.press(verb)));
  }

  @Test
  void aClosedHallSaysWhenItOpensAgain() {
    HallRun evening =
        HallRun.opened(Halls.withHours(Halls.station(), Halls.officeHours()), "2026-11-28T17:00");
    Decision decision = evening.press("take inspection");
    assertWords("closed", decision);
    assertTrue(decision.refusal().orElseThrow().reason().in("en").contains("11-30 08:30"));
  }

  @Test
  void aHallOutOfPaperSaysSoIfItRefuses() {
    HallRun strict = HallRun.opened(Halls.with(Halls.station(), Plan.NoPaper.REFUSE));
    strict.command(new Command.RaiseFault("printer", "paper-end", true));
    assertWords("no-paper", strict.press("take inspection"));
  }

  @Test
  void aRefusedCommandLeavesTheStateAlone() {
    State before = run.state();
    assertTrue(run.press("next 1").facts().isEmpty());
    assertEquals(before, run.state());
  }

  @Test
  void aRuleThatRefusesLeavesNothingOfWhatItDidBefore() {
    Deciding deciding = new Deciding(run.state(), run.plan(), run.moment());
    Decision decision =
        deciding.conclude(
            half -> {
              half.happen(new Event.CounterPaused(1));
              return Optional.of(Refusals.nobodyWaiting(1));
            },
            afterwards -> {});
    assertEquals(List.of(), decision.facts());
    assertEquals(run.state(), decision.after());
  }

  private static void assertWords(String code, Decision decision) {
    Refusal refusal = decision.refusal().orElseThrow(() -> new AssertionError(code));
    assertEquals(code, refusal.code());
    String zh = refusal.reason().in("zh");
    String en = refusal.reason().in("en");
    assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), zh);
    assertFalse(en.codePoints().anyMatch(Character::isIdeographic), en);
    assertNotEquals("", en.strip());
  }
}
