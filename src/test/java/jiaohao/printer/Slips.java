package jiaohao.printer;

import java.time.LocalDateTime;
import java.util.List;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;

/** Slips for tests: an ordinary one, and variants of it. */
final class Slips {
  private static final List<Text> PAPERS =
      List.of(Text.of("行驶证", "licence"), Text.of("车钥匙", "car key"));

  private Slips() {}

  static Slip ordinary() {
    return slip("zh", false, false, PAPERS, "K7QW2M9XT4HB");
  }

  static Slip english() {
    return slip("en", false, false, PAPERS, "K7QW2M9XT4HB");
  }

  static Slip reprint() {
    return slip("zh", false, true, PAPERS, "K7QW2M9XT4HB");
  }

  /** An ordinary one, with another wait. */
  static Slip waiting(String language, Slip.Turn wait) {
    return slip(Look.in(language), wait, PAPERS, "K7QW2M9XT4HB", SlipTemplate.USUAL);
  }

  /** In one of the ways a slip may look. */
  static Slip looking(Look look) {
    return slip(look, Slip.Turn.behind(5), PAPERS, "K7QW2M9XT4HB", SlipTemplate.USUAL);
  }

  /** In both languages, as a hall has set it out. */
  static Slip setOut(SlipTemplate template) {
    return slip(Looks.of("zh+en", false, false), Slip.Turn.behind(5), PAPERS, "K7QW", template);
  }

  static Slip slip(String language, boolean larger, boolean reprint, List<Text> papers, String qr) {
    Look look = Looks.of(language, larger, reprint);
    return slip(look, Slip.Turn.behind(5), papers, qr, SlipTemplate.USUAL);
  }

  static Slip slip(Look look, Slip.Turn turn, List<Text> papers, String qr, SlipTemplate template) {
    return new Slip(
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        "A012",
        Text.of("年检", "Annual inspection"),
        turn,
        papers,
        LocalDateTime.of(2026, 11, 22, 9, 15),
        qr,
        look,
        template);
  }

  static List<Text> papers() {
    return PAPERS;
  }
}
