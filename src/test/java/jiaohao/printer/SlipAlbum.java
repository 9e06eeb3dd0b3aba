package jiaohao.printer;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Expected;
import jiaohao.hall.Notice;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;

/** Everything that comes out of a printer, by name, for the tests and for the eye. */
final class SlipAlbum {
  private static final String PAGE = "https://queue.example.cn/t/K7QW2M9XT4HBZ";

  private static final Slip.Turn WAIT =
      new Slip.Turn(5, Optional.of(new Expected(600, 1200)), Optional.empty());

  private static final SlipTemplate FULL =
      new SlipTemplate(
          SlipTemplate.USUAL.lines(),
          true,
          OptionalInt.of(1),
          List.of(Text.of("咨询电话 12123", "Enquiries: 12123")));

  private SlipAlbum() {}

  /** Every look on paper of this width: slips with and without papers, and the notices. */
  static Map<String, Sheet> sheets(int widthMillimetres) {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    for (Look look : Looks.all()) {
      String name = widthMillimetres + "-" + Looks.name(look);
      sheets.put(name, slip(look, Slips.papers(), SlipTemplate.USUAL));
      sheets.put(name + "-nopapers", slip(look, List.of(), SlipTemplate.USUAL));
      // a slip once more is drawn as any slip
      for (Notice.Kind kind : EnumSet.complementOf(EnumSet.of(Notice.Kind.SLIP))) {
        String kindName = kind.name().toLowerCase(Locale.ROOT);
        sheets.put(name + "-" + kindName, HandoutLayoutTest.handout(kind, look));
      }
    }
    for (String languages : List.of("zh", "zh+en")) {
      sheets.put(
          widthMillimetres + "-sorry-" + languages, sorry(Looks.of(languages, false, false)));
    }
    sheets.put(widthMillimetres + "-full", full());
    sheets.put(widthMillimetres + "-proof", new Proof());
    return sheets;
  }

  private static Slip slip(Look look, List<Text> papers, SlipTemplate template) {
    return Slips.slip(look, WAIT, papers, PAGE, template);
  }

  /** Of a satellite that reaches nobody. */
  private static Sorry sorry(Look look) {
    return new Sorry(
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        Text.of("与主机失去联系,请到服务台取号", "no contact with the main machine; please see the desk"),
        LocalDateTime.of(2026, 11, 22, 9, 15),
        look);
  }

  /** With logo and footer. */
  static Slip full() {
    return slip(Looks.of("zh+en", false, false), Slips.papers(), FULL);
  }

  /** As the project's renderer decodes it. */
  static PrintedSlip printed(int widthMillimetres, Sheet sheet) {
    return SlipLayoutTest.printed(widthMillimetres, sheet);
  }

  /**
   * The picture in words, without the shapes that a printer gives its characters: a strip a line.
   */
  static String told(PrintedSlip slip) {
    StringBuilder told = new StringBuilder();
    int y = 0;
    int codes = 0;
    for (Strip strip : slip.strips()) {
      String what =
          switch (strip) {
            case Strip.Line line -> line(line, slip.widthDots());
            case Strip.Blank blank -> "";
            case Strip.Picture picture when picture.heightDots() == picture.widthBytes() * 8 ->
                place(picture, slip.widthDots()) + " picture";
            case Strip.Picture picture ->
                place(picture, slip.widthDots()) + " code " + slip.qrCodes().get(codes++);
          };
      if (!what.isEmpty()) {
        told.append(String.format("%4d %s\n", y, what));
      }
      y += strip.heightDots();
    }
    return told.append(String.format("%4d end\n", y)).toString();
  }

  private static String line(Strip.Line line, int widthDots) {
    int x = line.alignment().offset(line.widthDots(), widthDots);
    int times = line.runs().getFirst().height();
    return String.format("%3d x%d %s", x, times, line.text());
  }

  private static String place(Strip.Picture picture, int widthDots) {
    return String.format("%3d", picture.alignment().offset(picture.widthBytes() * 8, widthDots));
  }
}
