package jiaohao.kiosk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.health.Fault;
import jiaohao.printer.Outcome;
import jiaohao.printer.Slip;
import jiaohao.printer.SlipPrinter;

/**
 * Prints the slips still owed, oldest first. Which those are is what the state says; the worker has
 * no list of its own, so a restart or a fault changes nothing about it.
 */
final class PrinterWorker extends Worker {
  /** How often an idle printer is asked how it is. */
  private static final long LOOK_MILLIS = 1000;

  private final Kiosk kiosk;
  private final SlipPrinter printer;
  private final FaultReport report;

  PrinterWorker(Kiosk kiosk, SlipPrinter printer) {
    super("printer");
    this.kiosk = kiosk;
    this.printer = printer;
    this.report = new FaultReport(kiosk, "printer");
  }

  @Override
  long work() throws InterruptedException {
    Optional<Ticket> owed = owed(kiosk.state());
    if (owed.isPresent() && !kiosk.state().stopped("printer")) {
      print(owed.get());
      return 0;
    }
    report.now(printer.faults());
    return kiosk.state().stopped("printer") || owed(kiosk.state()).isEmpty() ? LOOK_MILLIS : 0;
  }

  private static Optional<Ticket> owed(State state) {
    return state.owed().first().flatMap(state::ticket);
  }

  private void print(Ticket ticket) throws InterruptedException {
    boolean reprint = ticket.paper() == Ticket.Paper.OWED_AGAIN;
    switch (printer.print(slip(ticket, kiosk.state().plan().orElseThrow(), reprint))) {
      case Outcome.Printed(Outcome.Tier tier) ->
          kiosk.report(new Command.SlipDone(ticket.id(), tier.name(), reprint));
      case Outcome.Kept(Fault fault) -> report.now(withFault(printer.faults(), fault));
    }
  }

  private static Set<Fault> withFault(Set<Fault> faults, Fault fault) {
    Set<Fault> all = EnumSet.of(fault);
    all.addAll(faults);
    return all;
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
  public void close() {
    super.close();
    printer.close();
  }
}
