package jiaohao.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import org.tinylog.Logger;

/** Opens the speaker that the device file describes. */
public final class Speakers {
  private static final String ALSA = "alsa:";
  private static final String FILES = "file:";

  private Speakers() {}

  /**
   * Opens a speaker; a simulated one takes its time. A real one has every clip of the script at
   * hand then, which takes seconds where they must be made first.
   *
   * @throws IOException when its output cannot be had
   */
  public static Speaker open(DeviceFile.Voice voice, Script script, Clock clock)
      throws IOException {
    return switch (voice.output()) {
      case "off" -> new SilentSpeaker();
      case DeviceFile.SIMULATED -> SimulatedSpeaker.paced(clock);
      default -> {
        SoundOutput output = output(voice.output(), script, clock);
        yield new MixingSpeaker(bank(voice, script), output, new Volume(voice), clock, script);
      }
    };
  }

  private static SoundOutput output(String output, Script script, Clock clock) throws IOException {
    return output.startsWith(FILES)
        ? FileOutput.open(Path.of(output.substring(FILES.length())), clock, script.zone())
        : AlsaOutput.open(output.substring(ALSA.length()));
  }

  /** The bank of the device file; else one made once, as far as it can be. */
  private static ClipBank bank(DeviceFile.Voice voice, Script script) throws IOException {
    Optional<Path> folder = voice.bank().map(Path::of).or(script::made);
    if (voice.bank().isEmpty() && folder.isPresent()) {
      BankMaker.Made made = BankMaker.make(script.tokens(), folder.get(), Espeak::say);
      if (made.made() > 1) {
        Logger.info("voice: 已合成 / synthesized: {} → {}", made.made(), folder.get());
      }
    }
    return folder.isPresent()
        ? new ClipBank(Optional.of(ClipFolder.open(folder.get())), Espeak::say)
        : new ClipBank(Optional.empty(), Espeak::say);
  }
}
