package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The audit's book of the hall itself: its plan, who works where, and what stands still. */
final class AuditedHall {
  private final Set<Integer> paused = new HashSet<>();
  private final Map<Integer, String> staff = new HashMap<>();
  private final Map<Integer, TicketId> ratable = new HashMap<>();
  private Optional<Plan> plan = Optional.empty();
  private boolean suspended;
  private boolean onBreak;

  void adopt(Plan adopted) {
    plan = Optional.of(adopted);
  }

  Optional<Plan> plan() {
    return plan;
  }

  /** The plan in force, which anything that happens to a ticket needs. */
  Plan plan(Event event) {
    return require(plan, "%s before any hall was adopted", event);
  }

  Optional<Plan.Stage> stage(String id) {
    return plan.flatMap(now -> now.stage(id));
  }

  boolean has(String stage) {
    return stage(stage).isPresent();
  }

  boolean hasWindow(int counter) {
    return plan.flatMap(now -> now.counter(counter)).isPresent();
  }

  boolean suspended() {
    return suspended;
  }

  boolean standsStill() {
    return suspended || onBreak;
  }

  boolean paused(int counter) {
    return paused.contains(counter);
  }

  Optional<String> staff(int counter) {
    return Optional.ofNullable(staff.get(counter));
  }

  void suspend(Event event, boolean now) {
    require(suspended != now, "%s, but the hall %s", event, now ? "was suspended" : "was not");
    suspended = now;
  }

  void breakOff(Event event, boolean now) {
    require(onBreak != now, "%s, but the hall %s", event, now ? "was on a break" : "was not");
    onBreak = now;
  }

  void pause(Event.CounterPaused event) {
    require(paused.add(event.counter()), "%s was paused already", event);
  }

  void resume(Event.CounterResumed event) {
    require(paused.remove(event.counter()), "%s was not paused", event);
  }

  /** Somebody is at one window only, and a window has one person. */
  void signOn(Event.StaffSignedOn on) {
    boolean known = plan(on).member(on.staff()).isPresent();
    require(known && hasWindow(on.counter()), "%s: the hall has no such person or window", on);
    require(!staff.containsKey(on.counter()), "%s, where %s is", on, staff.get(on.counter()));
    require(!staff.containsValue(on.staff()), "%s, who is at another window", on);
    staff.put(on.counter(), on.staff());
  }

  void signOff(Event.StaffSignedOff off) {
    boolean there = staff.remove(off.counter(), off.staff());
    require(there, "%s, who is not signed on there", off);
  }

  /** Paused windows whose customers this one serves meanwhile. */
  List<Plan.Counter> takenOver(int counter) {
    return plan.stream()
        .flatMap(now -> now.counters().stream())
        .filter(other -> paused.contains(other.number()))
        .filter(other -> other.standIn().orElse(0) == counter)
        .toList();
  }

  /** Whether customers of this person wait for nobody else at a stage. */
  boolean serves(String stage, String person) {
    return plan.stream()
        .flatMap(now -> now.counters().stream())
        .filter(window -> window.stages().contains(stage))
        .anyMatch(window -> person.equals(staff.get(window.number())));
  }

  /** Whether this person's customers are this window's own. */
  boolean worksFor(int counter, String person) {
    return Stream.concat(Stream.of(counter), takenOver(counter).stream().map(Plan.Counter::number))
        .anyMatch(window -> person.equals(staff.get(window)));
  }

  void finished(int counter, TicketId ticket) {
    ratable.put(counter, ticket);
  }

  /** An opinion is about the last one finished at the window, and is given once. */
  void rate(Event.Rated rated) {
    boolean last = ratable.remove(rated.counter(), rated.ticket());
    require(last, "%s is not about the last one finished there, once", rated);
    require(rated.rating() >= 1 && rated.rating() <= 3, "%s is no opinion", rated);
  }
}
