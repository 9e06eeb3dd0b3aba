package jiaohao.printer;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jiaohao.hall.Notice;
import jiaohao.hall.Text;

/**
 * Lays a notice out: whose it is, what about, and a list that the customer takes along or the staff
 * tick off with a pen.
 */
final class HandoutLayout {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final String BOX = "□ ";
  private static final String DASH = "- ";

  private final Composer out;
  private final Handout handout;
  private final String language;
  private final SlipWords words;

  HandoutLayout(Composer out, Handout handout) {
    this.out = out;
    this.handout = handout;
    this.language = handout.language();
    this.words = SlipWords.in(language);
  }

  Job job() {
    out.lines(handout.hall().in(language));
    if (handout.kind() == Notice.Kind.CLOSING) {
      closing();
    } else {
      ofCustomer();
    }
    return out.cut();
  }

  private void ofCustomer() {
    boolean missing = handout.kind() == Notice.Kind.MISSING;
    heading(handout.number(), handout.title().in(language));
    out.left();
    out.lines(missing ? words.stillMissing() : words.takeAlong());
    items(missing ? BOX : DASH);
    out.gap();
    if (missing) {
      out.clauses(words.bringBack());
    }
    out.line(TIME.format(handout.at()));
  }

  /** Checked, dated and signed by whoever goes home last. */
  private void closing() {
    heading(words.closingCheck());
    out.left();
    items(BOX);
    out.gap();
    out.line(TIME.format(handout.at()));
    out.gap();
    out.line(words.signed() + blank(words.signed()));
  }

  private void heading(String... large) {
    out.size(2);
    for (String line : large) {
      out.lines(line);
    }
    if (handout.reprint()) {
      out.lines(words.reprint());
    }
    out.size(1);
    out.gap();
  }

  /** Where the hall lists nothing, the pen writes what it is. */
  private void items(String mark) {
    for (Text item : handout.items()) {
      out.item(mark, item.in(language));
    }
    if (handout.items().isEmpty()) {
      out.line(mark + blank(mark));
    }
  }

  private String blank(String after) {
    return "_".repeat(out.columns() / 2 - Columns.of(after));
  }
}
