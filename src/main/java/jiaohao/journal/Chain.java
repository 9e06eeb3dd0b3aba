package jiaohao.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that ties each event to all before it: lower-case hex SHA-256 over the previous event's
 * hash as text (empty for the first) and the stored bytes. One thread uses it.
 */
final class Chain {
  /** What stands before the first event. */
  static final String START = "";

  private final MessageDigest sha256;

  Chain() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String next(String previousHash, byte[] storedBytes) {
    sha256.update(previousHash.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(sha256.digest(storedBytes));
  }
}
