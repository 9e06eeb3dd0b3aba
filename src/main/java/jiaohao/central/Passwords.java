package jiaohao.central;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: salted and stretched, so that a stolen file is of little use. 600 000
 * rounds of PBKDF2 with HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet asks for (2023).
 */
final class Passwords {
  static final int LEAST_LENGTH = 10;

  private static final int ROUNDS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final String NOBODYS = kept("".toCharArray());

  private Passwords() {}

  /** The words {@code ROUNDS:SALT:HASH}; empties the password. */
  static String kept(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    HexFormat hex = HexFormat.of();
    String words =
        ROUNDS + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash(password, salt, ROUNDS));
    Arrays.fill(password, ' ');
    return words;
  }

  /** Whether a password is the one that was kept. Takes as long whatever differs. */
  static boolean matches(char[] password, String kept) {
    List<String> parts = List.of(kept.split(":", -1));
    HexFormat hex = HexFormat.of();
    byte[] expected = hex.parseHex(parts.get(2));
    byte[] actual = hash(password, hex.parseHex(parts.get(1)), Integer.parseInt(parts.get(0)));
    Arrays.fill(password, ' ');
    return MessageDigest.isEqual(expected, actual);
  }

  /** Takes as long as if there were somebody of that name. */
  static void compareWithNobodys(char[] password) {
    var _ = matches(password, NOBODYS);
  }

  private static byte[] hash(char[] password, byte[] salt, int rounds) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
      try {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(spec)
            .getEncoded();
      } finally {
        spec.clearPassword();
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has PBKDF2", impossible);
    }
  }
}
