package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jiaohao.config.HallFile;
import jiaohao.hall.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitmapFontTest {
  /** The sentences of the shared wording, and of the firmware's own; checked by hand once. */
  private static final String SENTENCES =
      """
      前面5位,约10–20分钟 请备好:行驶证、车钥匙 过号请到服务台,无需重新取号 补打 请A012号到3号窗口
      请A012号做好准备 各位客户顾客用户,让您久等了,感谢您的耐心 2号窗口已开放 A012已过号,请到服务台
      3号窗口暂停服务,请到2号窗口 午休12:00–13:00,号码继续有效 今日取号已结束,已取号的客户继续办理
      取号机缺纸,您的号码是A012,请记住 取号机暂停使用,请到服务台 刚才停电,抱歉,原号码有效
      请立即从安全出口离开,勿乘电梯,号码保留 您的业务已办好,请慢走 还缺:…;补齐后请持本单到服务台
      下一位 撤回 重呼 过号 办结 不合格 / 材料不全 / 挂起 暂停 呼叫主管 正在启动,请稍候 等候5人 → 号窗口
      5 ahead, about 10–20 min / Have ready: licence, car key / Missed your number? See the desk
      REPRINT Number A012, window 3, please Thank you for your patience; 12–1 pm. Leave now!
      """;

  @TempDir Path dir;

  @Test
  void everyCharacterThatTheShippedHallsCanShowHasAGlyph() throws Exception {
    BitmapFont font = Fonts.usual();
    try (Stream<Path> files = Files.list(Path.of("device/halls"))) {
      for (Path file : files.toList()) {
        Plan plan = HallFile.read(file).value().orElseThrow();
        assertEquals(Set.of(), missing(font, plan.toString()), file.toString());
        assertEquals(Set.of(), missing(font, shown(plan)), file.toString());
      }
    }
  }

  /** Everything a board says of a hall, at once. */
  private static String shown(Plan plan) {
    Words words = new Words(plan);
    List<String> all = new ArrayList<>(words.emergency());
    all.addAll(words.closed());
    all.addAll(words.allGone());
    all.addAll(words.lunch(java.time.LocalTime.NOON, java.time.LocalTime.of(13, 30)));
    all.addAll(Words.starting(plan.languages()));
    all.add(Words.waiting(12, "zh") + Words.waiting(12, "en"));
    plan.services()
        .forEach(service ->
            all.add(Words.call(new Shown(service.prefix() + "012", 12, true), "zh", true)));
    plan.languages().forEach(language -> all.add(plan.name().in(language)));
    return String.join("", all);
  }

  @Test
  void everyCharacterOfTheSentencesHasAGlyph() {
    assertEquals(Set.of(), missing(Fonts.usual(), SENTENCES.replace("\n", "")));
  }

  @Test
  void all6763CharactersOfGb2312AreThereAndReadBack() {
    BitmapFont font = Fonts.usual();
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (int high = 0xB0; high <= 0xF7; high++) {
      for (int low = 0xA1; low <= (high == 0xD7 ? 0xF9 : 0xFE); low++) {
        String hanzi = new String(new byte[] {(byte) high, (byte) low}, Charset.forName("GB18030"));
        count++;
        if (!font.has(hanzi.charAt(0)) || !font.text(drawn(font, hanzi)).equals(hanzi)) {
          wrong.add(hanzi + font.text(drawn(font, hanzi)));
        }
      }
    }
    assertEquals(6763, count);
    assertEquals(List.of(), wrong);
  }

  @Test
  void latinTextIsHalfAsWideAndReadsBack() {
    BitmapFont font = Fonts.usual();
    String text = "The quick brown fox jumps over 12 lazy dogs, 34:56; A098!";
    assertEquals(8 * text.length(), font.width(text));
    assertEquals(text, font.text(drawn(font, text)));
  }

  @Test
  void aLineCutOffAtBothEndsReadsAsWhatIsWholeOfIt() {
    BitmapFont font = Fonts.usual();
    String text = "请A012号到3号窗口";
    Dots whole = drawn(font, text);
    for (int left = 0; left < 40; left++) {
      Dots seen = whole.part(left, 0, 88, BitmapFont.HEIGHT);
      assertTrue(text.contains(font.text(seen)), left + ": " + font.text(seen));
      assertTrue(font.text(seen).length() >= 4, left + ": " + font.text(seen));
    }
  }

  @Test
  void theDotsAreThoseOfTheFont() {
    String one =
        """
        ................
        ................
        ...##...##...##.
        ..####.####.####
        ..####.####.####
        ...##...##...##.
        ................
        """;
    Dots ellipsis = Fonts.usual().dots('…');
    assertEquals(one, ellipsis.part(0, 4, 16, 7).toString());
    assertTrue(ellipsis.part(0, 0, 16, 6).dark());
  }

  @Test
  void aCharacterTheFontHasNotIsABox() {
    BitmapFont font = Fonts.usual();
    assertFalse(font.has('龘'));
    assertEquals(font.dots('□'), font.dots('龘'));
  }

  @Test
  void aFileThatIsNoFontIsRefusedWithTheRemedy() throws IOException {
    Path broken = Files.write(dir.resolve("font.pcf"), new byte[] {1, 'f', 'c', 'p', 9, 0, 0, 0});
    for (Path path : List.of(broken, dir.resolve("missing.pcf.gz"))) {
      MissingFontException refusal =
          assertThrows(MissingFontException.class, () -> BitmapFont.open(path));
      assertTrue(refusal.getMessage().contains("xfonts-intl-chinese"), refusal.getMessage());
    }
  }

  private static Dots drawn(BitmapFont font, String text) {
    Dots dots = new Dots(font.width(text), BitmapFont.HEIGHT);
    font.draw(text, dots, 0, 0);
    return dots;
  }

  private static Set<String> missing(BitmapFont font, String text) {
    Set<String> missing = new TreeSet<>();
    text.chars()
        .filter(character -> !font.has((char) character))
        .forEach(character -> missing.add(Character.toString(character)));
    return missing;
  }
}
