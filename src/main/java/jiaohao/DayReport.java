package jiaohao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jiaohao.hall.DayFigures;

/** A day's figures as text, as CSV, or as a page: the same table three times. */
final class DayReport {
  /** How the report is written; lower case on the command line. */
  enum Format {
    text,
    csv,
    html
  }

  private static final List<String> HEAD =
      List.of("kind", "of", "count", "finished", "missed", "voided", "median_s", "p90_s", "max_s");

  private final DayFigures figures;

  DayReport(DayFigures figures) {
    this.figures = figures;
  }

  String as(Format format) {
    return switch (format) {
      case text -> text();
      case csv -> csv();
      case html -> html();
    };
  }

  /** Every figure of the day; cells that do not apply are empty. */
  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    figures.tickets().forEach((service, tickets) -> rows.add(row(service, tickets)));
    figures.waits().forEach((stage, spread) -> rows.add(row("wait", stage, spread)));
    figures
        .servings()
        .forEach((counter, spread) -> rows.add(row("serving", counter.toString(), spread)));
    rows.add(row("faults", figures.faults()));
    rows.add(row("unclean-stops", figures.uncleanStops()));
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

  private static List<String> row(String kind, int count) {
    return List.of(kind, "", Integer.toString(count), "", "", "", "", "", "");
  }

  private String text() {
    StringBuilder text = new StringBuilder("day " + figures.day() + "\n");
    line(text, HEAD);
    rows().forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    String line =
        "%-14s%-16s".formatted(cells.get(0), cells.get(1))
            + cells.stream().skip(2).map("%10s"::formatted).collect(Collectors.joining());
    text.append(line.stripTrailing()).append('\n');
  }

  /** Ids are of [a-z0-9-]: nothing needs quoting. */
  private String csv() {
    StringBuilder csv = new StringBuilder("day," + String.join(",", HEAD) + "\r\n");
    rows().forEach(row -> csv.append(figures.day() + "," + String.join(",", row) + "\r\n"));
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
    </html>
    """
        .formatted(
            figures.day(),
            cells("th", HEAD),
            rows().stream().map(row -> cells("td", row)).collect(Collectors.joining("\n")));
  }

  private static String cells(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + cell + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
