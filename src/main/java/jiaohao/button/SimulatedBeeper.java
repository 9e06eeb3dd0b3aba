package jiaohao.button;

/** A beeper that counts. Any thread may use it. */
public final class SimulatedBeeper implements Beeper {
  private boolean sounding;
  private int beeps;

  @Override
  public synchronized void sound(boolean on) {
    beeps += on && !sounding ? 1 : 0;
    sounding = on;
  }

  /** How often it has begun to sound. */
  public synchronized int beeps() {
    return beeps;
  }

  public synchronized boolean sounding() {
    return sounding;
  }

  @Override
  public void close() {
    sound(false);
  }
}
