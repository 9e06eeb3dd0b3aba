package jiaohao.kiosk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jiaohao.health.Fault;
import jiaohao.printer.Outcome;
import jiaohao.printer.Proof;
import jiaohao.printer.Sheet;
import jiaohao.printer.SlipPrinter;

/** One printer of a box, and what was last known to be the matter with it. */
final class PrinterStation implements AutoCloseable {
  private final String id;
  private final Supplier<SlipPrinter> opener;
  private Optional<SlipPrinter> printer = Optional.empty();
  private Set<Fault> faults = Set.of();
  private boolean paperTouched;

  /**
   * @param opener may take its time: it is called when the printer is first used
   */
  PrinterStation(String id, Supplier<SlipPrinter> opener) {
    this.id = id;
    this.opener = opener;
  }

  String id() {
    return id;
  }

  Outcome print(Sheet sheet) {
    Outcome outcome = opened().print(sheet);
    if (outcome instanceof Outcome.Kept(Fault fault)) {
      look();
      Set<Fault> all = EnumSet.of(fault);
      all.addAll(faults);
      found(all);
    }
    return outcome;
  }

  /** Whether its paper was changed, or may have been, and nothing has been printed on it since. */
  boolean proofDue() {
    return paperTouched && able();
  }

  /** Prints a line on the new paper. */
  void prove() {
    paperTouched = false;
    if (print(new Proof()) instanceof Outcome.Kept) {
      paperTouched = true;
    }
  }

  /** Finds out what is the matter now. */
  void look() {
    found(opened().faults());
  }

  private void found(Set<Fault> now) {
    faults = now;
    paperTouched |= now.contains(Fault.PAPER_END) || now.contains(Fault.COVER);
  }

  Set<Fault> faults() {
    return faults;
  }

  boolean able() {
    return stoppedBy().isEmpty();
  }

  Set<Fault> stoppedBy() {
    return faults.stream().filter(Fault::stops).collect(Collectors.toUnmodifiableSet());
  }

  private SlipPrinter opened() {
    if (printer.isEmpty()) {
      printer = Optional.of(opener.get());
    }
    return printer.get();
  }

  @Override
  public void close() {
    printer.ifPresent(SlipPrinter::close);
  }
}
