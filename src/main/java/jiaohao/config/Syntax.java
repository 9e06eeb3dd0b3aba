package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/**
 * Text to TOML table. A full-width character used as syntax is reported by its name, replaced with
 * what was meant, and the text read again: so one wrong quote hides nothing that follows it.
 */
final class Syntax {
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.sourceless().withVersion(TomlVersion.V1_0_0);

  private static final Pattern LONE_RETURN = Pattern.compile("\r(?!\n)");

  private static final Pattern OPEN_QUOTES =
      Pattern.compile("^Unexpected end of input, expected (\"{3}|'{3})");
  private static final Pattern OPEN_BRACKET =
      Pattern.compile("opened at line (\\d+), column (\\d+) is unclosed");

  /** More wrong characters than this are not looked for one by one. */
  private static final int MOST_ROUNDS = 100;

  private final Characters text;
  private final Problems problems;
  private final Set<Place> repaired = new HashSet<>();

  private Syntax(Characters text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** Reads what can be read; every syntax error becomes a problem. */
  static TomlTable parse(String text, Problems problems) {
    return new Syntax(new Characters(withoutLoneReturns(text, problems)), problems).parse();
  }

  /** Old Macs ended lines with CR alone: told once, and read on as the lines they look like. */
  private static String withoutLoneReturns(String text, Problems problems) {
    Matcher lone = LONE_RETURN.matcher(text);
    if (!lone.find()) {
      return text;
    }
    problems.error(
        Place.after(text.substring(0, lone.start())),
        both("行尾是旧式 Mac 换行 (CR)", "a line ends in a lone CR, as on old Macs"),
        both("请用 LF 或 CRLF 换行保存", "save with LF or CRLF line ends"));
    return lone.replaceAll("\n");
  }

  private TomlTable parse() {
    TomlParseResult result = Toml.parse(text.toString(), OPTIONS);
    for (int round = 0; round < MOST_ROUNDS && repair(result); round++) {
      result = Toml.parse(text.toString(), OPTIONS);
    }
    report(result);
    return result;
  }

  /** Repairs at most one character a line, since further errors of a line may be its effects. */
  private boolean repair(TomlParseResult result) {
    Set<Integer> lines = new HashSet<>();
    for (TomlParseError error : inFileOrder(result)) {
      Place place = placeOf(error);
      if (!isStructural(error) && !lines.contains(place.line())) {
        Optional<Place> culprit = culprit(place, error.getMessage());
        culprit.ifPresent(this::replace);
        culprit.ifPresent(spot -> lines.add(spot.line()));
      }
    }
    return !lines.isEmpty();
  }

  private static List<TomlParseError> inFileOrder(TomlParseResult result) {
    return result.errors().stream().sorted(Comparator.comparing(Syntax::placeOf)).toList();
  }

  private static Place placeOf(TomlParseError error) {
    return new Place(error.position().line(), error.position().column());
  }

  private Optional<Place> culprit(Place place, String message) {
    if (Lookalikes.asciiOf(text.at(place)).isPresent()) {
      return Optional.of(place);
    }
    if (message.startsWith("Unexpected end of line, expected \"")) {
      return openString(place, '"');
    }
    if (message.startsWith("Unexpected end of line, expected '")) {
      return openString(place, '\'');
    }
    return message.startsWith("Unexpected ") ? stringTooLong(place) : Optional.empty();
  }

  /** The string that runs into the line's end was perhaps closed by a full-width quote. */
  private Optional<Place> openString(Place end, int quote) {
    int opened = lastBefore(end.line(), end.column(), quote);
    Optional<Place> closing = closing(end.line(), opened, end.column(), quote);
    return closing.isPresent() ? closing : lastResembling(end.line(), opened, end.column(), quote);
  }

  /** A string closed by a full-width quote goes on to the next string's opening quote. */
  private Optional<Place> stringTooLong(Place after) {
    int closed = lastBefore(after.line(), after.column(), '"');
    if (closed == 0 || closed != after.column() - 1) {
      return Optional.empty();
    }
    int opened = lastBefore(after.line(), closed, '"');
    return opened == 0 ? Optional.empty() : closing(after.line(), opened, closed, '"');
  }

  private int lastBefore(int line, int column, int wanted) {
    int candidate = Math.min(column - 1, text.columns(line));
    while (candidate > 0 && text.at(new Place(line, candidate)) != wanted) {
      candidate--;
    }
    return Math.max(candidate, 0);
  }

  private Optional<Place> closing(int line, int from, int to, int quote) {
    for (int column = from + 1; column < to; column++) {
      Place place = new Place(line, column);
      if (Lookalikes.resembles(text.at(place), quote) && endsValue(line, column + 1)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private Optional<Place> lastResembling(int line, int from, int to, int quote) {
    for (int column = to - 1; column > from; column--) {
      Place place = new Place(line, column);
      if (Lookalikes.resembles(text.at(place), quote)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Whether what follows on the line is what may follow a value. */
  private boolean endsValue(int line, int column) {
    int next = column;
    while (Character.isWhitespace(text.at(new Place(line, next)))) {
      next++;
    }
    int point = text.at(new Place(line, next));
    return point < 0 || ",]}#=".indexOf(Lookalikes.asciiOf(point).orElse(point)) >= 0;
  }

  private void replace(Place place) {
    int point = text.at(place);
    int ascii = asciiFor(point);
    text.replace(place, ascii);
    Place opening = new Place(place.line(), lastBefore(place.line(), place.column(), ascii));
    boolean closesRepaired = (ascii == '"' || ascii == '\'') && repaired.contains(opening);
    boolean continuesNumber =
        Character.isDigit(ascii) && repaired.contains(new Place(place.line(), place.column() - 1));
    if (!closesRepaired && !continuesNumber) {
      String meant = Character.toString(ascii);
      problems.error(
          place,
          both("此处不能用全角或特殊字符", "not the character TOML wants") + ": " + Lookalikes.name(point),
          both("请改用英文字符 " + meant, "use the ASCII character " + meant));
    }
    repaired.add(place);
  }

  /** A colon after a key stands for the equals sign. */
  private int asciiFor(int point) {
    int ascii = Lookalikes.asciiOf(point).orElse(point);
    return ascii == ':' ? '=' : ascii;
  }

  /**
   * First what cannot be read, then what is defined twice: keys below a table header that is
   * broken, or there twice, only seem to be.
   */
  private void report(TomlParseResult result) {
    List<Place> broken = new ArrayList<>();
    List<TomlParseError> errors = inFileOrder(result);
    for (TomlParseError error : errors) {
      if (!isStructural(error)) {
        Place place = reportedPlace(error);
        broken.add(place);
        if (!repairedOn(place.line())) {
          report(error, place);
        }
      }
    }
    problems.expect(Damage.around(broken, text));
    errors.stream()
        .filter(this::isStructural)
        .forEach(error -> report(error, reportedPlace(error)));
  }

  /** A line whose wrong character has been told is to be mended there first. */
  private boolean repairedOn(int line) {
    return repaired.stream().anyMatch(place -> place.line() == line);
  }

  private void report(TomlParseError error, Place place) {
    SyntaxMessages.Said said = SyntaxMessages.say(error.getMessage(), text, place);
    problems.error(place, said.wrong(), said.expected());
  }

  private boolean isStructural(TomlParseError error) {
    return SyntaxMessages.isStructural(error, text.at(placeOf(error)));
  }

  /** What is not closed is found out at the file's end, and is to be mended where it begins. */
  private Place reportedPlace(TomlParseError error) {
    Matcher quotes = OPEN_QUOTES.matcher(error.getMessage());
    if (quotes.find()) {
      return text.lastOf(quotes.group(1));
    }
    Matcher bracket = OPEN_BRACKET.matcher(error.getMessage());
    Place place =
        bracket.find()
            ? new Place(Integer.parseInt(bracket.group(1)), Integer.parseInt(bracket.group(2)))
            : placeOf(error);
    return text.within(place);
  }
}
