package jiaohao.printer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jiaohao.hall.Notice;
import jiaohao.hall.Text;

/**
 * Lays a notice out: whose it is, what about, and a list that the customer takes along or the staff
 * tick off with a pen.
 */
final class HandoutLayout {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final String BOX = "□ ";
  private static final String DASH = "- ";
  private static final int CLOSE_DOTS = 12;
  private static final int SHORTEST_BLANK = 10;

  private final Composer out;
  private final Handout handout;
  private final Look look;
  private final Bilingual both;
  private final int body;

  HandoutLayout(Composer out, Handout handout) {
    this.out = out;
    this.handout = handout;
    this.look = handout.look();
    this.both = new Bilingual(out, look);
    this.body = look.larger() ? 2 : 1;
  }

  Job job() {
    both.say(1, handout.hall());
    out.space(CLOSE_DOTS);
    switch (handout.kind()) {
      case CLOSING -> closing();
      case SELF_TEST -> selfTest();
      case AFTERWARDS, MISSING, SLIP -> ofCustomer();
    }
    return out.cut();
  }

  private void selfTest() {
    both.say(2, language -> List.of(SlipWords.in(language).selfTest()));
    beginList();
    items(DASH);
    time();
  }

  private void ofCustomer() {
    boolean missing = handout.kind() == Notice.Kind.MISSING;
    out.size(look.larger() ? 6 : 4);
    out.line(handout.number());
    both.say(2, handout.title());
    beginList();
    both.say(
        body,
        language ->
            missing ? SlipWords.in(language).stillMissing() : SlipWords.in(language).takeAlong());
    out.space(Composer.LEADING_DOTS);
    items(missing ? BOX : DASH);
    if (missing) {
      both.say(body, language -> SlipWords.in(language).bringBack());
      out.size(1);
      out.gap();
    }
    time();
  }

  /** Checked, dated and signed by whoever goes home last. */
  private void closing() {
    both.say(2, language -> SlipWords.in(language).closingCheck());
    beginList();
    items(BOX);
    time();
    out.gap();
    String signed = signed();
    out.line(signed + blank(signed));
  }

  private String signed() {
    String own = SlipWords.in(look.language()).signed();
    return look.second()
        .map(other -> own.replaceFirst(":? ?$", " ") + SlipWords.in(other).signed())
        .orElse(own);
  }

  private void beginList() {
    if (look.reprint()) {
      out.size(2);
      out.lines(SlipWords.reprint(look));
    }
    out.size(1);
    out.gap();
    out.left();
  }

  /** Where the hall lists nothing, the pen writes what it is. */
  private void items(String mark) {
    for (Text item : handout.items()) {
      out.space(look.larger() || look.second().isPresent() ? CLOSE_DOTS : 0);
      both.item(body, mark, item);
    }
    if (handout.items().isEmpty()) {
      out.size(1);
      out.line(mark + blank(mark));
    }
    out.size(1);
    out.gap();
  }

  private void time() {
    out.size(1);
    out.line(TIME.format(handout.at()));
  }

  private String blank(String after) {
    return "_".repeat(Math.max(SHORTEST_BLANK, out.columns() / 2 - Columns.of(after)));
  }
}
