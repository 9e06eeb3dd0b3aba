package jiaohao.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the subset of ESC/POS that {@link EscPos} writes, and the rest of the safe subset, byte by
 * byte as a printer does.
 */
final class EscPosReader {
  private byte[] pending = new byte[64];
  private int length;
  private boolean chinese;

  /** All commands in {@code bytes}; a last one that is cut short is left out. */
  static List<EscPosCommand> readAll(byte[] bytes) {
    EscPosReader reader = new EscPosReader();
    List<EscPosCommand> commands = new ArrayList<>();
    for (byte one : bytes) {
      reader.read(one).ifPresent(commands::add);
    }
    return commands;
  }

  /** The command that {@code next} completes, if it does. */
  Optional<EscPosCommand> read(byte next) {
    if (length == pending.length) {
      pending = Arrays.copyOf(pending, 2 * length);
    }
    pending[length++] = next;
    if (length < wanted()) {
      return Optional.empty();
    }
    EscPosCommand command = command();
    length = 0;
    if (command instanceof EscPosCommand.Chinese mode) {
      chinese = mode.on();
    } else if (command instanceof EscPosCommand.Initialize) {
      chinese = false;
    }
    return Optional.of(command);
  }

  /** Forgets a command begun and every mode. */
  void reset() {
    length = 0;
    chinese = false;
  }

  /** Length of the command that begins in {@code pending}, or more than there is if unknown yet. */
  private int wanted() {
    return switch (at(0)) {
      case 0x10 -> realTimeLength();
      case 0x1B -> afterTwo(at(1) == 0x40 || at(1) == 0x69 ? 2 : 3);
      case 0x1C -> afterTwo(at(1) == 0x70 ? 4 : 2);
      case 0x1D -> groupLength();
      default -> letterLength();
    };
  }

  private int realTimeLength() {
    return switch (at(1)) {
      case 0x04, 0x05 -> 3;
      case 0x14 -> length < 3 ? 3 : at(2) == 0x08 ? 10 : 5;
      default -> 2;
    };
  }

  private int groupLength() {
    return switch (at(1)) {
      case 0x28 -> length < 5 ? 5 : 5 + at(3) + 256 * at(4);
      case 0x56 -> length < 3 ? 3 : at(2) >= 0x41 ? 4 : 3;
      case 0x76 -> length < 8 ? 8 : 8 + (at(4) + 256 * at(5)) * (at(6) + 256 * at(7));
      default -> 3;
    };
  }

  private int afterTwo(int known) {
    return length < 2 ? 2 : known;
  }

  private int letterLength() {
    if (!chinese || at(0) < 0x81) {
      return 1;
    }
    return length < 2 ? 2 : at(1) >= 0x30 && at(1) <= 0x39 ? 4 : 2;
  }

  private EscPosCommand command() {
    return switch (at(0)) {
      case 0x0A -> new EscPosCommand.LineFeed();
      case 0x10 -> realTime();
      case 0x1B -> escape();
      case 0x1C -> fileSeparator();
      case 0x1D -> group();
      default -> at(0) < 0x20 ? unknown() : letter();
    };
  }

  private EscPosCommand letter() {
    return new EscPosCommand.Letter(
        chinese
            ? new String(pending, 0, length, EscPos.CHARSET)
            : new String(pending, 0, length, StandardCharsets.ISO_8859_1));
  }

  private EscPosCommand realTime() {
    if (at(1) == 0x04 && at(2) >= 1 && at(2) <= 4) {
      return new EscPosCommand.AskStatus(at(2));
    }
    if (at(1) == 0x05 && at(2) == 2) {
      return new EscPosCommand.RecoverAndClear();
    }
    return at(1) == 0x14 && at(2) == 0x08 ? new EscPosCommand.ClearBuffer() : unknown();
  }

  private EscPosCommand escape() {
    return switch (at(1)) {
      case 0x40 -> new EscPosCommand.Initialize();
      case 0x45 -> new EscPosCommand.Bold((at(2) & 1) == 1);
      case 0x4A -> new EscPosCommand.FeedDots(at(2));
      case 0x61 -> new EscPosCommand.Align(Alignment.of(at(2)));
      case 0x64 -> new EscPosCommand.FeedLines(at(2));
      case 0x69 -> new EscPosCommand.Cut(false);
      default -> unknown();
    };
  }

  private EscPosCommand fileSeparator() {
    return switch (at(1)) {
      case 0x26 -> new EscPosCommand.Chinese(true);
      case 0x2E -> new EscPosCommand.Chinese(false);
      case 0x70 -> new EscPosCommand.StoredPicture(at(2));
      default -> unknown();
    };
  }

  private EscPosCommand group() {
    return switch (at(1)) {
      case 0x21 -> new EscPosCommand.Size((at(2) >> 4 & 7) + 1, (at(2) & 7) + 1);
      case 0x28 -> extended();
      case 0x56 -> new EscPosCommand.Cut(at(2) >= 0x41);
      case 0x61 -> new EscPosCommand.ReportChanges(at(2));
      case 0x72 -> new EscPosCommand.AskPaper();
      case 0x76 -> new EscPosCommand.Raster(at(4) + 256 * at(5), at(6) + 256 * at(7), from(8));
      default -> unknown();
    };
  }

  private EscPosCommand extended() {
    if (at(2) == 0x48 && length == 11 && at(5) == 0x30) {
      return new EscPosCommand.ProcessId(from(7));
    }
    if (at(2) != 0x6B || length < 8 || at(5) != 0x31) {
      return unknown();
    }
    return switch (at(6)) {
      case 0x43 -> new EscPosCommand.QrModule(at(7));
      case 0x45 -> new EscPosCommand.QrCorrection("LMQH".charAt(at(7) & 3));
      case 0x50 -> new EscPosCommand.QrStore(from(8));
      case 0x51 -> new EscPosCommand.QrPrint();
      default -> unknown();
    };
  }

  private EscPosCommand unknown() {
    return new EscPosCommand.Unknown(from(0));
  }

  private byte[] from(int index) {
    return Arrays.copyOfRange(pending, index, length);
  }

  private int at(int index) {
    return index < length ? pending[index] & 0xFF : -1;
  }
}
