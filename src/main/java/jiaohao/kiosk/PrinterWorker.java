package jiaohao.kiosk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.clock.Clock;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.printer.Outcome;
import jiaohao.printer.Slip;
import org.tinylog.Logger;

/**
 * Prints the slips still owed, oldest first, on the first printer that can. Which slips those are
 * is what the state says; the worker has no list of its own, so a restart or a fault changes
 * nothing about it.
 */
final class PrinterWorker extends Worker {
  /** How often an idle printer is asked how it is. */
  private static final long LOOK_MILLIS = 1000;

  private final Kiosk kiosk;
  private final List<PrinterStation> stations;
  private final PrinterFaults faults;

  /** On paper, but the hall would not hear of it: not to be printed a second time. */
  private final Map<TicketId, Command> unsettled = new LinkedHashMap<>();

  /** The slip last begun in vain: it may be on paper, and another printer's is marked 补打. */
  private Optional<TicketId> begun = Optional.empty();

  /**
   * A worker for the printers of a box.
   *
   * @param stations at least one, the preferred one first
   */
  PrinterWorker(Kiosk kiosk, List<PrinterStation> stations, Clock clock) {
    super("printer");
    this.kiosk = kiosk;
    this.stations = List.copyOf(stations);
    this.faults = new PrinterFaults(kiosk, this.stations, clock);
  }

  @Override
  long work() throws InterruptedException {
    if (!kiosk.ready().isDone()) {
      stations.forEach(PrinterStation::look); // set up by the time the first slip is owed
    }
    if (!started()) {
      return 0;
    }
    if (kiosk.ended().isDone()) {
      return LOOK_MILLIS; // nothing that is printed now could be journaled
    }
    Optional<Ticket> owed = owed();
    Optional<PrinterStation> able = able();
    if (owed.isPresent() && able.isPresent()) {
      print(owed.get(), able.get());
      return 0;
    }
    look();
    return owed().isPresent() && able().isPresent() ? 0 : LOOK_MILLIS;
  }

  /** Before the start is journaled, slips do not say yet that they may have been printed before. */
  private boolean started() throws InterruptedException {
    try {
      kiosk.ready().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException never) {
      return true;
    }
  }

  private Optional<Ticket> owed() {
    State state = kiosk.state();
    return state.owed().values().stream()
        .filter(id -> !unsettled.containsKey(id))
        .findFirst()
        .flatMap(state::ticket);
  }

  private Optional<PrinterStation> able() {
    return kiosk.state().stopped("printer")
        ? Optional.empty()
        : stations.stream().filter(PrinterStation::able).findFirst();
  }

  private void look() throws InterruptedException {
    stations.forEach(PrinterStation::look);
    faults.report();
    for (Map.Entry<TicketId, Command> printed : List.copyOf(unsettled.entrySet())) {
      settle(printed.getKey(), printed.getValue());
    }
  }

  private void print(Ticket ticket, PrinterStation station) throws InterruptedException {
    TicketId id = ticket.id();
    boolean again = begun.equals(Optional.of(id));
    boolean reprint = again || ticket.paper() == Ticket.Paper.OWED_AGAIN;
    begun = Optional.of(id);
    try {
      switch (station.print(slip(ticket, kiosk.state().plan().orElseThrow(), reprint))) {
        case Outcome.Printed(Outcome.Tier tier) ->
            settle(id, new Command.SlipDone(id, tier.name(), reprint));
        case Outcome.Kept kept -> faults.report();
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "the slip of {} cannot be printed", id);
      if (again) { // the ones behind it have waited long enough
        settle(id, new Command.SlipLost(id, "error"));
      }
    }
  }

  private void settle(TicketId id, Command what) throws InterruptedException {
    unsettled.put(id, what);
    if (kiosk.report(what) instanceof Answer.Done) {
      unsettled.remove(id);
    }
  }

  private static Slip slip(Ticket ticket, Plan plan, boolean reprint) {
    Optional<Plan.Service> service = plan.service(ticket.service());
    return new Slip(
        plan.name(),
        ticket.number(),
        service.map(Plan.Service::name).orElse(Text.same(ticket.service())),
        ticket.ahead(),
        service.map(Plan.Service::papers).orElse(List.of()),
        ticket.issuedAt().toLocalDateTime(),
        ticket.reference(),
        ticket.language(),
        ticket.assist(),
        reprint);
  }

  @Override
  void release() {
    stations.forEach(PrinterStation::close);
  }
}
