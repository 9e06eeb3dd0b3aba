package jiaohao.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A journal as NDJSON: each stored line with its hash, byte for byte, understood or not; so that a
 * journal which a newer firmware wrote, or which is broken, can still be carried away.
 */
public final class Export {
  private Export() {}

  /**
   * Writes every event from a sequence on, one a line; leaves {@code out} open.
   *
   * @throws JournalException when the journal cannot be read
   * @throws IOException when {@code out} takes no more
   */
  public static void lines(Path stateDir, long fromSeq, OutputStream out) throws IOException {
    try (JournalReader reader = Journal.reader(stateDir)) {
      OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
      reader.readStored(fromSeq, stored -> write(stored, buffered));
      buffered.flush();
    }
  }

  private static void write(Stored stored, OutputStream out) throws IOException {
    byte[] body = stored.body();
    out.write(body, 0, body.length - 1);
    out.write(Row.tail(stored.hash()).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }
}
