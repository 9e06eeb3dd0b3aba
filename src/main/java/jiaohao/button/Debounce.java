package jiaohao.button;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one button's edges mean. Pure: time is handed in, in monotonic nanoseconds, and what
 * happened is returned.
 *
 * <p>A contact counts once it has kept its level for 25 ms. A button without a held meaning acts
 * when the press counts. One with a held meaning acts when it is released, or while still down once
 * the press has lasted 1.5 s. For 300 ms after a button acted, further presses are the same
 * impatient finger: they mean nothing, whatever their length, and each starts the 300 ms anew. The
 * first level heard is how the line was found: if down, it means nothing until it is released.
 */
public final class Debounce {
  /** A level counts after this long without an edge; contacts bounce for 20–30 ms at worst. */
  public static final Duration SETTLE = Duration.ofMillis(25);

  /** Presses this soon after the button acted are a double press. */
  public static final Duration LOCK_OUT = Duration.ofMillis(300);

  /** From here on a press is a held one. */
  public static final Duration HELD = Duration.ofMillis(1500);

  /** A button down for longer is stuck, or its wires touch. */
  public static final Duration STUCK = Duration.ofSeconds(60);

  private static final long SETTLE_NANOS = SETTLE.toNanos();
  private static final long LOCK_OUT_NANOS = LOCK_OUT.toNanos();
  private static final long STUCK_NANOS = STUCK.toNanos();

  /** Reckoned from the last bounce, but a finger's time runs from the first. */
  private static final long HELD_NANOS = HELD.minus(SETTLE).toNanos();

  /** What a button has done. */
  public enum Happening {
    SHORT,
    HELD,
    /** Down for 60 s. */
    STUCK,
    /** Released after being stuck. */
    FREED
  }

  private final boolean heldMeansSomething;
  private boolean heard;
  private long now;
  private boolean level;
  private long levelSince;
  private boolean down;
  private long downSince;
  private boolean undecided;
  private boolean stuck;
  private boolean locked;
  private long lockedSince;

  /**
   * A button not heard of yet.
   *
   * @param heldMeansSomething the button has a held meaning
   */
  public Debounce(boolean heldMeansSomething) {
    this.heldMeansSomething = heldMeansSomething;
  }

  /**
   * An edge, or the level found at start.
   *
   * @param pressed the level after it
   * @param nanos when; a time before one handed in already is taken as that one
   */
  public List<Happening> onEdge(boolean pressed, long nanos) {
    List<Happening> happenings = onTime(nanos);
    if (!heard) {
      heard = true;
      level = pressed;
      levelSince = now;
      down = pressed;
      downSince = now;
    } else if (pressed != level) {
      level = pressed;
      levelSince = now;
    }
    return happenings;
  }

  /** Time has passed; in order, everything that fell due meanwhile. */
  public List<Happening> onTime(long nanos) {
    List<Happening> happenings = new ArrayList<>();
    OptionalLong due = nextDue();
    while (due.isPresent() && due.getAsLong() - nanos <= 0) {
      now = due.getAsLong();
      decide(happenings);
      due = nextDue();
    }
    if (!heard || nanos - now > 0) {
      now = nanos;
    }
    return happenings;
  }

  /** When {@link #onTime} is wanted next, unless an edge comes before. */
  public OptionalLong nextDue() {
    if (!heard) {
      return OptionalLong.empty();
    }
    if (level != down) {
      return OptionalLong.of(levelSince + SETTLE_NANOS);
    }
    if (undecided && heldMeansSomething) {
      return OptionalLong.of(heldDue());
    }
    return down && !stuck ? OptionalLong.of(downSince + STUCK_NANOS) : OptionalLong.empty();
  }

  /** If the line flickers just then, it must first have settled. */
  private long heldDue() {
    long held = downSince + HELD_NANOS;
    long settled = levelSince + SETTLE_NANOS;
    return held - settled > 0 ? held : settled;
  }

  private void decide(List<Happening> happenings) {
    if (level != down) {
      down = level;
      if (down) {
        press(happenings);
      } else {
        release(happenings);
      }
    } else if (undecided) {
      act(Happening.HELD, happenings);
    } else {
      stuck = true;
      happenings.add(Happening.STUCK);
    }
  }

  private void press(List<Happening> happenings) {
    downSince = levelSince;
    if (locked && downSince - lockedSince < LOCK_OUT_NANOS) {
      lockedSince = now;
    } else if (heldMeansSomething) {
      undecided = true;
    } else {
      act(Happening.SHORT, happenings);
    }
  }

  private void release(List<Happening> happenings) {
    if (undecided) {
      act(Happening.SHORT, happenings);
    }
    if (stuck) {
      stuck = false;
      happenings.add(Happening.FREED);
    }
  }

  private void act(Happening happening, List<Happening> happenings) {
    undecided = false;
    locked = true;
    lockedSince = now;
    happenings.add(happening);
  }
}
