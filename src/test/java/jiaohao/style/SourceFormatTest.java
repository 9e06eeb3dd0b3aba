package jiaohao.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    List<Path> untidy = new ArrayList<>();
    for (Path file : SourceFormat.sources()) {
      String source = Files.readString(file);
      if (!SourceFormat.formatted(source).equals(source)) {
        untidy.add(file);
      }
    }
    assertEquals(List.of(), untidy, "mend with: mvn -q test-compile exec:exec@format");
  }
}
