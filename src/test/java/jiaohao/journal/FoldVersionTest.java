package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jiaohao.hall.Audit;
import jiaohao.hall.Desk;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import org.junit.jupiter.api.Test;

/**
 * Stored events, which stay as they are like any journal, folded one by one: some 180 of the first
 * version, then every event that was added later. When the fold makes other states of them, or
 * spells them differently, boxes in the field must not go on with their snapshots.
 */
class FoldVersionTest {
  /** What each version of the fold makes of the events: add to it, change nothing in it. */
  private static final Map<Integer, String> DIGESTS =
      Map.of(
          // of the events of the first version alone
          1,
          "966880a796307c20e09169ad281288c59c552ee61f5db299c8d23376f23de87e",
          2,
          "e3b2f9f862eb009166408556ba050cc745a898030bca40cdaebf09542ec5b833");

  @Test
  void anotherFoldHasAnotherVersion() throws Exception {
    Chain chain = new Chain();
    String digest = Chain.START;
    State state = State.EMPTY;
    for (String file : List.of("fold.ndjson", "events-v1-added.ndjson")) {
      for (Fact fact : facts(file)) {
        state = state.apply(fact);
        digest = chain.next(digest, Row.utf8(SnapshotJson.encode(state)));
      }
    }
    assertEquals(
        DIGESTS.get(State.FOLD_VERSION),
        digest,
        "the fold or its spelling has changed: raise State.FOLD_VERSION and add the digest here");
  }

  /** The file was written by the fold that the first version had. */
  @Test
  void aJournalOfTheFirstVersionFoldsIntoTheHallItWas() throws Exception {
    List<String> halls = new ArrayList<>();
    State state = State.EMPTY;
    for (Fact fact : facts("fold.ndjson")) {
      state = state.apply(fact);
      halls.add(hall(state));
    }
    assertEquals(seen(lines("fold.txt")), seen(halls));
  }

  /** What follows in the file are samples, one of each kind. */
  @Test
  void theAuditFindsNothingWrongWithADayOfTheFirstVersion() throws Exception {
    Audit audit = new Audit();
    facts("fold.ndjson").subList(0, 72).forEach(audit::see);
  }

  /** All that can be seen of a hall: lines, windows, slips still to come. */
  private static String hall(State state) {
    List<String> parts = new ArrayList<>();
    parts.add(
        state.day().map(Object::toString).orElse("no day")
            + (state.closed() ? " closed" : "")
            + (state.running() ? "" : " off")
            + state.suspect().map(reason -> " suspect: " + reason).orElse(""));
    state.lines().entries().stream()
        .filter(line -> !line.getValue().all().isEmpty())
        .forEach(line -> parts.add(line.getKey() + ": " + numbers(line.getValue().all().values())));
    state.desks().values().forEach(desk -> parts.add(window(state, desk)));
    parts.add("owed: " + numbers(state.owed().values()));
    parts.add("last: " + state.ordinals());
    parts.add("carried: " + numbers(state.carried().values()));
    parts.add(state.open() + " open");
    return String.join(" | ", parts);
  }

  /** Whether a window that does nothing was ever heard of makes no difference to the hall. */
  private static String seen(List<String> halls) {
    return String.join("\n", halls).replaceAll(" \\| \\d+ held: {2}missed: (?= \\|)", "");
  }

  private static String window(State state, Desk desk) {
    return desk.counter()
        + (desk.paused() ? " paused" : "")
        + state
            .inHand(desk.counter())
            .map(ticket -> " " + inHand(ticket, desk.counter()))
            .orElse("")
        + " held: "
        + numbers(desk.held().values())
        + " missed: "
        + numbers(desk.missed().values());
  }

  private static String inHand(Ticket ticket, int counter) {
    return numbers(List.of(ticket.id())) + " " + ticket.legAt(counter).orElseThrow().status();
  }

  private static String numbers(List<TicketId> tickets) {
    return tickets.stream()
        .map(ticket -> ticket.day().getDayOfMonth() + "/" + ticket.number())
        .collect(Collectors.joining(" "));
  }

  private static List<Fact> facts(String file) throws IOException {
    return lines(file).stream().map(line -> EventJson.decode(line).fact()).toList();
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = FoldVersionTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
