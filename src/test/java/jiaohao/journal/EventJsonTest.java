package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Terms;
import jiaohao.journal.EventJson.Decoded;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  /** Values of components that say nothing, and are left out. */
  private static final Set<Object> NOTHING =
      Set.of(Optional.empty(), OptionalInt.empty(), Terms.USUAL, List.of(), "");

  private static final String CALLED =
      "{\"v\":1,\"journal\":\"0b7e4c1a-5d2f-4e83-9a60-7c1d2e3f4a5b\",\"seq\":12,"
          + "\"at\":\"2026-11-22T09:15:00.123+08:00\",\"day\":\"2026-11-22\","
          + "\"type\":\"TicketCalled\",\"ticket\":\"2026-11-22/A012\",\"number\":\"A012\","
          + "\"stage\":\"checkin\",\"counter\":1,\"why\":\"按取号先后\"}";

  @Test
  void everyTypeOfEventIsSpelledAsInTheGoldenFiles() throws IOException {
    List<String> spelled = new ArrayList<>();
    for (Fact fact : Samples.facts()) {
      spelled.add(EventJson.encode(Samples.JOURNAL, spelled.size() + 1, fact));
    }
    assertEquals(String.join("\n", golden()), String.join("\n", spelled));
  }

  @Test
  void everyLineOfTheGoldenFilesIsRead() throws IOException {
    List<Fact> read = new ArrayList<>();
    for (String line : golden()) {
      Decoded decoded = EventJson.decode(line);
      read.add(decoded.fact());
      assertEquals(Samples.JOURNAL, decoded.journal());
      assertEquals(read.size(), decoded.seq());
    }
    assertEquals(Samples.facts(), read);
  }

  @Test
  void samplesKnowEveryTypeOfEvent() {
    assertEquals(
        Set.copyOf(Facts.TYPES),
        Samples.facts().stream().map(EventJsonTest::type).collect(Collectors.toSet()));
  }

  @Test
  void theSamplesTellEveryComponentAndLeaveOutWhateverMayBeLeftOut() throws Exception {
    Set<String> said = new TreeSet<>();
    Set<String> leftOut = new TreeSet<>();
    for (Fact fact : Samples.facts()) {
      for (RecordComponent component : type(fact).getRecordComponents()) {
        Object value = component.getAccessor().invoke(fact.event());
        (NOTHING.contains(value) ? leftOut : said)
            .add(type(fact).getSimpleName() + "." + component.getName());
      }
    }
    assertEquals(components(component -> true), said);
    assertTrue(leftOut.containsAll(components(EventJsonTest::mayBeLeftOut)), leftOut.toString());
  }

  private static boolean mayBeLeftOut(RecordComponent component) {
    return component.getType() == Optional.class || component.getType() == OptionalInt.class;
  }

  private static Set<String> components(Predicate<RecordComponent> which) {
    return Facts.TYPES.stream()
        .flatMap(type ->
            Stream.of(type.getRecordComponents())
                .filter(which)
                .map(component -> type.getSimpleName() + "." + component.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTypeIsTheNameOfTheEvent() {
    for (Fact fact : Samples.facts()) {
      assertEquals(type(fact).getSimpleName(), EventJson.type(fact.event()));
    }
  }

  @Test
  void randomFactsOfEveryTypeComeBackEqual() {
    for (long seed = 1; seed <= 100; seed++) {
      Facts facts = new Facts(seed);
      for (Class<? extends Event> type : Facts.TYPES) {
        Fact fact = facts.next(type);
        String line = EventJson.encode(Samples.JOURNAL, seed, fact);
        Decoded decoded = EventJson.decode(line);
        assertEquals(new Decoded(Samples.JOURNAL, seed, fact), decoded, "seed " + seed);
        assertEquals(line, EventJson.encode(Samples.JOURNAL, seed, decoded.fact()));
        assertTrue(line.lines().count() == 1, "one line, seed " + seed);
      }
    }
  }

  @Test
  void keysOfALaterVersionArePassedOver() {
    String later = CALLED.replace("\"why\"", "\"more\":{\"x\":[1.5,null,true]},\"why\"");
    assertEquals(EventJson.decode(CALLED), EventJson.decode(later));
  }

  @Test
  void aMissingKeyIsNamedWithItsEvent() {
    refused(
        CALLED.replace("\"stage\":\"checkin\",", ""), "event 12 (TicketCalled)", "\"stage\" is");
    refused(CALLED.replace("\"counter\":1,", ""), "event 12 (TicketCalled)", "\"counter\" is");
  }

  @Test
  void aValueOfTheWrongKindIsNamed() {
    refused(CALLED.replace("\"counter\":1", "\"counter\":\"1\""), "event 12", "\"counter\"");
    refused(CALLED.replace("\"counter\":1", "\"counter\":1.5"), "event 12", "\"counter\"");
    refused(CALLED.replace("\"counter\":1", "\"counter\":9999999999"), "event 12", "\"counter\"");
    refused(CALLED.replace("09:15:00.123", "09:15:00"), "event 12", "09:15:00");
    refused(CALLED.replace("/A012", "/A12"), "event 12", "A12");
  }

  @Test
  void anUnknownTypeAsksForNewerFirmware() {
    refused(CALLED.replace("TicketCalled", "TicketSung"), "event 12 (TicketSung)", "newer");
  }

  @Test
  void anotherFormatAsksForNewerFirmware() {
    refused(CALLED.replace("\"v\":1", "\"v\":2"), "event 12 has format 2", "newer");
  }

  @Test
  void sloppyJsonIsRefused() {
    refused(CALLED + "x", "damaged");
    refused(CALLED + CALLED, "damaged");
    refused(CALLED.replace("\"counter\":1", "\"counter\":1,\"counter\":2"), "twice");
    refused(CALLED.replace("\"counter\":1", "\"counter\":01"), "damaged");
    refused(CALLED.replace('"', '\''), "damaged");
    refused(CALLED.substring(0, CALLED.length() - 1), "damaged");
    refused("", "damaged");
    refused("[]", "damaged");
  }

  @Test
  void whatTheFormatWouldLoseIsNotWritten() {
    Fact fine = Samples.facts().getFirst();
    Fact micros = new Fact(fine.at().plusNanos(1000), fine.day(), fine.event());
    Fact half = new Fact(fine.at(), fine.day(), new Event.LanguageChosen("a\ud83d"));
    assertThrows(IllegalArgumentException.class, () -> encode(micros));
    assertThrows(IllegalArgumentException.class, () -> encode(half));
  }

  private static String encode(Fact fact) {
    return EventJson.encode(Samples.JOURNAL, 1, fact);
  }

  private static void refused(String line, String... words) {
    EventFormatException refusal =
        assertThrows(EventFormatException.class, () -> EventJson.decode(line));
    for (String word : words) {
      assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }
  }

  private static Class<?> type(Fact fact) {
    return fact.event().getClass();
  }

  /** The journals of the first version, and what has been added since, numbered on. */
  static List<String> golden() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String file : List.of("events-v1.ndjson", "events-v1-added.ndjson")) {
      try (InputStream in = EventJsonTest.class.getResourceAsStream(file)) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
      }
    }
    return lines;
  }
}
