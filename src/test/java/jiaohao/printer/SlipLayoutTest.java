package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jiaohao.hall.Expected;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;

class SlipLayoutTest {
  private static final Set<Class<?>> SAFE =
      Set.of(
          EscPosCommand.Letter.class,
          EscPosCommand.LineFeed.class,
          EscPosCommand.Chinese.class,
          EscPosCommand.Align.class,
          EscPosCommand.Size.class,
          EscPosCommand.QrStore.class,
          EscPosCommand.QrPrint.class,
          EscPosCommand.Cut.class);

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
    assertEquals("前面5位,\n约10-20分钟", waitLines(58, Slips.waiting("zh", wait)));
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
    String service = slip.service().in(slip.language());
    int from = text.indexOf(service) + service.length() + 1;
    int to = text.indexOf(slip.language().equals("zh") ? "请备好" : "Have ready");
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
  void aSlipUsesOnlyCommandsThatEveryPrinterKnows() {
    for (Slip slip : variants()) {
      for (EscPosCommand command : EscPosReader.readAll(new SlipLayout(58).lay(slip).bytes())) {
        assertTrue(SAFE.contains(command.getClass()), command.toString());
      }
    }
  }

  @Test
  void aTypicalSlipTakesFewBytes() {
    Slip plain = Slips.slip("zh", false, false, Slips.papers(), "");
    assertTrue(bytes(plain) <= 150, "without QR: " + bytes(plain));
    assertTrue(bytes(Slips.ordinary()) <= 180, "with QR: " + bytes(Slips.ordinary()));
    for (Slip slip : variants()) {
      assertTrue(bytes(slip) <= 220, bytes(slip) + " for " + slip);
    }
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

  /** The pictures are left in target/slips for a look. */
  @Test
  void everyDrawnQrCodeReadsBack() throws Exception {
    for (int width : List.of(58, 80)) {
      for (Slip slip : variants()) {
        byte[] png = SlipPicture.png(printed(width, slip));
        save(width, slip, png);
        assertEquals(slip.reference(), qrCode(ImageIO.read(new ByteArrayInputStream(png))));
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

  private static void save(int width, Slip slip, byte[] png) throws IOException {
    String variant = (slip.larger() ? "-larger" : "") + (slip.reprint() ? "-reprint" : "");
    Files.write(album().resolve(width + "-" + slip.language() + variant + ".png"), png);
  }

  static List<Slip> variants() {
    return Stream.of("zh", "en")
        .flatMap(language ->
            Stream.of(
                Slips.slip(language, false, false, Slips.papers(), "K7QW2M9XT4HB"),
                Slips.slip(language, true, false, Slips.papers(), "K7QW2M9XT4HB"),
                Slips.slip(language, false, true, Slips.papers(), "K7QW2M9XT4HB"),
                Slips.slip(language, true, true, Slips.papers(), "K7QW2M9XT4HB")))
        .toList();
  }

  static PrintedSlip printed(int widthMillimetres, Sheet slip) {
    PaperPath paper = new PaperPath(PrinterModel.of(9600, widthMillimetres).widthDots());
    EscPosReader.readAll(SlipLayout.setUp().toBytes()).forEach(paper::obey);
    EscPosReader.readAll(new SlipLayout(widthMillimetres).lay(slip).bytes()).forEach(paper::obey);
    return paper.take(true);
  }

  private static int bytes(Slip slip) {
    return new SlipLayout(80).lay(slip).bytes().length;
  }

  private static String qrCode(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
