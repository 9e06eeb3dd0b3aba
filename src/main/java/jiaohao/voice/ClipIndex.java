package jiaohao.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The table of a bank, index.tsv: which file speaks which token and how it came to be. A file that
 * is not as the table has it was put there by somebody: a recording. So was one it has not.
 */
final class ClipIndex {
  static final String FILE = "index.tsv";
  static final String RECORDING = "recording";
  private static final String HEAD = "token\tlanguage\tfile\torigin\tcrc32";

  /**
   * One clip.
   *
   * @param language empty for the chime
   * @param file relative to the bank
   * @param origin {@link #RECORDING}, or what made it
   * @param sum of the file's bytes
   */
  record Row(String token, String language, String file, String origin, String sum) {
    String line() {
      return String.join("\t", token, language, file, origin, sum);
    }

    private static Optional<Row> of(String line) {
      String[] cells = line.split("\t", -1);
      return cells.length == 5
          ? Optional.of(new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
          : Optional.empty();
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** The table of a bank; an empty one where there is none. */
  static ClipIndex read(Path bank) throws IOException {
    ClipIndex index = new ClipIndex();
    Path file = bank.resolve(FILE);
    if (Files.exists(file)) {
      String table = new String(Files.readAllBytes(file), UTF_8);
      table.lines().skip(1).flatMap(line -> Row.of(line).stream()).forEach(index::put);
    }
    return index;
  }

  /** Writes it as a whole, or not at all. */
  void write(Path bank) throws IOException {
    StringBuilder table = new StringBuilder(HEAD).append('\n');
    rows.values().forEach(row -> table.append(row.line()).append('\n'));
    Path written = bank.resolve(FILE + ".part");
    Files.write(written, table.toString().getBytes(UTF_8));
    Files.move(written, bank.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  void put(Row row) {
    rows.put(row.file(), row);
  }

  List<Row> rows() {
    return new ArrayList<>(rows.values());
  }

  /** Whether this is still the file that was made, and levelled then. */
  boolean made(String file, byte[] bytes) {
    Row row = rows.get(file);
    return row != null && !row.origin().equals(RECORDING) && row.sum().equals(sum(bytes));
  }

  /** What made a file that {@link #made} knows. */
  String origin(String file) {
    return rows.get(file).origin();
  }

  static String sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
