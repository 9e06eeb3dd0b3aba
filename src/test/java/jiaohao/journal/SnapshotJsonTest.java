package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Storm;
import org.junit.jupiter.api.Test;

class SnapshotJsonTest {
  /** Keys that are left out when there is nothing to say. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "asked_at",
          "order",
          "satellite",
          "posted",
          "plan",
          "day",
          "last_at",
          "suspect",
          "stopped_at_ms",
          "language",
          "group",
          "staff",
          "forecast_s",
          "owner",
          "onward",
          "appointment",
          "wait_low_s",
          "called_at",
          "in_hand",
          "last_finished",
          "last_finished_at",
          "of_ticket",
          "items",
          "apologized_at",
          "hours",
          "papers",
          "limit_s",
          "wait_limit_s",
          "stand_in");

  @Test
  void everyComponentOfAStateComesBackAsItWas() {
    for (long seed = 0; seed < 500; seed++) {
      State state = anyState(seed);
      assertEquals(state, SnapshotJson.decode(SnapshotJson.encode(state)), "seed " + seed);
    }
  }

  @Test
  void aHallComesBackAsItWasAfterEveryFactOfAStorm() {
    for (long seed = 0; seed < 5; seed++) {
      State state = State.EMPTY;
      for (Fact fact : Storm.facts(seed, 400)) {
        state = state.apply(fact);
        assertEquals(state, SnapshotJson.decode(SnapshotJson.encode(state)), "seed " + seed);
      }
    }
  }

  @Test
  void nothingIsWhatItWas() {
    assertEquals(State.EMPTY, SnapshotJson.decode(SnapshotJson.encode(State.EMPTY)));
  }

  @Test
  void aLineThatLacksSomethingIsRefused() {
    for (State state : List.of(rich(), anyState(1), anyState(2), anyState(3))) {
      JsonObject whole = JsonParser.parseString(SnapshotJson.encode(state)).getAsJsonObject();
      refusedWithoutAnyOf(whole, whole);
    }
  }

  @Test
  void aLineCutAnywhereIsRefused() {
    String line = SnapshotJson.encode(rich());
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String cut = line.substring(0, random.nextInt(line.length()));
      assertThrows(IllegalArgumentException.class, () -> SnapshotJson.decode(cut), cut);
    }
  }

  @Test
  void timeThatTheSpellingWouldRoundIsRefused() {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-22T09:15:00.123+08:00");
    LocalDate day = at.toLocalDate();
    State state =
        State.EMPTY
            .apply(new Fact(at.plusNanos(1000), day, new Event.AssistChosen()))
            .apply(new Fact(at, day, new Event.HallClosed()));
    assertThrows(IllegalArgumentException.class, () -> SnapshotJson.encode(state));
  }

  /** Takes each key away in turn, here and below, and puts it back. */
  private static void refusedWithoutAnyOf(JsonObject whole, JsonObject part) {
    for (String key : List.copyOf(part.keySet())) {
      JsonElement value = part.get(key);
      if (!OPTIONAL.contains(key) && !isWord(part)) {
        part.remove(key);
        refused(whole.toString());
        part.add(key, value);
      }
      below(value).forEach(element -> refusedWithoutAnyOf(whole, element));
    }
  }

  /** The words of a text, by language: any will do. */
  private static boolean isWord(JsonObject part) {
    return part.has("zh");
  }

  private static List<JsonObject> below(JsonElement value) {
    if (value.isJsonObject()) {
      return List.of(value.getAsJsonObject());
    }
    return value.isJsonArray()
        ? value.getAsJsonArray().asList().stream()
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  private static void refused(String line) {
    try {
      SnapshotJson.decode(line);
    } catch (IllegalArgumentException | DateTimeException refusal) {
      return;
    }
    throw new AssertionError("taken: " + line);
  }

  private static State anyState(long seed) {
    return new AnyRecord(seed).of(State.class);
  }

  private static State rich() {
    State state = State.EMPTY;
    for (Fact fact : Storm.facts(3, 200)) {
      state = state.apply(fact);
    }
    return state;
  }
}
