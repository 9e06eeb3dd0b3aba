package jiaohao.central;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who is logged in. A session is known by 256 random bits that only its browser has; here lies
 * their hash. It ends when it is left, after an hour without use, and in any case after a day. Any
 * thread may use it.
 */
final class Sessions {
  private static final long UNUSED_NANOS = Duration.ofHours(1).toNanos();
  private static final long LONGEST_NANOS = Duration.ofHours(24).toNanos();

  /**
   * Somebody at a browser.
   *
   * @param proof that a request comes from a page of ours, which alone can read it
   */
  record Session(StaffFile.Person person, String proof, long begunNanos, long usedNanos) {
    Session used(long now) {
      return new Session(person, proof, begunNanos, now);
    }
  }

  /** A session that has just begun; the token is told to nobody but the browser. */
  record Begun(String token, Session session) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Sessions(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Always with a token of its own, whatever the browser had before. */
  Begun begin(StaffFile.Person person) {
    long now = nanos.getAsLong();
    sessions.values().removeIf(session -> over(session, now));
    Session session = new Session(person, word(), now, now);
    String token = word();
    sessions.put(hash(token), session);
    return new Begun(token, session);
  }

  Optional<Session> find(String token) {
    long now = nanos.getAsLong();
    Session session =
        sessions.computeIfPresent(
            hash(token), (key, found) -> over(found, now) ? null : found.used(now));
    return Optional.ofNullable(session);
  }

  void end(String token) {
    sessions.remove(hash(token));
  }

  private static boolean over(Session session, long now) {
    return now - session.usedNanos() >= UNUSED_NANOS || now - session.begunNanos() >= LONGEST_NANOS;
  }

  private String word() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static String hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
