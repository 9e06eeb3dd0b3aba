package jiaohao.voice;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jiaohao.clock.Clock;
import jiaohao.health.Fault;

/** Mixes each announcement from the clips of a bank, as loud as the hour allows, and plays it. */
final class MixingSpeaker implements Speaker {
  private final ClipBank bank;
  private final SoundOutput output;
  private final Volume volume;
  private final Clock clock;
  private final ZoneId zone;
  private boolean heard;

  /**
   * A speaker; loads every clip of the script.
   *
   * @param script what will be said
   */
  MixingSpeaker(ClipBank bank, SoundOutput output, Volume volume, Clock clock, Script script) {
    this.bank = bank;
    this.output = output;
    this.volume = volume;
    this.clock = clock;
    this.zone = script.zone();
    bank.chime();
    script
        .tokens()
        .forEach((language, tokens) ->
            tokens.forEach(token -> heard |= !bank.clip(language, token).silent()));
  }

  @Override
  public void speak(Announcement announcement, BooleanSupplier brokenOff) throws IOException {
    double gain = announcement.urgent() ? 1 : volume.gain(clock.wall().atZone(zone).toLocalTime());
    output.play(Mixer.mix(announcement, bank, gain).sound(), brokenOff);
  }

  @Override
  public Set<Fault> faults() {
    if (!heard) {
      return Set.of(Fault.VOICE_NO_CLIPS);
    }
    return bank.madeGood().isEmpty() ? Set.of() : Set.of(Fault.VOICE_INCOMPLETE);
  }

  @Override
  public void close() {
    // A piece that plays ends with its player, and no other is waiting.
  }
}
