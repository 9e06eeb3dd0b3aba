package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Hears which clips of a bank a sound consists of, played at full volume and in whole. */
public final class Ear {
  private final List<Clip> clips = new ArrayList<>();

  /** An ear for a bank that {@link BankMaker} made. */
  public Ear(Path bank) throws IOException {
    for (ClipIndex.Row row : ClipIndex.read(bank).rows()) {
      byte[] file = Files.readAllBytes(ClipName.in(bank, row.file()));
      clips.add(new Clip(row.token(), Wav.samples(file), row.origin()));
    }
    clips.sort((one, other) -> other.sound().length - one.sound().length);
  }

  /** The tokens of each WAV file of a folder, by name. */
  public List<String> folder(Path folder) throws IOException {
    List<String> heard = new ArrayList<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".wav")).sorted().toList()) {
          heard.add(tokens(Wav.samples(Files.readAllBytes(file))));
        }
      }
    }
    return heard;
  }

  /** The tokens of what was written without a header. */
  public String raw(byte[] bytes) {
    short[] sound = new short[bytes.length / 2];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
    }
    return tokens(sound);
  }

  private String tokens(short[] sound) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < sound.length) {
      Clip clip = clipAt(sound, at);
      if (clip == null) {
        assertEquals(0, sound[at], "not silent between clips, after " + tokens);
        at++;
      } else {
        tokens.add(clip.token());
        at += clip.sound().length;
      }
    }
    return String.join(" ", tokens);
  }

  private Clip clipAt(short[] sound, int at) {
    for (Clip clip : clips) {
      if (begins(clip.sound(), sound, at)) {
        return clip;
      }
    }
    return null;
  }

  private static boolean begins(short[] clip, short[] sound, int at) {
    if (at + clip.length > sound.length) {
      return false;
    }
    for (int i = 0; i < clip.length; i++) {
      if (clip[i] != sound[at + i]) {
        return false;
      }
    }
    return true;
  }
}
