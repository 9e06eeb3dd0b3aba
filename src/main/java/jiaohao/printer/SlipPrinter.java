package jiaohao.printer;

import java.util.Set;
import jiaohao.health.Fault;

/** A ticket printer. One thread uses it. */
public interface SlipPrinter extends AutoCloseable {
  /** Prints one sheet; returns once it is confirmed, given up, or as sure as it gets. */
  Outcome print(Sheet sheet);

  /**
   * What is out of order now. Asks the printer if it was not heard of lately, and opens its port
   * again if that was lost; to be called every second or so while nothing prints.
   */
  Set<Fault> faults();

  @Override
  void close();
}
