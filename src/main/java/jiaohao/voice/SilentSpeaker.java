package jiaohao.voice;

import java.util.function.BooleanSupplier;

/** A hall without sound. */
public final class SilentSpeaker implements Speaker {
  @Override
  public void speak(Announcement announcement, BooleanSupplier brokenOff) {
    // Meant to be silent: output = "off".
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
