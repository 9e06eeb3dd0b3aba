package jiaohao.printer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jiaohao.hall.SlipTemplate.Line;

/**
 * Lays a ticket's slip out as its template says. The number is what is looked for, so it is by far
 * the largest; what goes together stands together; a second language stands small under the first.
 */
final class TicketLayout {
  /** The tallest picture that paper is reckoned for: 12 mm. */
  static final int LOGO_DOTS = 96;

  private static final int CLOSE_DOTS = 12;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** What stands together, from top to bottom of the usual slip. */
  private enum Group {
    HEAD,
    TURN,
    NOTES,
    FOOT;

    static Group of(Line line) {
      return switch (line) {
        case LOGO, HALL, NUMBER, SERVICE -> HEAD;
        case AHEAD -> TURN;
        case PAPERS, MISSED -> NOTES;
        case QR, TIME, FOOTER -> FOOT;
      };
    }
  }

  private final Composer out;
  private final Slip slip;
  private final Look look;
  private final Bilingual both;

  TicketLayout(Composer out, Slip slip) {
    this.out = out;
    this.slip = slip;
    this.look = slip.look();
    this.both = new Bilingual(out, look);
  }

  Job job() {
    List<Line> lines = slip.template().lines().stream().filter(this::says).toList();
    for (int index = 0; index < lines.size(); index++) {
      if (index > 0) {
        out.space(between(lines.get(index - 1), lines.get(index)));
      }
      put(lines.get(index));
    }
    out.size(1); // where the next sheet begins
    return out.cut();
  }

  private boolean says(Line line) {
    return switch (line) {
      case LOGO -> slip.template().logo().isPresent();
      case PAPERS -> !slip.papers().isEmpty();
      case QR -> !slip.qr().isEmpty();
      case FOOTER -> !slip.template().footer().isEmpty();
      case HALL, NUMBER, SERVICE, AHEAD, MISSED, TIME -> true;
    };
  }

  private int between(Line above, Line below) {
    if (Group.of(above) != Group.of(below)) {
      return above == Line.QR ? 0 : SlipLayout.LINE_DOTS;
    }
    return switch (Group.of(above)) {
      case HEAD -> belowHead(above);
      case NOTES -> betweenNotes();
      case TURN, FOOT -> above == Line.QR ? 0 : CLOSE_DOTS;
    };
  }

  private int betweenNotes() {
    if (look.larger()) {
      return SlipLayout.LINE_DOTS;
    }
    return look.second().isPresent() ? CLOSE_DOTS : 0;
  }

  private static int belowHead(Line above) {
    return switch (above) {
      case NUMBER -> 0; // its cells are white below
      case LOGO -> 2 * CLOSE_DOTS;
      default -> CLOSE_DOTS;
    };
  }

  private void put(Line line) {
    switch (line) {
      case LOGO -> out.storedPicture(slip.template().logo().orElseThrow(), LOGO_DOTS);
      case HALL -> both.say(1, slip.hall());
      case NUMBER -> number();
      case SERVICE -> service();
      case AHEAD -> turn();
      case PAPERS ->
          both.say(body(), language -> SlipWords.in(language).haveReady(papers(language)));
      case MISSED -> both.say(body(), language -> SlipWords.in(language).missed());
      case QR -> qr();
      case TIME -> inOne(TIME.format(slip.issuedAt()));
      case FOOTER -> slip.template().footer().forEach(words -> both.say(1, words));
    }
  }

  private int body() {
    return look.larger() ? 2 : 1;
  }

  /** As wide as the paper bears with a margin; the larger slip fills it. */
  private void number() {
    int widest = Math.min(8, out.columns() / slip.number().length());
    out.size(look.larger() ? widest : Math.min(widest, out.columns() == 32 ? 5 : 6));
    out.lines(slip.number());
    if (look.reprint()) {
      out.size(2);
      out.lines(SlipWords.reprint(look));
      out.gap();
    }
  }

  private void service() {
    both.say(headline(List.of(slip.service().in(look.language()))), slip.service());
  }

  private void turn() {
    Function<String, List<String>> words = language -> SlipWords.in(language).turn(slip.turn());
    both.say(headline(words.apply(look.language())), words);
  }

  /** The larger slip goes further only where no line breaks for it. */
  private int headline(List<String> clauses) {
    return look.larger() && out.fits(clauses, 3) ? 3 : 2;
  }

  private List<String> papers(String language) {
    return slip.papers().stream().map(paper -> paper.in(language)).toList();
  }

  private void qr() {
    out.size(1);
    out.qr(slip.qr(), QrDots.modules(slip.qr().length()) * SlipLayout.QR_MODULE_DOTS);
    if (slip.leadsToPage()) {
      both.say(1, language -> List.of(SlipWords.in(language).follow()));
    }
  }

  private void inOne(String words) {
    out.size(1);
    out.lines(words);
  }
}
