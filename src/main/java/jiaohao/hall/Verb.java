package jiaohao.hall;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a button means, as the device file spells it: {@code take inspection}, {@code next 1}. One
 * spelling for buttons, desks, the bench and the centre.
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

  /** The next ticket is for one of a privileged group: the elderly, serving soldiers. */
  record Priority(String group) implements Verb {
    @Override
    public String toString() {
      return "priority " + group;
    }
  }

  /** The next ticket is for a customer of this member of staff. */
  record ForStaff(String staff) implements Verb {
    @Override
    public String toString() {
      return "for " + staff;
    }
  }

  /** Let everything stand still (a fire drill), or go on. */
  record Suspend(boolean on) implements Verb {
    @Override
    public String toString() {
      return on ? "suspend" : "resume";
    }
  }

  /**
   * A key of the pad at a counter, or something typed or scanned there.
   *
   * @param object what the key is about, spelled without blanks; empty for the keys of the pad
   */
  record AtCounter(Key key, int counter, String object) implements Verb {
    /** A key of the pad. */
    public AtCounter(Key key, int counter) {
      this(key, counter, "");
    }

    @Override
    public String toString() {
      return key.word() + " " + counter + (object.isEmpty() ? "" : " " + object);
    }
  }

  /** What can be done at a counter. */
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
    SUPERVISOR,
    /** The customer finished here last was satisfied: 满意. */
    RATE_GOOD,
    /** Fairly satisfied: 基本满意. */
    RATE_FAIR,
    /** Not satisfied: 不满意. */
    RATE_POOR,
    /** The one in hand has lost slip or token; licence and signature do. */
    LOST_SLIP,
    /** Whoever is signed on here leaves. */
    SIGN_OFF,
    /** Put the one in hand, or a missed or held one by its number, back in line. */
    BACK("[NUMBER]"),
    /** Call a number out of its turn. */
    CALL("NUMBER"),
    /** Send the one in hand to wait at another stage. */
    TRANSFER("STAGE"),
    /** Give a number to somebody who is inside already. */
    ISSUE("SERVICE"),
    /** Give a number that enters the line later today. */
    BOOK("SERVICE@HH:MM"),
    /** The token handed out to the one in hand. */
    BIND("TOKEN"),
    /** The token the one in hand shows. */
    MATCH("TOKEN"),
    SIGN_ON("STAFF");

    private final String object;

    Key() {
      this("");
    }

    Key(String object) {
      this.object = object;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has to be said with it, so that a mere button cannot mean it; empty for nothing. */
    public String object() {
      return object;
    }

    /** Whether it is a key of the pad, which needs no words. */
    public boolean bare() {
      return object.isEmpty() || object.startsWith("[");
    }

    boolean takes(String said) {
      return said.isEmpty() ? bare() : !object.isEmpty();
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
      case "priority" -> new Priority(only(parts, "priority GROUP"));
      case "for" -> new ForStaff(only(parts, "for STAFF"));
      case "assist", "suspend", "resume" -> alone(parts);
      default -> atCounter(parts);
    };
  }

  private static String only(String[] parts, String expected) {
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected: " + expected);
    }
    return parts[1];
  }

  private static Verb alone(String[] parts) {
    if (parts.length != 1) {
      throw new IllegalArgumentException("expected: " + parts[0]);
    }
    return parts[0].equals("assist") ? new Assist() : new Suspend(parts[0].equals("suspend"));
  }

  private static Verb atCounter(String[] parts) {
    Key key = key(parts[0]);
    String said = parts.length == 3 ? parts[2] : "";
    boolean counted = parts.length > 1 && parts[1].matches("[1-9]\\d?");
    if (!counted || parts.length > 3 || !key.takes(said)) {
      String about = key.object().isEmpty() ? "" : " " + key.object();
      throw new IllegalArgumentException(
          "expected: " + parts[0] + " COUNTER" + about + ", a number 1-99");
    }
    return new AtCounter(key, Integer.parseInt(parts[1]), said);
  }

  private static Key key(String word) {
    return Stream.of(Key.values())
        .filter(key -> key.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(everyVerb()));
  }

  private static String everyVerb() {
    String keys =
        Arrays.stream(Key.values())
            .map(key -> key.word() + (key.object().isEmpty() ? "" : " … " + key.object()))
            .collect(Collectors.joining(", "));
    return "expected one of: take SERVICE, language CODE, assist, priority GROUP, for STAFF,"
        + " suspend, resume, or with a counter's number: "
        + keys;
  }
}
