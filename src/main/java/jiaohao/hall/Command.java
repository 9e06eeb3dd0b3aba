package jiaohao.hall;

import java.util.Map;

/** What someone, or some device, wants of the hall. */
public sealed interface Command {
  /**
   * The firmware has opened its journal and works by this plan.
   *
   * @param source the hall file's own text
   */
  record Start(String version, Plan plan, String source) implements Command {}

  /** The firmware is about to stop in an orderly way. */
  record Stop() implements Command {}

  /**
   * Work by this plan from now on. Adopting the plan in force changes nothing.
   *
   * @param source the hall file's own text, kept so that a replaced kiosk has it back
   */
  record Adopt(Plan plan, String source) implements Command {}

  /**
   * This box goes on where another one was, whose last numbers may be on paper although nobody here
   * knows of them: numbering jumps ahead.
   *
   * @param writer any name that no other box has
   * @param margin by how many numbers of each service, at least; 1–999
   * @param lastNumbers by service id, the highest number that was seen on a slip
   */
  record TakeOver(String writer, int margin, Map<String, Integer> lastNumbers) implements Command {
    public TakeOver {
      lastNumbers = Map.copyOf(lastNumbers);
    }
  }

  /** Time has passed. */
  record Tick() implements Command {}

  /**
   * A button was pressed, here, on a page or at the centre.
   *
   * @param reference unguessable word that a ticket issued by this press is found by; made outside,
   *     since nothing here is random
   */
  record Press(Verb verb, String reference) implements Command {}

  /**
   * A button of a satellite was pressed.
   *
   * @param wish what was chosen there for the next ticket
   */
  record Afar(String satellite, Press press, State.Wish wish) implements Command {}

  /**
   * The centre wants something.
   *
   * @param id made by whoever asks; the same order may arrive several times
   * @param by who asks
   * @param reference as of a press
   */
  record Order(String id, String by, jiaohao.hall.Order order, String reference)
      implements Command {}

  /** The slip left the printer, as sure as {@code tier} A–D says. */
  record SlipDone(TicketId ticket, String tier, boolean reprint) implements Command {}

  /** The slip will not be printed any more. */
  record SlipLost(TicketId ticket, String reason) implements Command {}

  /** The notice left the printer. */
  record NoticeDone(long notice, String tier) implements Command {}

  /** The notice will not be printed any more. */
  record NoticeLost(long notice, String reason) implements Command {}

  /**
   * A device is out of order.
   *
   * @param stops whether the device cannot do its work meanwhile
   */
  record RaiseFault(String device, String fault, boolean stops) implements Command {}

  /** A device is in order again. */
  record ClearFault(String device, String fault) implements Command {}
}
