package jiaohao.kiosk;

import java.security.SecureRandom;

/**
 * Unguessable words that tickets are found by: 13 letters and digits, 65 random bits, all of QR's
 * alphanumeric set and none that people confuse (no I, L, O, U; Crockford's base 32).
 */
final class References {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 13;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder word = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }
}
