package jiaohao.kiosk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.clock.Clock;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.printer.Look;
import jiaohao.printer.Outcome;
import jiaohao.printer.Sheet;
import jiaohao.printer.Sorry;
import org.tinylog.Logger;

/**
 * Prints what is still owed on the first printer that can: slips, oldest first, then notices. Which
 * those are is what the state says; the worker has no list of its own, so a restart or a fault
 * changes nothing about it.
 */
final class PrinterWorker extends Worker implements Presses.Listener {
  /** How often an idle printer is asked how it is. */
  private static final long LOOK_MILLIS = 1000;

  private static final long SORRY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Kiosk kiosk;
  private final Clock clock;
  private final List<PrinterStation> stations;
  private final TicketPages pages;
  private final PrinterFaults faults;

  /** On paper, but the hall would not hear of it: not to be printed a second time. */
  private final Map<String, Command> unsettled = new LinkedHashMap<>();

  /** What was begun in vain: it may be on paper, and another printer's is marked 补打. */
  private final Set<String> begun = new HashSet<>();

  private volatile boolean sorry;
  private volatile long sorryNanos;

  /**
   * A worker for the printers of a box.
   *
   * @param stations at least one, the preferred one first
   * @param pages where QR codes lead
   */
  PrinterWorker(Kiosk kiosk, List<PrinterStation> stations, TicketPages pages, Clock clock) {
    super("printer");
    this.kiosk = kiosk;
    this.clock = clock;
    this.sorryNanos = clock.nanos() - SORRY_AGAIN_NANOS - 1;
    this.stations = List.copyOf(stations);
    this.pages = pages;
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
    Optional<PrinterStation> changed =
        stations.stream().filter(PrinterStation::proofDue).findFirst();
    if (changed.isPresent()) {
      prove(changed.get());
      return 0;
    }
    Optional<OwedPaper> owed = owed();
    Optional<PrinterStation> able = able();
    if (sorry && able.isPresent()) {
      apologize(able.get());
      return 0;
    }
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

  private Optional<OwedPaper> owed() {
    return OwedPaper.of(kiosk.state(), kiosk.satellite())
        .filter(paper -> !unsettled.containsKey(paper.name()))
        .findFirst();
  }

  private Optional<PrinterStation> able() {
    return kiosk.state().stopped("printer")
        ? Optional.empty()
        : stations.stream().filter(PrinterStation::able).findFirst();
  }

  private void look() throws InterruptedException {
    stations.forEach(PrinterStation::look);
    faults.report();
    begun.retainAll(OwedPaper.of(kiosk.state(), kiosk.satellite()).map(OwedPaper::name).toList());
    for (Map.Entry<String, Command> printed : List.copyOf(unsettled.entrySet())) {
      settle(printed.getKey(), printed.getValue());
    }
  }

  private void print(OwedPaper paper, PrinterStation station) throws InterruptedException {
    String name = paper.name();
    boolean anew = !begun.add(name);
    boolean reprint = anew || paper.again();
    try {
      switch (station.print(sheet(paper, reprint))) {
        case Outcome.Printed(Outcome.Tier tier) -> settle(name, paper.done(tier.name(), reprint));
        case Outcome.Kept kept -> faults.report();
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "the {} cannot be printed", name);
      if (anew) { // what is behind it has waited long enough
        settle(name, paper.lost("error"));
      }
    }
  }

  private Sheet sheet(OwedPaper paper, boolean reprint) {
    return paper.sheet(kiosk.state().plan().orElseThrow(), pages, reprint);
  }

  /** Whoever pressed in vain, since the main box cannot be reached, has it in writing. */
  @Override
  public void answered(int button, Verb verb, Answer answer) {
    long now = clock.nanos();
    if (verb instanceof Verb.Take
        && answer.equals(new Answer.Refused(Troubles.ALONE))
        && now - sorryNanos > SORRY_AGAIN_NANOS) {
      sorryNanos = now;
      sorry = true;
      wake();
    }
  }

  private void apologize(PrinterStation station) {
    sorry = false;
    Optional<Plan> plan = kiosk.state().plan();
    if (plan.isPresent()) {
      String language = plan.get().defaultLanguage();
      Look look = new Look(language, plan.get().secondLanguage(language), false, false);
      var now = kiosk.wall().atZone(plan.get().timezone()).toLocalDateTime();
      var _ = station.print(new Sorry(plan.get().name(), Troubles.ALONE.reason(), now, look));
    }
  }

  /** Whoever changed the paper sees at once whether it is in the right way round. */
  private void prove(PrinterStation station) throws InterruptedException {
    try {
      station.prove();
    } catch (RuntimeException bug) {
      Logger.error(bug, "no proof can be printed on {}", station.id());
    }
    faults.report();
  }

  private void settle(String name, Command what) throws InterruptedException {
    begun.remove(name);
    unsettled.put(name, what);
    if (kiosk.report(what) instanceof Answer.Done) {
      unsettled.remove(name);
    }
  }

  @Override
  void release() {
    stations.forEach(PrinterStation::close);
  }
}
