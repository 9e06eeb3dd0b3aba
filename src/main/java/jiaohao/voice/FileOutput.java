package jiaohao.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import jiaohao.clock.Clock;

/** A folder that gets a WAV file a piece; by name they are in the order they were said. */
final class FileOutput implements SoundOutput {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private final Path folder;
  private final Clock clock;
  private final ZoneId zone;
  private int pieces;

  private FileOutput(Path folder, Clock clock, ZoneId zone) {
    this.folder = folder;
    this.clock = clock;
    this.zone = zone;
  }

  /** Makes the folder if need be. */
  static FileOutput open(Path folder, Clock clock, ZoneId zone) throws IOException {
    Files.createDirectories(folder);
    return new FileOutput(folder, clock, zone);
  }

  @Override
  public void play(short[] sound, BooleanSupplier brokenOff) throws IOException {
    pieces++;
    String name = NAME.format(clock.wall().atZone(zone)) + String.format("-%05d", pieces);
    Path part = folder.resolve(name + ".part");
    Files.write(part, Wav.write(sound));
    Files.move(part, folder.resolve(name + ".wav"), StandardCopyOption.ATOMIC_MOVE);
  }
}
