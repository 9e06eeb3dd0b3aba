package jiaohao.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Why a centre that starts may have to read more of the stream than what came since: it follows
 * other halls than before, or has refused messages that it may understand by now, being newer. Two
 * lines in a file beside its copy.
 */
final class Doubts {
  static final String FILE = "doubts";

  private final Path file;
  private final String subjects;
  private final boolean others;
  private long refusedFrom;

  private Doubts(Path file, String subjects, boolean others, long refusedFrom) {
    this.file = file;
    this.subjects = subjects;
    this.others = others;
    this.refusedFrom = refusedFrom;
  }

  /** What the last run left, for one that follows these subjects. */
  static Doubts of(Path stateDir, List<String> subjects) throws IOException {
    Path file = stateDir.resolve(FILE);
    String now = String.join(",", subjects.stream().sorted().toList());
    try {
      List<String> lines = Files.readAllLines(file);
      boolean whole = lines.size() == 2 && lines.get(1).matches("\\d{1,18}");
      boolean others = !whole || !lines.getFirst().equals(now);
      return new Doubts(file, now, others, whole ? Long.parseLong(lines.get(1)) : 0);
    } catch (NoSuchFileException none) {
      return new Doubts(file, now, true, 0);
    }
  }

  /** Whether other halls are followed than in the last run: all is to be read. */
  boolean followsOthers() {
    return others;
  }

  /** All is going to be read: whoever starts next need not begin again. */
  void begun() throws IOException {
    keep();
  }

  /** The first message of the stream that was refused and not looked at again. */
  OptionalLong refusedFrom() {
    return refusedFrom == 0 ? OptionalLong.empty() : OptionalLong.of(refusedFrom);
  }

  /** A message was refused. */
  void refused(long streamSeq) throws IOException {
    if (refusedFrom == 0 || streamSeq < refusedFrom) {
      refusedFrom = streamSeq;
      keep();
    }
  }

  /** All that was in doubt is being looked at again. */
  void lookedAgain() throws IOException {
    refusedFrom = 0;
    keep();
  }

  private void keep() throws IOException {
    Files.writeString(file, subjects + "\n" + refusedFrom + "\n");
  }
}
