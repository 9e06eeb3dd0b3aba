package jiaohao.kiosk;

import java.time.Instant;
import java.util.Optional;
import jiaohao.board.CounterDisplays.Face;
import jiaohao.hall.Refusal;
import jiaohao.hall.Standards;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;

/**
 * What a counter's own display tells its clerk: the number in hand and how many wait, a short word
 * for a key that did nothing, and who wants the supervisor.
 */
final class ClerkView {
  private static final int PLACES = 8;
  private static final int MOST = 999;
  private static final String NOBODY = "----";

  // Words of letters that seven segments show, and that are not read as digits.
  private static final String PAUSED = "OFF";
  private static final String STANDING = "STOP";
  private static final String NOBODY_THERE = "NONE";
  private static final String NOT_NOW = "NO";
  private static final String HELP = "HELP";

  private final State state;
  private final int counter;

  ClerkView(State state, int counter) {
    this.state = state;
    this.counter = counter;
  }

  /** "A012 12": own number, how many wait. */
  Face usual(Instant wall, boolean darkHalf) {
    String number = state.inHand(counter).map(Ticket::number).orElseGet(this::idle);
    Optional<Standards.Sign> sign =
        Standards.signs(state, wall).stream().filter(each -> each.counter() == counter).findFirst();
    boolean points = sign.isPresent() && !(sign.get().broken() && darkHalf);
    return new Face(spread(number, waiting()), points);
  }

  private String idle() {
    if (state.stopwatch().suspended()) {
      return STANDING;
    }
    return state.desk(counter).paused() ? PAUSED : NOBODY;
  }

  private String waiting() {
    int waiting =
        state.plan().flatMap(plan -> plan.counter(counter)).stream()
            .flatMap(window -> state.stagesAt(window).stream())
            .mapToInt(stage -> state.queue(stage).size())
            .sum();
    return Integer.toString(Math.min(waiting, MOST));
  }

  /** "NONE 12": why the key did nothing. */
  Face refused(Refusal refusal) {
    return new Face(spread(word(refusal.code()), waiting()), false);
  }

  private static String word(String code) {
    if (code.startsWith("nobody-")) {
      return NOBODY_THERE;
    }
    return switch (code) {
      case "counter-paused" -> PAUSED;
      case "suspended" -> STANDING;
      default -> NOT_NOW;
    };
  }

  /** "HELP 3": the window that wants the supervisor; 0 for the hall as a whole. */
  static Face help(int from) {
    return new Face(spread(HELP, from == 0 ? "" : Integer.toString(from)), false);
  }

  private static String spread(String left, String right) {
    return left + " ".repeat(Math.max(0, PLACES - left.length() - right.length())) + right;
  }
}
