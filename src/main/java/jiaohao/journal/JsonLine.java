package jiaohao.journal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import jiaohao.hall.Text;

/** One line of compact JSON in the making; keys stand in the order they are told. */
final class JsonLine {
  /** A line in memory cannot fail to be written; this keeps the checked exception in one place. */
  private interface Step {
    void write() throws IOException;
  }

  private final StringWriter text = new StringWriter(512);
  private final JsonWriter json = new JsonWriter(text);

  JsonLine() {
    json.setStrictness(Strictness.STRICT);
    json.setHtmlSafe(false);
    step(json::beginObject);
  }

  JsonLine text(String name, String value) {
    return step(() -> json.name(name).value(whole(value)));
  }

  JsonLine number(String name, long value) {
    return step(() -> json.name(name).value(value));
  }

  /** Left out when empty. */
  JsonLine text(String name, Optional<String> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  /** Left out when empty. */
  JsonLine number(String name, OptionalInt value) {
    value.ifPresent(present -> number(name, present));
    return this;
  }

  /** Left out when it is 0. */
  JsonLine numberUnlessZero(String name, int value) {
    return value == 0 ? this : number(name, value);
  }

  JsonLine flag(String name, boolean value) {
    return step(() -> json.name(name).value(value));
  }

  /** Left out when it is not so. */
  JsonLine mark(String name, boolean value) {
    return value ? flag(name, true) : this;
  }

  JsonLine day(String name, LocalDate value) {
    return text(name, value.toString());
  }

  JsonLine time(String name, OffsetDateTime value) {
    return text(name, JsonTime.format(value));
  }

  /**
   * As milliseconds.
   *
   * @throws IllegalArgumentException for a time between two
   */
  JsonLine millis(String name, Instant value) {
    long millis = value.toEpochMilli();
    if (!Instant.ofEpochMilli(millis).equals(value)) {
      throw new IllegalArgumentException("time is kept in whole milliseconds, not " + value);
    }
    return number(name, millis);
  }

  JsonLine texts(String name, List<String> values) {
    return list(name, values, value -> step(() -> json.value(whole(value))));
  }

  JsonLine numbers(String name, List<Integer> values) {
    return list(name, values, value -> step(() -> json.value(value)));
  }

  /** Words in several languages as an object by language, words for all of them as a string. */
  JsonLine words(String name, Text value) {
    return step(() -> json.name(name)).words(value);
  }

  JsonLine wordsList(String name, List<Text> values) {
    return list(name, values, this::words);
  }

  JsonLine object(String name, Runnable content) {
    return step(() -> json.name(name)).object(content);
  }

  <T> JsonLine objects(String name, List<T> values, Consumer<T> content) {
    return list(name, values, value -> object(() -> content.accept(value)));
  }

  /** Ends the line. */
  @Override
  public String toString() {
    step(json::endObject);
    return text.toString();
  }

  private JsonLine words(Text value) {
    if (value.byLanguage().size() == 1 && value.byLanguage().containsKey("")) {
      return step(() -> json.value(whole(value.in(""))));
    }
    return object(() -> value.byLanguage().forEach(this::text));
  }

  private JsonLine object(Runnable content) {
    step(json::beginObject);
    content.run();
    return step(json::endObject);
  }

  private <T> JsonLine list(String name, List<T> values, Consumer<T> content) {
    step(() -> json.name(name).beginArray());
    values.forEach(content);
    return step(json::endArray);
  }

  /** Half a surrogate pair has no UTF-8: it would come back from the disk as a question mark. */
  private static String whole(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        boolean pair = Character.isSupplementaryCodePoint(value.codePointAt(i));
        if (!pair) {
          throw new IllegalArgumentException("half a character at " + i + " of a text");
        }
        i++;
      }
    }
    return value;
  }

  private JsonLine step(Step step) {
    try {
      step.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
