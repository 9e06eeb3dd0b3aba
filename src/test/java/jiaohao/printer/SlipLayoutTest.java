package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.Expected;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;

class SlipLayoutTest {
  private static final String PAGE = "https://queue.example.cn/t/K7QW2M9XT4HBZ";

  /** The longest address a device file takes, and a reference. */
  private static final String LONGEST_PAGE = "https://" + "a".repeat(72) + "/t/K7QW2M9XT4HBZ";

  @Test
  void aChineseSlipSaysWhatTheCustomerNeeds() {
    assertEquals(
        """
        城北机动车检测站
        A012
        年检
        前面5位
        请备好:行驶证、车钥匙
        过号请到服务台,无需重新取号
        2026-11-22 09:15\
        """,
        printed(80, Slips.ordinary()).text());
  }

  @Test
  void anEnglishSlipSaysTheSameInEnglish() {
    assertEquals(
        """
        North Vehicle Inspection
        A012
        Annual inspection
        5 ahead
        Have ready: licence, car key
        Missed your number? See the desk
        2026-11-22 09:15\
        """,
        printed(80, Slips.english()).text());
  }

  @Test
  void theWaitIsToldAsARange() {
    Slip.Turn wait = expecting(600, 1200);
    assertEquals("前面5位,约10-20分钟", waitLines(80, Slips.waiting("zh", wait)));
    assertEquals("5 ahead, about 10-20 min", waitLines(80, Slips.waiting("en", wait)));
    assertEquals("前面5位\n约10-20分钟", waitLines(58, Slips.waiting("zh", wait)));
  }

  @Test
  void aShortWaitHasNoLowerEnd() {
    assertEquals("前面5位,约2分钟内", waitLines(80, Slips.waiting("zh", expecting(0, 120))));
    assertEquals("5 ahead, up to 2 min", waitLines(80, Slips.waiting("en", expecting(0, 120))));
  }

  @Test
  void aBookedSlipSaysWhenItEnters() {
    Slip.Turn booked = new Slip.Turn(0, Optional.empty(), Optional.of(LocalTime.of(14, 30)));
    assertEquals("预约14:30", waitLines(58, Slips.waiting("zh", booked)));
    assertEquals("Booked for 14:30", waitLines(80, Slips.waiting("en", booked)));
  }

  private static Slip.Turn expecting(int lowSeconds, int highSeconds) {
    return new Slip.Turn(5, Optional.of(new Expected(lowSeconds, highSeconds)), Optional.empty());
  }

  /** What stands between the service and the papers. */
  private static String waitLines(int width, Slip slip) {
    String text = printed(width, slip).text();
    String service = slip.service().in(slip.look().language());
    int from = text.indexOf(service) + service.length() + 1;
    int to = text.indexOf(slip.look().language().equals("zh") ? "请备好" : "Have ready");
    return text.substring(from, to).strip();
  }

  @Test
  void aReprintIsMarkedForCustomerAndStaff() {
    assertEquals(List.of(), printed(58, Slips.ordinary()).marks());
    assertEquals(List.of("补打"), printed(58, Slips.reprint()).marks());
    Slip english = Slips.slip("en", false, true, Slips.papers(), "K7");
    assertEquals(List.of("补打", "REPRINT"), printed(58, english).marks());
  }

  @Test
  void aTypicalSlipTakesFewBytes() {
    Slip plain = Slips.slip("zh", false, false, Slips.papers(), "");
    assertTrue(bytes(plain) <= 150, "without QR: " + bytes(plain));
    assertTrue(bytes(Slips.ordinary()) <= 180, "with QR: " + bytes(Slips.ordinary()));
  }

  /** In every language and pair of languages; larger and reprinted ones in two take a few more. */
  @Test
  void noSlipTakesMoreThan300BytesAnd400WithItsQrCode() {
    Slip.Turn wait = expecting(600, 1200);
    for (Look look : Looks.all()) {
      for (int width : List.of(58, 80)) {
        int plain = bytes(width, Slips.slip(look, wait, Slips.papers(), "", SlipTemplate.USUAL));
        int coded = bytes(width, Slips.slip(look, wait, Slips.papers(), PAGE, SlipTemplate.USUAL));
        int more = look.larger() || look.reprint() ? 40 : 0;
        assertTrue(plain <= 300 + more, plain + " for " + width + " " + look);
        assertTrue(coded <= 400 + more, coded + " for " + width + " " + look);
      }
    }
  }

  @Test
  void aCodeThatLeadsToThePageOfTheTicketSaysSo() {
    Slip slip =
        Slips.slip(
            Looks.of("en+zh", false, false),
            Slip.Turn.behind(5),
            Slips.papers(),
            PAGE,
            SlipTemplate.USUAL);
    String text = printed(58, slip).text();
    assertTrue(text.contains("Scan to follow your turn\n扫码查看排队进度\n2026"), text);
    assertEquals(List.of(PAGE), printed(58, slip).qrCodes());
    assertFalse(printed(58, Slips.ordinary()).text().contains("扫码"));
  }

