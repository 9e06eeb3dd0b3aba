package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import jiaohao.voice.Banks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceCommandTest {
  private static final String HALL =
      """
      [hall]
      id = "tiny"
      name = "小厅"
      [[service]]
      id = "enquiry"
      prefix = "C"
      name = "咨询"
      [[counter]]
      number = 1
      stages = ["enquiry"]
      """;

  @TempDir private Path dir;

  @Test
  void aBankOfAllTheHallsWordsIsMadeAndRecordingsStay() throws IOException {
    Banks.folder(); // where espeak-ng is
    Path hall = Files.writeString(dir.resolve("hall.toml"), HALL);
    Path out = dir.resolve("bank");
    CommandLineRun first = CommandLineRun.of("voice", "bank", "--hall", hall, "--out", out).ends(0);
    assertTrue(first.out().matches(".*: made \\d+, kept 0, recordings 0\\n"), first.out());
    List<String> index = Files.readAllLines(out.resolve("index.tsv"));
    assertEquals("token\tlanguage\tfile\torigin\tcrc32", index.getFirst());
    for (String word : List.of("C", "咨询", "窗口", "二", "两")) {
      assertTrue(index.stream().anyMatch(row -> row.startsWith(word + "\tzh\t")), word);
    }
    Files.copy(out.resolve("号.wav"), out.resolve("请.wav"), StandardCopyOption.REPLACE_EXISTING);
    CommandLineRun again = CommandLineRun.of("voice", "bank", "--hall", hall, "--out", out).ends(0);
    assertTrue(again.out().matches(".*: made 0, kept \\d+, recordings 1\\n"), again.out());
  }

  @Test
  void aWrongHallFileIsWrongUse() {
    CommandLineRun.of("voice", "bank", "--hall", dir.resolve("none"), "--out", dir).ends(2);
    CommandLineRun.of("voice").ends(2);
    CommandLineRun.of("voice", "bank").ends(2);
  }
}
