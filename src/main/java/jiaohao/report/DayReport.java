package jiaohao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.hall.Adherence;
import jiaohao.hall.DayFigures;

/**
 * A day's figures as text, as CSV, or as a page: what happened, and how far the time standards were
 * kept. CSV is one table, in which the services and waits that kept their standard have a row, and
 * those that did not another.
 */
public final class DayReport {
  /** How the report is written; lower case on the command line. */
  public enum Format {
    text,
    csv,
    html
  }

  private static final List<String> HEAD =
      List.of("kind", "of", "count", "finished", "missed", "voided", "median_s", "p90_s", "max_s");

  private static final List<String> KEPT_HEAD =
      List.of(
          "standards",
          "of",
          "served",
          "within",
          "percent",
          "over_max_s",
          "waited",
          "within",
          "percent",
          "over_max_s");

  private final DayFigures figures;
  private final Adherence adherence;

  /** The report of what two folds have seen of one day. */
  public DayReport(DayFigures figures, Adherence adherence) {
    this.figures = figures;
    this.adherence = adherence;
  }

  /** The report in words of that kind. */
  public String as(Format format) {
    return switch (format) {
      case text -> text();
      case csv -> csv();
      case html -> html();
    };
  }

  /** What standards were kept by, beginning with everybody. */
  private List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    kept.add(new Kept("day", "", adherence.wholeDay()));
    adherence.stages().forEach((stage, it) -> kept.add(new Kept("stage", stage, it)));
    adherence.counters().forEach((counter, it) -> kept.add(new Kept("counter", "" + counter, it)));
    adherence.staff().forEach((staff, it) -> kept.add(new Kept("staff", staff, it)));
    return kept;
  }

  private record Kept(String by, String of, Adherence.Kept kept) {
    List<String> row() {
      List<String> row = new ArrayList<>(List.of(by, of));
      row.addAll(cells(kept.services()));
      row.addAll(cells(kept.waits()));
      return row;
    }

    private static List<String> cells(Adherence.Share share) {
      return share.accounted() == 0
          ? List.of("", "", "", "")
          : List.of(
              Integer.toString(share.accounted()),
              Integer.toString(share.within()),
              String.format(Locale.ROOT, "%.1f", 100.0 * share.within() / share.accounted()),
              Integer.toString(share.worstOverSeconds()));
    }

    /** As rows of the one table of the CSV. */
    Stream<List<String>> plainRows() {
      return Stream.concat(plainRows("served", kept.services()), plainRows("waited", kept.waits()));
    }

    private Stream<List<String>> plainRows(String what, Adherence.Share share) {
      if (share.accounted() == 0) {
        return Stream.empty();
      }
      String whose = (by + " " + of).strip();
      int over = share.accounted() - share.within();
      String most = Integer.toString(share.worstOverSeconds());
      return Stream.of(
          List.of(what + "-within", whose, "" + share.within(), "", "", "", "", "", ""),
          List.of(what + "-over", whose, "" + over, "", "", "", "", "", most));
    }
  }

  /** Every figure of the day; cells that do not apply are empty. */
  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    figures.tickets().forEach((service, tickets) -> rows.add(row(service, tickets)));
    figures.waits().forEach((stage, spread) -> rows.add(row("wait", stage, spread)));
    figures
        .servings()
        .forEach((counter, spread) -> rows.add(row("serving", counter.toString(), spread)));
    figures.ratings().forEach((counter, ratings) -> addRatings(rows, "" + counter, ratings));
    figures
        .overtime()
        .forEach((counter, seconds) ->
            rows.add(List.of("overtime", "" + counter, "", "", "", "", "", "", "" + seconds)));
    figures.tokens().forEach((counter, tokens) -> addTokens(rows, "" + counter, tokens));
    rows.add(row("faults", "", figures.faults()));
    rows.add(row("unclean-stops", "", figures.uncleanStops()));
    return rows;
  }

  private static List<String> row(String service, DayFigures.Tickets tickets) {
    return List.of(
        "tickets",
        service,
        Integer.toString(tickets.issued()),
        Integer.toString(tickets.finished()),
        Integer.toString(tickets.missed()),
        Integer.toString(tickets.voided()),
        "",
        "",
        "");
  }

  private static List<String> row(String kind, String of, DayFigures.Spread spread) {
    return List.of(
        kind,
        of,
        Integer.toString(spread.count()),
        "",
        "",
        "",
        Long.toString(spread.middleSeconds()),
        Long.toString(spread.ninthTenthSeconds()),
        Long.toString(spread.mostSeconds()));
  }

  private static void addRatings(
      List<List<String>> rows, String counter, DayFigures.Ratings ratings) {
    rows.add(row("rated-good", counter, ratings.good()));
    rows.add(row("rated-fair", counter, ratings.fair()));
    rows.add(row("rated-poor", counter, ratings.poor()));
  }

  private static void addTokens(List<List<String>> rows, String counter, DayFigures.Tokens tokens) {
    rows.add(row("token-missing", counter, tokens.missing()));
    rows.add(row("token-mismatch", counter, tokens.mismatched()));
    rows.add(row("loss-settled", counter, tokens.lost()));
  }

  private static List<String> row(String kind, String of, int count) {
    return List.of(kind, of, Integer.toString(count), "", "", "", "", "", "");
  }

  private String text() {
    StringBuilder text = new StringBuilder("day " + figures.day() + "\n");
    line(text, HEAD);
    rows().forEach(row -> line(text, row));
    text.append('\n');
    line(text, KEPT_HEAD);
    kept().forEach(it -> line(text, it.row()));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    String line =
        "%-14s%-16s".formatted(cells.get(0), cells.get(1))
            + cells.stream().skip(2).map("%11s"::formatted).collect(Collectors.joining());
    text.append(line.stripTrailing()).append('\n');
  }

  /** Ids are of [a-z0-9-]: nothing needs quoting. */
  private String csv() {
    StringBuilder csv = new StringBuilder("day," + String.join(",", HEAD) + "\r\n");
    Stream.concat(rows().stream(), kept().stream().flatMap(Kept::plainRows))
        .forEach(row -> csv.append(figures.day() + "," + String.join(",", row) + "\r\n"));
    return csv.toString();
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>%1$s</title>
    <style>
    body { font: 16px/1.5 sans-serif; margin: 2rem }
    table { border-collapse: collapse }
    td, th { border-bottom: 1px solid #ccc; padding: .3rem .8rem; text-align: right }
    td:nth-child(-n+2), th:nth-child(-n+2) { text-align: left }
    </style>
    <h1>%1$s</h1>
    <table>
    <thead>%2$s</thead>
    <tbody>
    %3$s
    </tbody>
    </table>
    <h2>时限标准 / Time standards</h2>
    <table>
    <thead>%4$s</thead>
    <tbody>
    %5$s
    </tbody>
    </table>
    </html>
    """
        .formatted(
            figures.day(),
            cells("th", HEAD),
            cells("td", rows().stream()),
            cells("th", KEPT_HEAD),
            cells("td", kept().stream().map(Kept::row)));
  }

  private static String cells(String tag, Stream<List<String>> rows) {
    return rows.map(row -> cells(tag, row)).collect(Collectors.joining("\n"));
  }

  private static String cells(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + cell + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
