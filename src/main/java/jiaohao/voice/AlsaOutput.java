package jiaohao.voice;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import jiaohao.health.Fault;

/** A sound card, by one run of aplay for each piece. */
final class AlsaOutput implements SoundOutput {
  private static final String PLAYER = "aplay";

  /** How much longer than the piece itself its playing may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Enough for a card to be opened and to complain. */
  private static final int TRIAL_MILLIS = 60;

  private final List<String> command;

  private AlsaOutput(String player, String device) {
    command =
        List.of(
            player,
            "-q",
            "-D",
            device,
            "-t",
            "raw",
            "-f",
            "S16_LE",
            "-r",
            "" + Pcm.RATE,
            "-c1",
            "-");
  }

  /**
   * A card by its ALSA name, tried with a moment of silence.
   *
   * @throws IOException when there is no player, or no such card
   */
  static AlsaOutput open(String device) throws IOException {
    return open(PLAYER, device);
  }

  static AlsaOutput open(String player, String device) throws IOException {
    if (!Tool.available(player)) {
      throw new VoiceException(
          Fault.VOICE_NO_PLAYER,
          Fault.VOICE_NO_PLAYER.remedy("zh") + " / " + Fault.VOICE_NO_PLAYER.remedy("en"));
    }
    AlsaOutput output = new AlsaOutput(player, device);
    output.play(new short[Pcm.samples(TRIAL_MILLIS)], () -> false);
    return output;
  }

  @Override
  public void play(short[] sound, BooleanSupplier brokenOff) throws IOException {
    Duration lasts = Duration.ofMillis(1000L * sound.length / Pcm.RATE);
    try {
      Tool.run(command, Pcm.bytes(sound), lasts.plus(PATIENCE), brokenOff);
    } catch (InterruptedIOException stopping) {
      throw stopping;
    } catch (IOException mute) {
      throw new IOException(
          mute.getMessage()
              + "; 用 aplay -L 查看设备名,改设备文件 [voice] output"
              + " / aplay -L lists the names for output in the device file's [voice]",
          mute);
    }
  }
}
