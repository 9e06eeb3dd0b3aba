package jiaohao.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a file system needs to keep a name. */
final class Directories {
  private Directories() {}

  /** A new file's bytes may be on the disk while its name is not: that is the directory's part. */
  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
