package jiaohao.printer;

import jiaohao.health.Fault;

/** How the printing of a slip ended. */
public sealed interface Outcome {
  /** On paper, as sure as the tier says. */
  record Printed(Tier tier) implements Outcome {}

  /** Not confirmed to be on paper; the printer's buffer has been cleared. */
  record Kept(Fault fault) implements Outcome {}

  /** How sure it is that a slip is on paper, in falling trust. */
  enum Tier {
    /** The process id came back: printing is complete. */
    A,
    /** The GS r byte came back: a printer stopped at paper end would not have run it. */
    B,
    /** Status polled clean twice after the calculated print time. */
    C,
    /** The printer answers nothing: unconfirmed. */
    D
  }
}
