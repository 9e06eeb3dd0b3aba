package jiaohao.printer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of paper that has left the simulated printer.
 *
 * @param strips what is on it, from top to bottom
 * @param qrCodes what its QR codes say
 * @param cut by the cutter; otherwise it ends in a torn edge
 * @param widthDots printable width: 384 on 58 mm paper, 576 on 80 mm
 */
public record PrintedSlip(List<Strip> strips, List<String> qrCodes, boolean cut, int widthDots) {
  private static final List<String> MARKS = List.of("补打", "REPRINT");

  public PrintedSlip {
    strips = List.copyOf(strips);
    qrCodes = List.copyOf(qrCodes);
  }

  /** Its lines, joined by newlines; empty ones left out. */
  public String text() {
    return lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  /** The marks 补打 and REPRINT, as far as they are on it. */
  public List<String> marks() {
    return MARKS.stream().filter(text()::contains).toList();
  }

  private Stream<String> lines() {
    return strips.stream()
        .flatMap(
            strip -> strip instanceof Strip.Line line ? Stream.of(line.text()) : Stream.empty());
  }
}
