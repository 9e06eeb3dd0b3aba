package jiaohao.hall;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What the centre may want of a hall. An order that is fulfilled already changes nothing. */
public sealed interface Order {
  /**
   * A number for somebody who is not at the kiosk: it has no slip, and is found by its reference.
   *
   * @param at when it enters the line, later today; empty for now
   * @param language of whoever holds it; empty for the hall's
   */
  record Issue(String service, Optional<LocalTime> at, Optional<String> language, boolean assist)
      implements Order {
    @Override
    public String toString() {
      return "issue " + service + at.map(time -> "@" + time).orElse("");
    }
  }

  /**
   * Words that boards and screens show for a while, in place of those shown so far.
   *
   * @param lasts zero takes them away
   */
  record Post(Text words, Duration lasts) implements Order {
    @Override
    public String toString() {
      return "post " + lasts.toMinutes() + " min: " + words.in("zh");
    }
  }

  /** A window stops calling, or goes on. */
  record Pause(int counter, boolean on) implements Order {
    @Override
    public String toString() {
      return (on ? "pause " : "open ") + counter;
    }
  }

  /** Everything stands still, or goes on. */
  record Suspend(boolean on) implements Order {
    @Override
    public String toString() {
      return on ? "suspend" : "resume";
    }
  }

  /**
   * Another hall file, checked by whoever brings it.
   *
   * @param source its text
   */
  record Adopt(Plan plan, String source) implements Order {
    @Override
    public String toString() {
      return "hall file of " + source.length() + " characters";
    }
  }

  /** The slip of a number once more. */
  record Reprint(String number) implements Order {
    @Override
    public String toString() {
      return "reprint " + number;
    }
  }

  /**
   * A slip that tells how the devices are.
   *
   * @param findings a line each
   */
  record SelfTest(List<Text> findings) implements Order {
    public SelfTest {
      findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
      return "selftest";
    }
  }
}
