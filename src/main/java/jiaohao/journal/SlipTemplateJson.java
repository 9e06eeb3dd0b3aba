package jiaohao.journal;

import java.util.List;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.SlipTemplate.Line;

/** What stands on a slip, as a plan has it. */
final class SlipTemplateJson {
  // What a key that is left out means in every journal, whatever a hall file's defaults become.
  private static final List<String> LINES =
      List.of(
          "logo", "hall", "number", "service", "ahead", "papers", "missed", "qr", "time", "footer");

  private SlipTemplateJson() {}

  static void write(JsonLine line, SlipTemplate slip) {
    List<String> lines = slip.lines().stream().map(SlipTemplateJson::word).toList();
    boolean usual = lines.equals(LINES);
    if (usual && !slip.bilingual() && slip.logo().isEmpty() && slip.footer().isEmpty()) {
      return;
    }
    line.object(
        "slip",
        () -> {
          if (!usual) {
            line.texts("lines", lines);
          }
          line.mark("bilingual", slip.bilingual()).number("logo", slip.logo());
          if (!slip.footer().isEmpty()) {
            line.wordsList("footer", slip.footer());
          }
        });
  }

  static SlipTemplate read(JsonFields plan) {
    JsonFields slip = plan.optional("slip", plan::object).orElse(JsonFields.parse("{}"));
    List<String> lines = slip.has("lines") ? slip.texts("lines") : LINES;
    return new SlipTemplate(
        lines.stream().map(SlipTemplateJson::line).toList(),
        slip.mark("bilingual"),
        slip.optionalInteger("logo"),
        slip.wordsList("footer"));
  }

  // Spelled out rather than taken from the constants' names: those may be renamed, the format not.

  private static String word(Line line) {
    return switch (line) {
      case LOGO -> "logo";
      case HALL -> "hall";
      case NUMBER -> "number";
      case SERVICE -> "service";
      case AHEAD -> "ahead";
      case PAPERS -> "papers";
      case MISSED -> "missed";
      case QR -> "qr";
      case TIME -> "time";
      case FOOTER -> "footer";
    };
  }

  private static Line line(String word) {
    for (Line line : Line.values()) {
      if (word(line).equals(word)) {
        return line;
      }
    }
    throw new IllegalArgumentException("a line of the slip is \"" + word + "\"");
  }
}
