package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import jiaohao.config.DeviceFile.Charset;
import org.junit.jupiter.api.Test;

/** Every sheet in every look, decoded from its bytes alone. */
class SlipAlbumTest {
  /** What Epson, Cashino and clone firmware share; nothing else may go over the line. */
  private static final Set<Class<?>> SAFE =
      Set.of(
          EscPosCommand.Letter.class,
          EscPosCommand.LineFeed.class,
          EscPosCommand.FeedDots.class,
          EscPosCommand.Chinese.class,
          EscPosCommand.Align.class,
          EscPosCommand.Size.class,
          EscPosCommand.Raster.class,
          EscPosCommand.StoredPicture.class,
          EscPosCommand.QrStore.class,
          EscPosCommand.QrPrint.class,
          EscPosCommand.Cut.class);

  private static final Path ALBUM = Path.of("target", "slips");

  @Test
  void everySheetUsesOnlyCommandsThatEveryPrinterKnows() {
    for (int width : List.of(58, 80)) {
      for (Charset charset : Charset.values()) {
        SlipLayout layout = new SlipLayout(width, charset, new Blocks());
        for (Map.Entry<String, Sheet> sheet : SlipAlbum.sheets(width).entrySet()) {
          for (EscPosCommand command : EscPosReader.readAll(layout.lay(sheet.getValue()).bytes())) {
            assertTrue(SAFE.contains(command.getClass()), sheet.getKey() + ": " + command);
          }
        }
      }
    }
  }

  /**
   * Where every line stands, and how large, is written in slips.txt. After a change that is meant,
   * copy what this test leaves in target/slips there, and look at the pictures beside it.
   */
  @Test
  void everySheetIsThePictureThatWasAgreedOn() throws IOException {
    StringBuilder told = new StringBuilder();
    for (int width : List.of(58, 80)) {
      for (Map.Entry<String, Sheet> sheet : SlipAlbum.sheets(width).entrySet()) {
        if (!sheet.getKey().contains("-reprint-")) { // one more mark and the same besides
          told.append(sheet.getKey()).append('\n');
          told.append(SlipAlbum.told(SlipAlbum.printed(width, sheet.getValue())));
        }
      }
    }
    Files.writeString(Files.createDirectories(ALBUM).resolve("slips.txt"), told);
    try (var agreed = getClass().getResourceAsStream("slips.txt")) {
      assertEquals(new String(agreed.readAllBytes(), StandardCharsets.UTF_8), told.toString());
    }
  }

  /**
   * With a folder named it fills that with a picture of every sheet, and contact.png, which is the
   * one in the README:
   *
   * <pre>mvn -q test -Dtest=SlipAlbumTest -Djiaohao.slips=target/slips
   * cp target/slips/contact.png device/slips.png</pre>
   */
  @Test
  void everySheetCanBeDrawn() throws IOException {
    String folder = System.getProperty("jiaohao.slips", "");
    Path album = Files.createDirectories(folder.isEmpty() ? ALBUM : Path.of(folder));
    Path contact = album.resolve("contact.png");
    assertTrue(ImageIO.write(ContactSheet.of(rows()), "png", contact.toFile()));
    for (int width : folder.isEmpty() ? new int[] {} : new int[] {58, 80}) {
      for (Map.Entry<String, Sheet> sheet : SlipAlbum.sheets(width).entrySet()) {
        byte[] png = SlipPicture.png(SlipAlbum.printed(width, sheet.getValue()));
        Files.write(album.resolve(sheet.getKey() + ".png"), png);
      }
    }
  }

  private static List<List<PrintedSlip>> rows() {
    return List.of(
        List.of(
            named(80, "full"),
            named(80, "zh"),
            named(80, "en-larger"),
            named(58, "zh+en"),
            named(58, "zh-larger-reprint")),
        List.of(
            named(80, "zh+en-missing"),
            named(58, "zh-larger-missing"),
            named(58, "zh-afterwards"),
            named(58, "zh+en-closing"),
            named(58, "proof")));
  }

  private static PrintedSlip named(int width, String name) {
    return SlipAlbum.printed(width, SlipAlbum.sheets(width).get(width + "-" + name));
  }
}
