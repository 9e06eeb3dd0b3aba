package jiaohao.hall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The audit's book of lines: who stands where, and who is therefore due. */
final class AuditedLines {
  /** What a line is for. */
  private enum Kind {
    WAITING,
    HELD,
    MISSED
  }

  /**
   * A line: for a stage, or of the tickets set aside or missed at a window.
   *
   * @param stage empty unless it is for a stage
   * @param counter 0 unless it is at a window
   */
  record Line(Kind kind, String stage, int counter) {
    static Line waiting(String stage) {
      return new Line(Kind.WAITING, stage, 0);
    }

    static Line held(int counter) {
      return new Line(Kind.HELD, "", counter);
    }

    static Line missed(int counter) {
      return new Line(Kind.MISSED, "", counter);
    }
  }

  private final Map<Line, NavigableMap<Long, TicketId>> lines = new HashMap<>();
  private final Set<Integer> paused = new HashSet<>();
  private long places;

  int size(Line line) {
    return at(line).size();
  }

  int missed() {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().kind == Kind.MISSED)
        .mapToInt(line -> line.getValue().size())
        .sum();
  }

  /** Empties the lines of missed tickets and tells who was in them. */
  List<TicketId> clearMissed() {
    List<NavigableMap<Long, TicketId>> missed =
        lines.entrySet().stream()
            .filter(line -> line.getKey().kind == Kind.MISSED)
            .map(Map.Entry::getValue)
            .toList();
    List<TicketId> gone = missed.stream().flatMap(line -> line.values().stream()).toList();
    missed.forEach(Map::clear);
    return gone;
  }

  /** Puts a ticket at the end; returns its place. */
  long append(Line line, TicketId ticket) {
    places++;
    putBack(line, places, ticket);
    return places;
  }

  void putBack(Line line, long place, TicketId ticket) {
    TicketId other = at(line).put(place, ticket);
    Audit.require(other == null, "%s and %s stand at one place", ticket, other);
  }

  void remove(Line line, long place) {
    at(line).remove(place);
  }

  boolean pause(int counter) {
    return paused.add(counter);
  }

  boolean resume(int counter) {
    return paused.remove(counter);
  }

  /**
   * Who may be called out of {@code line} to this window: of those set aside or missed there, the
   * last; of those waiting, the first of the first line where anybody waits, in the window's order.
   */
  Optional<TicketId> due(Line line, Plan.Counter counter, Plan plan) {
    if (line.kind != Kind.WAITING) {
      return line.counter == counter.number()
          ? Optional.ofNullable(at(line).lastEntry()).map(Map.Entry::getValue)
          : Optional.empty();
    }
    return Stream.concat(counter.stages().stream(), takenOver(counter, plan))
        .map(stage -> at(Line.waiting(stage)).firstEntry())
        .filter(Objects::nonNull)
        .findFirst()
        .map(Map.Entry::getValue);
  }

  private Stream<String> takenOver(Plan.Counter counter, Plan plan) {
    return plan.counters().stream()
        .filter(other -> paused.contains(other.number()))
        .filter(other -> other.standIn().stream().anyMatch(by -> by == counter.number()))
        .flatMap(other -> other.stages().stream());
  }

  private NavigableMap<Long, TicketId> at(Line line) {
    return lines.computeIfAbsent(line, empty -> new TreeMap<>());
  }
}
