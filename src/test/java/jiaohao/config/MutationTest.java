package jiaohao.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slips of the finger and of the disk, by the thousand, never make the reader lose its words. */
class MutationTest {
  private static final int ROUNDS = 4000;
  private static final long SEED = 20_261_122;

  /** What fingers, input methods and broken disks put into such files. */
  private static final List<String> SLIPS =
      List.of(
          "\"",
          "'",
          "=",
          "[",
          "]",
          "{",
          "}",
          ",",
          "#",
          "\n",
          "\r",
          "\t",
          " ",
          ".",
          "-",
          "\\",
          ":",
          "“",
          "”",
          "＝",
          "，",
          "：",
          "【",
          "】",
          "　",
          "\0",
          "\uFEFF",
          "é",
          "字",
          "😀",
          "\"\"\"",
          "0",
          "9",
          "-1",
          "true",
          "x",
          "[[",
          "]]",
          "[hall]",
          "\nid = 1\n",
          "1979-05-27",
          "\u0085");

  @Test
  void anyDamageLeavesAValueOrAProblemWithinTheFile() {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(SEED + round);
      boolean hall = random.nextBoolean();
      String whole = random.nextBoolean() ? Examples.HALL : Examples.STATION;
      byte[] damaged = damaged(hall ? whole : Examples.DEVICE, random);
      try {
        check(hall ? HallFile.parse("f", damaged) : DeviceFileReader.parse("f", damaged), damaged);
      } catch (RuntimeException | Error e) {
        String text = new String(damaged, StandardCharsets.UTF_8);
        throw new AssertionError("seed " + (SEED + round) + "\n" + text, e);
      }
    }
  }

  private static byte[] damaged(String text, Random random) {
    StringBuilder changing = new StringBuilder(text);
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      int from = random.nextInt(changing.length());
      int to = Math.min(changing.length(), from + random.nextInt(random.nextInt(10) == 0 ? 80 : 3));
      String slip = random.nextInt(3) == 0 ? "" : SLIPS.get(random.nextInt(SLIPS.size()));
      changing.replace(from, to, slip);
    }
    byte[] bytes = changing.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static void check(Reading<?> reading, byte[] bytes) {
    boolean anyError = reading.problems().stream().anyMatch(problem -> !problem.warning());
    assertEquals(anyError, reading.value().isEmpty(), "a value, or an error");
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1);
    Place before = Place.START;
    for (Problem problem : reading.problems()) {
      Place place = new Place(problem.line(), problem.column());
      assertTrue(place.compareTo(before) >= 0, () -> "out of order: " + problem);
      assertTrue(problem.line() <= lines.length, () -> "beyond the end: " + problem);
      String line = lines[problem.line() - 1];
      int columns = line.codePointCount(0, line.length());
      assertTrue(
          problem.column() >= 1 && problem.column() <= columns + 1, () -> "no such: " + problem);
      assertFalse(problem.toString().matches("(?s).*[\\r\\n\0].*"), () -> "two lines: " + problem);
      before = place;
    }
  }
}
