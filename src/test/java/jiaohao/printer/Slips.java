package jiaohao.printer;

import java.time.LocalDateTime;
import java.util.List;
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
    Slip usual = slip(language, false, false, PAPERS, "K7QW2M9XT4HB");
    return new Slip(
        usual.hall(),
        usual.number(),
        usual.service(),
        wait,
        usual.papers(),
        usual.issuedAt(),
        usual.reference(),
        usual.language(),
        usual.larger(),
        usual.reprint());
  }

  static Slip slip(
      String language, boolean larger, boolean reprint, List<Text> papers, String reference) {
    return new Slip(
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        "A012",
        Text.of("年检", "Annual inspection"),
        Slip.Turn.behind(5),
        papers,
        LocalDateTime.of(2026, 11, 22, 9, 15),
        reference,
        language,
        larger,
        reprint);
  }

  static List<Text> papers() {
    return PAPERS;
  }
}
