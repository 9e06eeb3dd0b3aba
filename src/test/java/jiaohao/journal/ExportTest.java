package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir private Path dir;

  @Test
  void anExportedLineIsTheStoredOneWithItsHashLast() throws Exception {
    List<Row> rows = written();
    assertEquals(String.join("\n", rows.stream().map(Row::exported).toList()) + "\n", exported(1));
    String line = exported(1).lines().findFirst().orElseThrow();
    String body = rows.getFirst().body();
    assertEquals(body.replaceAll("}$", ",\"hash\":\"" + rows.getFirst().hash() + "\"}"), line);
  }

  @Test
  void anExportBeginsWhereItIsToldTo() throws Exception {
    List<Row> rows = written();
    assertEquals(rows.get(1499).exported(), exported(1500).lines().findFirst().orElseThrow());
    assertEquals(2, exported(rows.size() - 1L).lines().count());
    assertEquals("", exported(rows.size() + 1L));
  }

  @Test
  void anExportedLineIsReadBack() throws Exception {
    List<Row> rows = written();
    assertEquals(rows, exported(1).lines().map(Row::ofExported).toList());
    String body = rows.getFirst().body();
    assertThrows(EventFormatException.class, () -> Row.ofExported(body));
  }

  @Test
  void pythonConfirmsTheChainOfAnExport() throws Exception {
    List<Row> rows = written();
    byte[] export = exported(1).getBytes(StandardCharsets.UTF_8);
    assertEquals(rows.size() + "\n", python(export));
    export[export.length / 2] ^= 1;
    String words = python(export);
    assertTrue(words.isEmpty(), "a changed byte is found, not " + words);
  }

  private String python(byte[] export) throws Exception {
    Path script = dir.resolve("verify.py");
    try (InputStream in = ExportTest.class.getResourceAsStream("verify.py")) {
      Files.write(script, in.readAllBytes());
    }
    Path input = Files.write(dir.resolve("export.ndjson"), export);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString())
              .redirectInput(input.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "no python3 here");
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private List<Row> written() throws JournalException {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      return journal.append(new Facts(21).list(2500));
    }
  }

  private String exported(long fromSeq) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.lines(dir, fromSeq, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
