package jiaohao.button;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Debounce.Happening;
import org.junit.jupiter.api.Test;

/** Ten thousand presses of worn contacts, against what the fingers really did. */
class BounceStormTest {
  private static final int PRESSES = 10_000;
  private static final long MICROS = TimeUnit.MICROSECONDS.toNanos(1);

  private final List<Happening> happened = new ArrayList<>();
  private Random random = new Random(0);
  private Debounce button = new Debounce(false);
  private long now;

  @Test
  void everyPressIsOneGesture() {
    for (long seed = 1; seed <= 5; seed++) {
      begin(seed, false);
      List<Happening> meant = new ArrayList<>();
      for (int press = 0; press < PRESSES; press++) {
        press(40 + random.nextInt(800));
        meant.add(Happening.SHORT);
        rest(400 + random.nextInt(3000));
      }
      assertEquals(meant, happened, "seed " + seed);
    }
  }

  @Test
  void shortAndHeldAreToldApartOncePerPress() {
    for (long seed = 1; seed <= 5; seed++) {
      begin(seed, true);
      List<Happening> meant = new ArrayList<>();
      for (int press = 0; press < PRESSES; press++) {
        boolean held = random.nextBoolean();
        press(held ? 1500 + random.nextInt(3000) : 40 + random.nextInt(1350));
        meant.add(held ? Happening.HELD : Happening.SHORT);
        rest(400 + random.nextInt(3000));
      }
      assertEquals(meant, happened, "seed " + seed);
    }
  }

  @Test
  void hammeringInsideTheLockOutIsOneGesture() {
    for (long seed = 1; seed <= 5; seed++) {
      begin(seed, seed % 2 == 0);
      List<Happening> meant = new ArrayList<>();
      for (int burst = 0; burst < PRESSES / 4; burst++) {
        for (int press = random.nextInt(4); press >= 0; press--) {
          press(50 + random.nextInt(80));
          rest(30 + random.nextInt(70));
        }
        meant.add(Happening.SHORT);
        rest(400 + random.nextInt(2000));
      }
      assertEquals(meant, happened, "seed " + seed);
    }
  }

  @Test
  void sparksOnTheCableAreNoPresses() {
    begin(7, false);
    for (int spark = 0; spark < PRESSES; spark++) {
      edge(true);
      now += random.nextLong(20_000 * MICROS);
      edge(false);
      rest(30 + random.nextInt(500));
    }
    assertEquals(List.of(), happened, "seed 7");
  }

  private void begin(long seed, boolean heldMeansSomething) {
    random = new Random(seed);
    button = new Debounce(heldMeansSomething);
    happened.clear();
    now = random.nextLong();
    edge(false);
    rest(50);
  }

  /** The finger is down for this long, bounces at both ends not counted in. */
  private void press(long millis) {
    bounce(true);
    rest(millis);
    bounce(false);
    rest(26);
  }

  private void bounce(boolean pressed) {
    edge(pressed);
    for (int bounces = random.nextInt(12); bounces > 0; bounces--) {
      now += random.nextLong(3_000 * MICROS);
      edge(!pressed);
      now += random.nextLong(3_000 * MICROS);
      edge(pressed);
    }
  }

  private void edge(boolean pressed) {
    happened.addAll(button.onEdge(pressed, now));
  }

  /** Time passes; somebody may look meanwhile, at any moment or exactly when told to. */
  private void rest(long millis) {
    long until = now + TimeUnit.MILLISECONDS.toNanos(millis);
    while (random.nextInt(3) > 0) {
      long look = now + random.nextLong(until - now);
      happened.addAll(button.onTime(look));
    }
    long due = button.nextDue().orElse(until);
    if (random.nextBoolean() && due - until < 0) {
      happened.addAll(button.onTime(due));
    }
    now = until;
    if (random.nextBoolean()) {
      happened.addAll(button.onTime(now));
    }
  }
}