  @Test
  void theSecondLanguageStandsSmallUnderTheFirst() {
    PrintedSlip slip = printed(80, Slips.looking(Looks.of("zh+en", false, false)));
    assertEquals(
        """
        城北机动车检测站
        North Vehicle Inspection
        A012
        年检
        Annual inspection
        前面5位
        5 ahead
        请备好:行驶证、车钥匙
        Have ready: licence, car key
        过号请到服务台,无需重新取号
        Missed your number? See the desk
        2026-11-22 09:15\
        """,
        slip.text());
    assertEquals(2, timesOf(slip, "年检"));
    assertEquals(1, timesOf(slip, "Annual inspection"));
  }

  @Test
  void whatBothLanguagesSayAlikeIsSaidOnce() {
    Slip slip = Slips.looking(Looks.of("zh+en", false, false));
    Slip alike =
        new Slip(
            Text.same("城北"),
            slip.number(),
            Text.same("年检"),
            slip.turn(),
            slip.papers(),
            slip.issuedAt(),
            slip.qr(),
            slip.look(),
            slip.template());
    String text = printed(80, alike).text();
    assertTrue(text.startsWith("城北\nA012\n年检\n前面5位"), text);
  }

  @Test
  void theLargerSlipIsLargerInEveryLineThatMatters() {
    for (int width : List.of(58, 80)) {
      PrintedSlip usual = printed(width, Slips.ordinary());
      PrintedSlip larger = printed(width, Slips.looking(Looks.of("zh", true, false)));
      for (String line : List.of("A012", "年检", "前面5位", "请备好:")) {
        assertTrue(timesOf(larger, line) > timesOf(usual, line), width + " " + line);
      }
    }
  }

  private static int timesOf(PrintedSlip slip, String beginning) {
    return slip.strips().stream()
        .flatMap(strip -> strip instanceof Strip.Line line ? Stream.of(line) : Stream.empty())
        .filter(line -> line.text().startsWith(beginning))
        .mapToInt(line -> line.runs().getFirst().height())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noLineIsWiderThanThePaper() {
    List<Text> many = new ArrayList<>(Slips.papers());
    many.add(Text.same("机动车交通事故责任强制保险副本"));
    for (int width : List.of(58, 80)) {
      for (boolean larger : new boolean[] {false, true}) {
        PrintedSlip slip = printed(width, Slips.slip("zh", larger, true, many, "K7QW"));
        for (Strip strip : slip.strips()) {
          assertTrue(!(strip instanceof Strip.Line line) || line.widthDots() <= slip.widthDots());
        }
        assertTrue(slip.text().replace("\n", "").contains("机动车交通事故责任强制保险副本"));
      }
    }
  }

  @Test
  void theLayoutKnowsHowMuchPaperItFills() {
    for (Slip slip : variants()) {
      PaperPath paper = new PaperPath(576);
      EscPosReader.readAll(SlipLayout.setUp().toBytes()).forEach(paper::obey);
      Job job = new SlipLayout(80).lay(slip);
      int dots = EscPosReader.readAll(job.bytes()).stream().mapToInt(paper::obey).sum();
      assertEquals(dots, job.paperDots());
    }
  }

  @Test
  void controlCharactersInNamesAreNotCommands() {
    Slip slip =
        Slips.slip("zh", false, false, List.of(Text.same("a\u001bi\u0010\u0004\u0001b")), "");
    assertTrue(printed(80, slip).text().contains("a i   b"));
  }

  @Test
  void everyDrawnQrCodeReadsBack() throws Exception {
    for (int width : List.of(58, 80)) {
      for (String content : List.of("K7QW2M9XT4HB", PAGE, LONGEST_PAGE)) {
        Slip slip =
            Slips.slip(
                Look.in("zh"), Slip.Turn.behind(5), Slips.papers(), content, SlipTemplate.USUAL);
        assertEquals(content, qrCode(SlipPicture.image(printed(width, slip))));
      }
    }
  }

  @Test
  void aTornSlipIsDrawnTorn() throws Exception {
    PrintedSlip whole = printed(80, Slips.ordinary());
    List<Strip> half = whole.strips().subList(0, 5);
    PrintedSlip torn = new PrintedSlip(half, List.of(), false, whole.widthDots());
    PrintedSlip cut = new PrintedSlip(half, List.of(), true, whole.widthDots());
    byte[] png = SlipPicture.png(torn);
    Files.write(album().resolve("80-torn.png"), png);
    assertFalse(Arrays.equals(png, SlipPicture.png(cut)));
  }

  private static Path album() throws IOException {
    return Files.createDirectories(Path.of("target", "slips"));
  }

  static List<Slip> variants() {
    return Looks.all().stream().map(Slips::looking).toList();
  }

  static PrintedSlip printed(int widthMillimetres, Sheet slip) {
    PaperPath paper = new PaperPath(PrinterModel.of(9600, widthMillimetres).widthDots());
    EscPosReader.readAll(SlipLayout.setUp().toBytes()).forEach(paper::obey);
    EscPosReader.readAll(new SlipLayout(widthMillimetres).lay(slip).bytes()).forEach(paper::obey);
    return paper.take(true);
  }

  private static int bytes(Slip slip) {
    return bytes(80, slip);
  }

  private static int bytes(int width, Slip slip) {
    return new SlipLayout(width).lay(slip).bytes().length;
  }

  private static String qrCode(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
