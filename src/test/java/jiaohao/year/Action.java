package jiaohao.year;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;

/** Something that is done to the box from outside, spelled as in a day script. */
sealed interface Action {
  /** A key, a button, a scan. */
  record Press(Verb verb) implements Action {
    @Override
    public String toString() {
      return verb.toString();
    }
  }

  /** The power fails, and comes back after a while. */
  record PowerCut(Duration off, When when) implements Action {
    /** When exactly. */
    enum When {
      NOW(""),
      /** During the next commit, before it is on the disk. */
      UNRECORDED(" before the next record"),
      /** During the next commit, when it is on the disk and nobody has been told. */
      RECORDED(" after the next record");

      private final String words;

      When(String words) {
        this.words = words;
      }
    }

    @Override
    public String toString() {
      return "power cut " + words(off) + when.words;
    }
  }

  /** The firmware is stopped in an orderly way, and started again after a while. */
  record Restart(Duration off) implements Action {
    @Override
    public String toString() {
      return "restart " + words(off);
    }
  }

  /** The clock is put forward, or back. */
  record Leap(Duration by) implements Action {
    @Override
    public String toString() {
      return "clock leaps " + (by.isNegative() ? "-" : "+") + words(by.abs());
    }
  }

  /** The clock shows the right time again. */
  record SetClock() implements Action {
    @Override
    public String toString() {
      return "clock right";
    }
  }

  record Trust(boolean believed) implements Action {
    @Override
    public String toString() {
      return believed ? "clock trusted" : "clock untrusted";
    }
  }

  /** A device has a fault, or is in order again. */
  record Device(String device, Optional<String> fault) implements Action {
    @Override
    public String toString() {
      return device + " " + fault.orElse("ok");
    }
  }

  /**
   * A new hall file is taken up.
   *
   * @param change what is different from the file as shipped
   */
  record Adopt(HallChange change) implements Action {
    @Override
    public String toString() {
      return "hall file " + change;
    }
  }

  private static String words(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 3_600_000 == 0) {
      return millis / 3_600_000 + " h";
    }
    if (millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /**
   * Reads what {@link Object#toString} of each spells.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static Action parse(String words) {
    String[] parts = words.strip().split("\\s+");
    return switch (parts[0]) {
      case "power" -> powerCut(words, parts);
      case "restart" -> new Restart(duration(parts, 1, "restart 20 s"));
      case "clock" -> clock(parts);
      case "printer", "board" -> device(parts);
      case "hall" -> new Adopt(HallChange.parse(after(words, "hall file")));
      default -> new Press(Verb.parse(words));
    };
  }

  private static String after(String words, String start) {
    if (!words.startsWith(start + " ")) {
      throw new IllegalArgumentException("expected: " + start + " …");
    }
    return words.substring(start.length() + 1).strip();
  }

  private static Action powerCut(String words, String[] parts) {
    Duration off = duration(parts, 2, "power cut 3 min");
    PowerCut.When when =
        Stream.of(PowerCut.When.RECORDED, PowerCut.When.UNRECORDED)
            .filter(one -> words.endsWith(one.words))
            .findFirst()
            .orElse(PowerCut.When.NOW);
    return new PowerCut(off, when);
  }

  private static Action clock(String[] parts) {
    return switch (parts.length > 1 ? parts[1] : "") {
      case "leaps" -> leap(parts);
      case "right" -> new SetClock();
      case "trusted" -> new Trust(true);
      case "untrusted" -> new Trust(false);
      default ->
          throw new IllegalArgumentException(
              "expected: clock leaps +2 h, clock right, clock trusted, or clock untrusted");
    };
  }

  private static Action leap(String[] parts) {
    Duration by = duration(parts, 2, "clock leaps +2 h, or -10 min");
    return new Leap(by);
  }

  private static Duration duration(String[] parts, int from, String expected) {
    try {
      long count = Long.parseLong(parts[from]);
      return switch (parts[from + 1].toLowerCase(Locale.ROOT)) {
        case "h" -> Duration.ofHours(count);
        case "min" -> Duration.ofMinutes(count);
        case "s" -> Duration.ofSeconds(count);
        case "ms" -> Duration.ofMillis(count);
        default -> throw new IllegalArgumentException("expected: " + expected);
      };
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("expected: " + expected, e);
    }
  }

  private static Action device(String[] parts) {
    Set<String> faults =
        Stream.of(Fault.values())
            .filter(fault -> fault.device().equals(parts[0]))
            .map(Fault::code)
            .collect(Collectors.toSet());
    String said = parts.length == 2 ? parts[1] : "";
    if (!said.equals("ok") && !faults.contains(said)) {
      throw new IllegalArgumentException("expected: " + parts[0] + " ok, or one of " + faults);
    }
    return new Device(parts[0], Optional.of(said).filter(fault -> !fault.equals("ok")));
  }
}
