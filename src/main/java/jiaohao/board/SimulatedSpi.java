package jiaohao.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A bus with a chain of simulated MAX7219. Bytes are shifted through the chain as on the wire and
 * latched when chip select rises, so a frame that is too short, too long or in the wrong order
 * shows as it would on a real board. Any thread may use it.
 */
public final class SimulatedSpi implements Spi {
  private final List<SimulatedChip> chips = new ArrayList<>();
  private final Random random;
  private boolean dead;
  private long frames;

  /**
   * A chain that has just got its power: blank.
   *
   * @param seed of the glitches
   */
  public SimulatedSpi(int chips, long seed) {
    for (int chip = 0; chip < chips; chip++) {
      this.chips.add(new SimulatedChip());
    }
    random = new Random(seed);
  }

  @Override
  public synchronized void transfer(byte[] frame) throws IOException {
    if (dead) {
      throw new IOException("模拟叫号屏不通 / the simulated board does not answer");
    }
    for (byte next : frame) {
      int carried = next & 0xFF;
      for (SimulatedChip chip : chips) {
        carried = chip.shift(carried);
      }
    }
    chips.forEach(SimulatedChip::latch);
    frames++;
  }

  /** Frames taken so far. */
  public synchronized long frames() {
    return frames;
  }

  /** A chip per entry, the nearest first: its characters, trimmed; blinking ones as when lit. */
  public synchronized List<String> text() {
    return chips.stream().map(SimulatedChip::text).toList();
  }

  /**
   * What is lit at this moment, a chip per entry, the nearest first: eight bytes from left to right
   * with the decimal point in bit 7 and segments A to G in bits 6 to 0.
   */
  public synchronized List<byte[]> segments() {
    return chips.stream().map(SimulatedChip::lit).toList();
  }

  /** Each chip's eight digit registers as they light up, the nearest chip first. */
  synchronized int[][] registers(boolean blinkingLit) {
    return chips.stream().map(chip -> chip.registers(blinkingLit)).toArray(int[][]::new);
  }

  /** A power dip or noise: random registers of every chip get random content. */
  public synchronized void glitch() {
    for (SimulatedChip chip : chips) {
      chip.glitch(random);
    }
  }

  /** From now on the bus refuses every frame, or takes them again. */
  public synchronized void dead(boolean refuses) {
    dead = refuses;
  }

  @Override
  public void close() {
    // The chips go on showing what they have, as real ones do.
  }
}
