package jiaohao.voice;

import java.time.LocalTime;
import jiaohao.config.DeviceFile;

/** How loud it is at which time of day. */
record Volume(DeviceFile.Voice voice) {
  /**
   * What samples are multiplied by. Halves in per cent sound like halves: 50 is a quarter of the
   * amplitude, 12 dB less.
   */
  double gain(LocalTime time) {
    double part = percent(time) / 100.0;
    return part * part;
  }

  private int percent(LocalTime time) {
    return voice.quiet().stream()
        .filter(quiet -> within(time, quiet))
        .mapToInt(DeviceFile.Quiet::volume)
        .findFirst()
        .orElse(voice.volume());
  }

  /** Quiet hours may go over midnight. */
  private static boolean within(LocalTime time, DeviceFile.Quiet quiet) {
    boolean begun = !time.isBefore(quiet.from());
    boolean on = time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? begun && on : begun || on;
  }
}
