package jiaohao.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The clips that lie in the folder of a bank. What the index says was made is taken as it is; any
 * other file is a recording, trimmed and levelled as it is read.
 */
final class ClipFolder {
  private final Path folder;
  private final ClipIndex index;

  private ClipFolder(Path folder, ClipIndex index) {
    this.folder = folder;
    this.index = index;
  }

  /** A folder that is not there is one without clips. */
  static ClipFolder open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Logger.warn("voice: {}: 没有这个目录 / no such folder", folder);
    }
    return new ClipFolder(folder, ClipIndex.read(folder));
  }

  /** The clip of a token; empty when there is none that can be heard. */
  Optional<Clip> find(String token, String language) {
    String name = ClipName.of(language, token);
    Path file = ClipName.in(folder, name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Clip clip =
          index.made(name, bytes)
              ? new Clip(token, Wav.samples(bytes), index.origin(name))
              : new Clip(token, Levelling.clip(Wav.read(bytes)), ClipIndex.RECORDING);
      return Optional.of(clip).filter(heard -> !heard.silent());
    } catch (IOException unusable) {
      Logger.warn("voice: {}/{}: {}", folder, name, unusable.getMessage());
      return Optional.empty();
    }
  }
}
