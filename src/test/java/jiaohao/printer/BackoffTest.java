package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void aPortIsTriedAgainLessAndLessOften() {
    Backoff backoff = Backoff.NONE;
    assertEquals(Duration.ZERO, backoff.delay());
    assertEquals(Duration.ofMillis(500), backoff.failed().delay());
    assertEquals(Duration.ofSeconds(1), backoff.failed().failed().delay());
    assertEquals(Duration.ofSeconds(5), new Backoff(1_000_000).delay());
  }
}
