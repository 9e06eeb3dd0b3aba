package jiaohao.hall;

import java.util.Locale;

/**
 * What a button means, as the device file spells it: {@code take inspection}, {@code next 1}. One
 * spelling for buttons, the bench and the centre.
 */
public sealed interface Verb {
  /** Take a number for a service. */
  record Take(String service) implements Verb {
    @Override
    public String toString() {
      return "take " + service;
    }
  }

  /** Choose the language of the next ticket. */
  record Language(String code) implements Verb {
    @Override
    public String toString() {
      return "language " + code;
    }
  }

  /** The next ticket is for someone who needs help: larger slip, number spoken, more recalls. */
  record Assist() implements Verb {
    @Override
    public String toString() {
      return "assist";
    }
  }

  /** A key of the pad at a counter. */
  record AtCounter(Key key, int counter) implements Verb {
    @Override
    public String toString() {
      return key.word() + " " + counter;
    }
  }

  /** The keys of a counter pad. */
  enum Key {
    /** Finish the one in hand and call the next. */
    NEXT,
    /** Call the one in hand again; when idle, the last missed. */
    RECALL,
    START,
    FINISH,
    /** Finish with the stage's second outcome. */
    FINISH_OTHER,
    MISS,
    /** Set the one in hand aside; when idle, take up the last one set aside. */
    HOLD,
    /** Put the ticket just called back to its exact place. */
    UNDO,
    /** Pause the counter, or open it again. */
    PAUSE,
    SUPERVISOR;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads a verb.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static Verb parse(String words) {
    String[] parts = words.strip().split("\\s+");
    return switch (parts[0]) {
      case "take" -> new Take(only(parts, "take SERVICE"));
      case "language" -> new Language(only(parts, "language CODE"));
      case "assist" -> {
        if (parts.length != 1) {
          throw new IllegalArgumentException("expected: assist");
        }
        yield new Assist();
      }
      default -> new AtCounter(key(parts[0]), counter(parts));
    };
  }

  private static String only(String[] parts, String expected) {
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected: " + expected);
    }
    return parts[1];
  }

  private static Key key(String word) {
    for (Key key : Key.values()) {
      if (key.word().equals(word)) {
        return key;
      }
    }
    throw new IllegalArgumentException(
        "expected one of: take SERVICE, language CODE, assist, or next, recall, start, finish,"
            + " finish-other, miss, hold, undo, pause, supervisor with a counter's number");
  }

  private static int counter(String[] parts) {
    if (parts.length != 2 || !parts[1].matches("[1-9]\\d?")) {
      throw new IllegalArgumentException("expected: " + parts[0] + " COUNTER, a number 1-99");
    }
    return Integer.parseInt(parts[1]);
  }
}
