package jiaohao.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jiaohao.clock.SimulatedClock;
import jiaohao.hall.Audit;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.journal.EventJson;
import jiaohao.journal.SnapshotJson;

/**
 * Everything that must hold. Facts are folded a second time, as read back from their own lines; so
 * the state kept here is what any reader of the journal would see.
 */
final class Invariants {
  private static final UUID JOURNAL = new UUID(0, 1);
  private static final int LOOK_EVERY = 256;

  private final Audit audit = new Audit();
  private final Breaks breaks = new Breaks();
  private final List<Invariant> all =
      new ArrayList<>(
          List.of(
              new Accounts(),
              new Calls(),
              new Returns(),
              new Joins(),
              new TimeKept(),
              new Tokens(),
              new Overtaking(true),
              new Nobody()));
  private State state = State.EMPTY;
  private long seen;
  private long looked;

  /** Has another one look on. */
  void add(Invariant invariant) {
    all.add(invariant);
  }

  /** As folded here. */
  State state() {
    return state;
  }

  void see(Fact fact) {
    seen++;
    Fact read = readBack(fact);
    State before = state;
    state = before.apply(read);
    audited(read);
    Invariant.Seen now = new Invariant.Seen(before, read, state);
    for (Invariant invariant : all) {
      invariant.see(now);
    }
  }

  private Fact readBack(Fact fact) {
    try {
      Fact read = EventJson.decode(EventJson.encode(JOURNAL, seen, fact)).fact();
      Broken.unless(read.equals(fact), "export", "%s is read back as %s", fact, read);
      return read;
    } catch (IllegalArgumentException unreadable) {
      throw new Broken("export", unreadable);
    }
  }

  private void audited(Fact fact) {
    try {
      audit.see(fact);
    } catch (IllegalStateException unsound) {
      throw new Broken("audit", unsound);
    }
  }

  void acted(State before, Verb verb, Outcome outcome) {
    for (Invariant invariant : all) {
      invariant.acted(before, verb, outcome);
    }
  }

  /** The box has just done something, or let time pass. */
  void afterRound(State running, SimulatedClock clock) {
    Broken.unless(
        running.serial() == state.serial() && running.tickets().size() == state.tickets().size(),
        "fold",
        "the box has come to another state than its journal");
    if (seen - looked >= LOOK_EVERY) {
      looked = seen;
      Places.check(state);
    }
    Instant wall = clock.wall();
    breaks.check(running, wall, clock.trusted());
  }

  /** What the box goes by and what its journal folds to is one and the same. */
  void requireSame(State running) {
    Broken.unless(
        running.equals(state), "fold", "the box has %s, its journal folds to %s", running, state);
  }

  void endDay() {
    Places.check(state);
    all.forEach(invariant -> invariant.endDay(state));
    requireSnapshot();
  }

  private void requireSnapshot() {
    State kept;
    try {
      kept = SnapshotJson.decode(SnapshotJson.encode(state));
    } catch (IllegalArgumentException unreadable) {
      throw new Broken("snapshot", unreadable);
    }
    Broken.unless(kept.equals(state), "snapshot", "%s is read back as %s", state, kept);
  }
}
