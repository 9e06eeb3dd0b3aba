package jiaohao.voice;

import java.io.IOException;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;

/** Opens the speaker that the device file describes. */
public final class Speakers {
  private Speakers() {}

  /**
   * Opens a speaker; a simulated one takes its time.
   *
   * @throws IOException when there is no driver for such an output yet
   */
  public static Speaker open(DeviceFile.Voice voice, Clock clock) throws IOException {
    return switch (voice.output()) {
      case "off" -> new SilentSpeaker();
      case DeviceFile.SIMULATED -> SimulatedSpeaker.paced(clock);
      default ->
          throw new IOException(
              "voice: output = \""
                  + voice.output()
                  + "\" 尚不支持 / is not yet supported; use \"off\"");
    };
  }
}
