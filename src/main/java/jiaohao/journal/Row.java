package jiaohao.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jiaohao.hall.Fact;
import jiaohao.journal.EventJson.Decoded;

/**
 * A fact as it stands in the journal.
 *
 * @param journal the name of the journal it stands in
 * @param seq from 1, no gaps
 * @param body the stored line, without its hash; its UTF-8 is what the hash is taken over
 * @param hash 64 hexadecimal digits
 */
public record Row(UUID journal, long seq, Fact fact, String body, String hash) {
  static final String BEFORE_HASH = ",\"hash\":\"";
  static final String AFTER_HASH = "\"}";
  private static final int HASH_LENGTH = 64;
  static final int TAIL_LENGTH = BEFORE_HASH.length() + HASH_LENGTH + AFTER_HASH.length();

  /** The line as exported and sent: the stored one with {@code ,"hash":"…"} before its last }. */
  public String exported() {
    return body.substring(0, body.length() - 1) + tail(hash);
  }

  /** What stands in an exported line instead of the stored line's last brace. */
  static String tail(String hash) {
    return BEFORE_HASH + hash + AFTER_HASH;
  }

  /**
   * Reads an exported line. That its hash is right is for the chain to tell, not for one line.
   *
   * @throws EventFormatException when it is none
   */
  public static Row ofExported(String line) {
    int tail = line.length() - TAIL_LENGTH;
    if (tail < 1 || !line.startsWith(BEFORE_HASH, tail) || !line.endsWith(AFTER_HASH)) {
      throw new EventFormatException(
          "a line does not end in its hash; take it from journal export or from the centre");
    }
    int hashAt = tail + BEFORE_HASH.length();
    String body = line.substring(0, tail) + "}";
    Decoded decoded = EventJson.decode(body);
    String hash = line.substring(hashAt, hashAt + HASH_LENGTH);
    return new Row(decoded.journal(), decoded.seq(), decoded.fact(), body, hash);
  }

  /**
   * Whether its hash is the one that this row must have after a given one.
   *
   * @param previousHash of the event before; empty for the first
   */
  public boolean follows(String previousHash) {
    return new Chain().next(previousHash, utf8(body)).equals(hash);
  }

  static byte[] utf8(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
