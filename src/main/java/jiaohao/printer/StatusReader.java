package jiaohao.printer;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells the replies of a printer apart by the fixed bits of their first byte (Epson manual,
 * "identification of transmission status"): {@code (b & 93h) == 10h} automatic status, {@code (b &
 * 90h) == 00h} GS r, {@code (b & 93h) == 12h} DLE EOT, {@code 37h} or {@code 5Fh} … {@code 00h} a
 * block, {@code 11h} and {@code 13h} XON and XOFF.
 */
final class StatusReader {
  /** A reply of several bytes that stops for so long is lost, and what follows is a new one. */
  private static final long BROKEN_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int LONGEST_BLOCK = 80;

  private final int[] automatic = new int[4];
  private final StringBuilder block = new StringBuilder();
  private int automaticLength;
  private long heardNanos;

  /** The reply that {@code next} completes, if it does. */
  Optional<Reply> read(byte next, long nanos) {
    if (nanos - heardNanos > BROKEN_OFF_NANOS) {
      automaticLength = 0;
      block.setLength(0);
    }
    heardNanos = nanos;
    int bits = next & 0xFF;
    if (bits == 0x11 || bits == 0x13) {
      return Optional.of(new Reply.Flow(bits == 0x11));
    }
    return block.isEmpty() ? outsideBlock(bits) : insideBlock(bits);
  }

  private Optional<Reply> insideBlock(int bits) {
    block.append((char) bits);
    if (bits != 0x00) {
      if (block.length() > LONGEST_BLOCK) {
        block.setLength(0);
      }
      return Optional.empty();
    }
    String whole = block.toString();
    block.setLength(0);
    return Optional.of(
        whole.startsWith("7\"") && whole.length() == 7
            ? new Reply.ProcessId(whole.substring(2, 6))
            : new Reply.Block());
  }

  private Optional<Reply> outsideBlock(int bits) {
    if (bits == 0x37 || bits == 0x5F) {
      block.append((char) bits);
      return Optional.empty();
    }
    // Bit 7 of the first DLE EOT answer is "ticket not yet torn away" on a KP-628.
    if ((bits & 0x13) == 0x12) {
      return Optional.of(new Reply.RealTime(bits));
    }
    if ((bits & 0x93) == 0x10) {
      automaticLength = 0;
      return automatic(bits);
    }
    if ((bits & 0x90) != 0x00) {
      return Optional.empty(); // noise
    }
    return automaticLength > 0 ? automatic(bits) : Optional.of(new Reply.Paper(bits));
  }

  private Optional<Reply> automatic(int bits) {
    automatic[automaticLength++] = bits;
    if (automaticLength < automatic.length) {
      return Optional.empty();
    }
    automaticLength = 0;
    return Optional.of(new Reply.Automatic(automatic[0], automatic[1], automatic[2]));
  }
}
