package jiaohao.printer;

import java.util.Locale;
import java.util.Optional;

/** What may be the matter with the simulated printer. */
public enum Trouble {
  NONE,
  /** The roll has run out; paper in the printer ends in mid-slip. */
  PAPER_END,
  NEAR_END,
  COVER,
  OFFLINE,
  /** The next cut sticks. */
  CUTTER,
  /** The head is too hot. */
  ERROR,
  /** Prints, but no longer says a word. */
  SILENT;

  /** As the bench spells it: "paper-end". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The trouble the bench means; empty if there is none such. */
  public static Optional<Trouble> of(String code) {
    for (Trouble trouble : values()) {
      if (trouble.code().equals(code)) {
        return Optional.of(trouble);
      }
    }
    return Optional.empty();
  }

  boolean stops() {
    return this == PAPER_END || this == COVER || this == OFFLINE || this == ERROR;
  }

  /** Reported as "offline" beside what it is. */
  boolean offline() {
    return stops() || this == CUTTER;
  }

  /** The answer to DLE EOT {@code number}: bits as in the Epson manual, 12h always set. */
  int realTimeStatus(int number) {
    int bits =
        switch (number) {
          case 1 -> offline() ? 0x08 : 0;
          case 2 ->
              (this == COVER ? 0x04 : 0)
                  | (this == PAPER_END ? 0x20 : 0)
                  | (this == CUTTER || this == ERROR ? 0x40 : 0);
          case 3 -> (this == CUTTER ? 0x08 : 0) | (this == ERROR ? 0x40 : 0);
          default -> (this == NEAR_END ? 0x0C : 0) | (this == PAPER_END ? 0x6C : 0);
        };
    return 0x12 | bits;
  }

  /** The four bytes that GS a makes the printer send: bits as in the Epson manual. */
  int[] automaticStatus() {
    return new int[] {
      0x10 | (offline() ? 0x08 : 0) | (this == COVER ? 0x20 : 0),
      (this == CUTTER ? 0x08 : 0) | (this == ERROR ? 0x40 : 0),
      paperStatus(),
      0x0F
    };
  }

  /** The answer to GS r 1. */
  int paperStatus() {
    return (this == NEAR_END ? 0x03 : 0) | (this == PAPER_END ? 0x0F : 0);
  }
}
