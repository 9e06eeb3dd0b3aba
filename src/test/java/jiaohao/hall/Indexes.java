package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is kept beside the tickets can be told from the tickets. */
final class Indexes {
  private final State state;

  private Indexes(State state) {
    this.state = state;
  }

  static void check(State state) {
    Indexes indexes = new Indexes(state);
    indexes.checkLines();
    indexes.checkWindows();
    indexes.checkDates();
    indexes.checkCounts();
  }

  private interface Visitor {
    void visit(Ticket ticket, Leg leg);
  }

  private void each(Visitor visitor) {
    for (Ticket ticket : state.tickets().values()) {
      ticket.legs().forEach(leg -> visitor.visit(ticket, leg));
    }
  }

  private void checkLines() {
    Map<String, Map<Place, TicketId>> all = new TreeMap<>();
    Map<String, Map<String, Map<Place, TicketId>>> lanes = new TreeMap<>();
    Map<String, Map<Place, TicketId>> returning = new TreeMap<>();
    each((ticket, leg) -> {
      if (leg.status() == Ticket.Status.WAITING && (leg.silent() || !ticket.atWindow())) {
        in(all, leg.stage()).put(leg.spot().place(), ticket.id());
        lanes
            .computeIfAbsent(leg.stage(), none -> new TreeMap<>())
            .computeIfAbsent(leg.lane(), none -> new TreeMap<>())
            .put(leg.spot().place(), ticket.id());
      }
      if (leg.status() == Ticket.Status.MISSED && leg.spot().backAt() > 0) {
        Place back = new Place(leg.spot().backAt(), leg.spot().aside());
        in(returning, leg.stage()).put(back, ticket.id());
      }
    });
    for (var line : state.lines().entries()) {
      String stage = line.getKey();
      assertEquals(in(all, stage), map(line.getValue().all()), "line " + stage);
      Map<String, Map<Place, TicketId>> kept = new TreeMap<>();
      line.getValue().lanes().forEach((lane, places) -> kept.put(lane, map(places)));
      assertEquals(lanes.getOrDefault(stage, Map.of()), kept, "lanes of " + stage);
      assertEquals(in(returning, stage), map(line.getValue().returning()), "returning " + stage);
      all.remove(stage);
      returning.remove(stage);
    }
    assertEquals(Map.of(), all, "lines that are not kept");
    assertEquals(Map.of(), returning, "returning to lines that are not kept");
  }

  private void checkWindows() {
    Map<Integer, List<TicketId>> inHand = new HashMap<>();
    Map<Integer, Map<Long, TicketId>> held = new HashMap<>();
    Map<Integer, Map<Long, TicketId>> missed = new HashMap<>();
    each((ticket, leg) -> {
      switch (leg.status()) {
        case CALLED, SERVING ->
            inHand.computeIfAbsent(leg.counter(), none -> new ArrayList<>()).add(ticket.id());
        case HELD -> in(held, leg.counter()).put(leg.spot().aside(), ticket.id());
        case MISSED -> in(missed, leg.counter()).put(leg.spot().aside(), ticket.id());
        case WAITING, AWAY, BOOKED -> assertEquals(0, leg.counter(), "window of " + leg);
      }
    });
    for (Desk desk : state.desks().values()) {
      int counter = desk.counter();
      List<TicketId> there = desk.inHand().stream().toList();
      assertEquals(inHand.getOrDefault(counter, List.of()), there, "in hand at " + counter);
      assertEquals(in(held, counter), map(desk.held()), "held at " + counter);
      assertEquals(in(missed, counter), map(desk.missed()), "missed at " + counter);
      List.of(inHand, held, missed).forEach(at -> at.remove(counter));
    }
    assertEquals(Map.of(), inHand, "in hand at windows that are not kept");
    assertEquals(Map.of(), held, "held at windows that are not kept");
    assertEquals(Map.of(), missed, "missed at windows that are not kept");
  }

  private void checkDates() {
    Map<Place, State.Stop> dues = new TreeMap<>();
    Map<Place, State.Stop> bookings = new TreeMap<>();
    each((ticket, leg) -> {
      State.Stop stop = new State.Stop(ticket.id(), leg.stage());
      leg.due().ifPresent(due -> dues.put(new Place(due, leg.spot().place().serial()), stop));
      if (leg.status() == Ticket.Status.BOOKED) {
        bookings.put(leg.spot().place(), stop);
      }
    });
    assertEquals(dues, map(state.dues()), "standards that are due");
    assertEquals(bookings, map(state.bookings()), "bookings");
  }

  private void checkCounts() {
    Map<String, Integer> inside = new TreeMap<>();
    Map<Long, TicketId> owed = new TreeMap<>();
    int absent = 0;
    for (Ticket ticket : state.tickets().values()) {
      inside.merge(ticket.service(), ticket.absent() ? 0 : 1, Integer::sum);
      absent += ticket.absent() ? 1 : 0;
      if (ticket.paper().owed()) {
        owed.put(ticket.serial(), ticket.id());
      }
    }
    assertEquals(absent, state.absent(), "absent");
    assertEquals(owed, map(state.owed()), "slips owed");
    state
        .tallies()
        .forEach((service, tally) ->
            assertEquals(inside.getOrDefault(service, 0), tally.inside(), "inside " + service));
  }

  private static <K, V> Map<V, TicketId> in(Map<K, Map<V, TicketId>> maps, K key) {
    return maps.computeIfAbsent(key, none -> new TreeMap<>());
  }

  private static <K extends Comparable<? super K>, V> Map<K, V> map(Tree<K, V> tree) {
    Map<K, V> map = new TreeMap<>();
    tree.forEach(map::put);
    return map;
  }
}
