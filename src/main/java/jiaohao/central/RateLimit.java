package jiaohao.central;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many requests an address may make at once, and so many more each second: a bucket for each,
 * the least recently used ones forgotten. Any thread may use it.
 */
final class RateLimit {
  private static final int MOST_ADDRESSES = 10_000;

  private final int atOnce;
  private final double perSecond;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Bucket(double left, long atNanos) {}

  /**
   * @param atOnce requests that are answered however fast they come
   * @param perSecond those that may follow
   * @param nanos a clock that never goes back
   */
  RateLimit(int atOnce, double perSecond, LongSupplier nanos) {
    this.atOnce = atOnce;
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  /** Whether this address may ask now; counts it, if so. */
  synchronized boolean allows(String address) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.getOrDefault(address, new Bucket(atOnce, now));
    double seconds = (double) (now - bucket.atNanos()) / Duration.ofSeconds(1).toNanos();
    double left = Math.min(atOnce, bucket.left() + seconds * perSecond);
    boolean allowed = left >= 1;
    buckets.put(address, new Bucket(allowed ? left - 1 : left, now));
    return allowed;
  }
}
