package jiaohao.year;

import java.time.Instant;
import java.util.Optional;
import jiaohao.hall.Command;
import jiaohao.hall.Notice;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.health.Fault;

/**
 * A printer and the worker at it: takes what the hall owes, the oldest first, and needs some
 * seconds for each. A fault that stops it breaks off what it prints.
 */
final class VirtualPrinter {
  private static final int SECONDS_A_SLIP = 3;

  /** Under way. */
  private sealed interface Job {
    record Slip(TicketId ticket, boolean reprint) implements Job {}

    record Paper(long notice) implements Job {}
  }

  private final World world;
  private Optional<Job> job = Optional.empty();
  private Instant done = Instant.MAX;
  private Optional<String> fault = Optional.empty();

  VirtualPrinter(World world) {
    this.world = world;
  }

  /** When it will have something to say; looks for work when it has none. */
  Instant due() {
    if (job.isEmpty() && world.on() && able()) {
      job = next(world.state());
      done = job.isPresent() ? world.now().plusSeconds(SECONDS_A_SLIP) : Instant.MAX;
    }
    return done;
  }

  private boolean able() {
    return !stops(fault);
  }

  private static boolean stops(Optional<String> fault) {
    return fault.flatMap(code -> Fault.of("printer", code)).filter(Fault::stops).isPresent();
  }

  private static Optional<Job> next(State state) {
    if (state.owed().isEmpty()) {
      return state.notices().first().map(Notice::serial).map(Job.Paper::new);
    }
    return state
        .owed()
        .first()
        .flatMap(state::ticket)
        .map(slip -> new Job.Slip(slip.id(), slip.paper() == Ticket.Paper.OWED_AGAIN));
  }

  /** A slip has left it. */
  void work() {
    Optional<Job> printed = job;
    forget();
    printed.ifPresent(it -> {
      var _ =
          world.send(
              switch (it) {
                case Job.Slip slip -> new Command.SlipDone(slip.ticket(), "A", slip.reprint());
                case Job.Paper paper -> new Command.NoticeDone(paper.notice(), "A");
              });
    });
  }

  private void forget() {
    job = Optional.empty();
    done = Instant.MAX;
  }

  /** The power was off: what was under way is forgotten. */
  void restart() {
    forget();
  }

  /** Tells the hall of the fault there is, as after a start. */
  void report() {
    fault.ifPresent(code -> {
      var _ = world.send(new Command.RaiseFault("printer", code, stops(fault)));
    });
  }

  Outcome fault(Optional<String> now) {
    Optional<String> before = fault;
    fault = now;
    before.ifPresent(code -> {
      var _ = world.send(new Command.ClearFault("printer", code));
    });
    if (!able()) {
      forget();
    }
    report();
    return Outcome.DONE;
  }
}
