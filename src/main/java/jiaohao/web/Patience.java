package jiaohao.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long somebody must wait after wrong passwords: not at all for a few, then twice as long each
 * time. Counted by name and by address, so that neither many names from one place nor many places
 * against one name get far. Any thread may use it.
 */
public final class Patience {
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 20_000;

  private record Failures(int count, long lastNanos) {}

  private final LongSupplier nanos;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /** {@code nanos}: a clock that never goes back. */
  public Patience(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** How long to wait before any of these keys is tried again; empty for not at all. */
  public synchronized Optional<Duration> left(String... keys) {
    Duration most = Duration.ZERO;
    for (String key : keys) {
      Duration left = left(key);
      most = left.compareTo(most) > 0 ? left : most;
    }
    return most.isZero() ? Optional.empty() : Optional.of(most);
  }

  private Duration left(String key) {
    Failures failed = failures.get(key);
    if (failed == null || failed.count() < FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failed.count() - FREE, 20);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    Duration capped = wait.compareTo(MOST) > 0 ? MOST : wait;
    Duration left = capped.minusNanos(nanos.getAsLong() - failed.lastNanos());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** One more wrong word, under each of these keys. */
  public synchronized void failed(String... keys) {
    for (String key : keys) {
      int before = failures.containsKey(key) ? failures.get(key).count() : 0;
      failures.put(key, new Failures(before + 1, nanos.getAsLong()));
    }
  }

  /** The right word: what was before is forgotten. */
  public synchronized void succeeded(String... keys) {
    for (String key : keys) {
      failures.remove(key);
    }
  }
}
