package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jiaohao.hall.AuditedVisit.Leg;
import jiaohao.hall.AuditedVisit.Phase;

/** The audit's book of places: who waits where, who lies aside, and what each window has. */
final class AuditedLines {
  private final AuditedHall hall;
  private final Map<String, List<Leg>> waiting = new HashMap<>();
  private final Map<Integer, List<Leg>> aside = new HashMap<>();
  private final Map<String, List<Leg>> returning = new HashMap<>();
  private final Map<Integer, Leg> inHand = new HashMap<>();
  private final Set<Leg> strays = new HashSet<>();
  private long places;

  AuditedLines(AuditedHall hall) {
    this.hall = hall;
  }

  /** Gives out one more place; the journal counts them through, for notices too. */
  long next() {
    places++;
    return places;
  }

  /** Who waits at a stage and can be called, in order: nobody is called away from a window. */
  Stream<Leg> waiting(String stage) {
    return waiting.getOrDefault(stage, List.of()).stream()
        .filter(leg -> leg.silent || !leg.visit.atWindow());
  }

  /** Who waits at a stage, and who has just been called from there and may yet be back in line. */
  Stream<Leg> around(String stage) {
    return Stream.concat(
        waiting.getOrDefault(stage, List.of()).stream(),
        inHand.values().stream().filter(leg -> leg.stage.equals(stage)));
  }

  /** The last one held or missed at a window. */
  Optional<Leg> lastAside(int counter, Phase phase) {
    return aside.getOrDefault(counter, List.of()).reversed().stream()
        .filter(leg -> leg.phase == phase)
        .findFirst();
  }

  /** Missed ones of a stage who are back after so many calls, the first due first. */
  List<Leg> returning(String stage, long calls) {
    return returning.getOrDefault(stage, List.of()).stream()
        .filter(leg -> leg.backAt <= calls)
        .sorted((a, b) ->
            a.backAt != b.backAt
                ? Long.compare(a.backAt, b.backAt)
                : Long.compare(a.aside, b.aside))
        .toList();
  }

  Optional<Leg> inHand(int counter) {
    return Optional.ofNullable(inHand.get(counter));
  }

  /** Takes a leg from where its phase has it and puts it where the new one does. */
  void move(Leg leg, Phase to) {
    leave(leg);
    leg.phase = to;
    enter(leg);
  }

  void enter(Leg leg) {
    switch (leg.phase) {
      case WAITING -> insert(leg);
      case HELD, MISSED -> setAside(leg);
      case CALLED, SERVING -> {
        Leg other = inHand.put(leg.counter, leg);
        require(other == null, "%s and %s are both at window %s", leg, other, leg.counter);
      }
      case BOOKED, AWAY -> {}
    }
    reviewStray(leg);
  }

  void leave(Leg leg) {
    switch (leg.phase) {
      case WAITING -> waiting.get(leg.stage).remove(leg);
      case HELD, MISSED -> {
        aside.get(leg.counter).remove(leg);
        returning.getOrDefault(leg.stage, new ArrayList<>()).remove(leg);
      }
      case CALLED, SERVING -> inHand.remove(leg.counter, leg);
      case BOOKED, AWAY -> {}
    }
    strays.remove(leg);
  }

  private void insert(Leg leg) {
    List<Leg> line = waiting.computeIfAbsent(leg.stage, empty -> new ArrayList<>());
    int index = line.size();
    while (index > 0 && leg.isBefore(line.get(index - 1))) {
      index--;
    }
    line.add(index, leg);
  }

  private void setAside(Leg leg) {
    List<Leg> there = aside.computeIfAbsent(leg.counter, empty -> new ArrayList<>());
    int index = there.size();
    while (index > 0 && leg.aside < there.get(index - 1).aside) {
      index--;
    }
    there.add(index, leg);
    if (leg.phase == Phase.MISSED && leg.backAt > 0) {
      returning.computeIfAbsent(leg.stage, empty -> new ArrayList<>()).add(leg);
    }
  }

  /** Whoever is at a stage or a window that is no more has to be moved before anything else. */
  void reviewStray(Leg leg) {
    if (isStray(leg)) {
      strays.add(leg);
    } else {
      strays.remove(leg);
    }
  }

  /** Whoever is held at a stage that is no more may be moved, or finished where it is held. */
  private boolean isStray(Leg leg) {
    return switch (leg.phase) {
      case WAITING, AWAY -> !hall.has(leg.stage);
      case CALLED, SERVING, HELD -> !hall.hasWindow(leg.counter);
      case BOOKED, MISSED -> false;
    };
  }

  void requireNoStrays(Event event) {
    boolean moves =
        event instanceof Event.CallUndone
            || event instanceof Event.TicketRequeued
            || event instanceof Event.TicketTransferred;
    require(
        strays.isEmpty() || moves,
        "%s, with tickets left behind where the hall has no stage or window: %s",
        event,
        strays);
  }
}
