package jiaohao.journal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import jiaohao.hall.Text;

/**
 * The fields of one JSON object, asked for by name and kind. Keys nobody asks for do not matter: a
 * later version may have added them. Whatever is missing or of another kind is an {@link
 * IllegalArgumentException} that names the key.
 */
final class JsonFields {
  private final Map<?, ?> fields;

  private JsonFields(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * Reads one line that is one object, and strictly so: no comments, no trailing data, no key
   * twice.
   *
   * @throws IllegalArgumentException when it is not
   */
  static JsonFields parse(String line) {
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      JsonFields parsed = new JsonFields(object(json));
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return parsed;
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("not an object of JSON (" + e.getMessage() + ")", e);
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    return as(String.class, name, required(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name, this::text);
  }

  /** What {@code read} makes of the value under a name; empty when left out. */
  <T> Optional<T> optional(String name, Function<String, T> read) {
    return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
  }

  long whole(String name) {
    return as(Long.class, name, required(name));
  }

  int integer(String name) {
    return integer(name, whole(name));
  }

  private static int integer(String name, long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException("\"" + name + "\" is out of range");
    }
    return (int) value;
  }

  OptionalInt optionalInteger(String name) {
    return has(name) ? OptionalInt.of(integer(name)) : OptionalInt.empty();
  }

  /** 0 when left out. */
  int integerOrZero(String name) {
    return has(name) ? integer(name) : 0;
  }

  OptionalLong optionalWhole(String name) {
    return has(name) ? OptionalLong.of(whole(name)) : OptionalLong.empty();
  }

  boolean flag(String name) {
    return as(Boolean.class, name, required(name));
  }

  /** Whether it is marked so; left out means it is not. */
  boolean mark(String name) {
    return has(name) && flag(name);
  }

  LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  OffsetDateTime time(String name) {
    return JsonTime.parse(text(name));
  }

  Instant millis(String name) {
    return Instant.ofEpochMilli(whole(name));
  }

  List<String> texts(String name) {
    return list(name, value -> as(String.class, name, value));
  }

  List<Integer> integers(String name) {
    return list(name, value -> integer(name, as(Long.class, name, value)));
  }

  Text words(String name) {
    return words(name, required(name));
  }

  /** Empty when left out. */
  List<Text> wordsList(String name) {
    return has(name) ? list(name, value -> words(name, value)) : List.of();
  }

  JsonFields object(String name) {
    return new JsonFields(as(Map.class, name, required(name)));
  }

  <T> List<T> objects(String name, Function<JsonFields, T> build) {
    return list(name, value -> build.apply(new JsonFields(as(Map.class, name, value))));
  }

  private <T> List<T> list(String name, Function<Object, T> build) {
    List<T> built = new ArrayList<>();
    for (Object value : as(List.class, name, required(name))) {
      built.add(build.apply(value));
    }
    return built;
  }

  private static Text words(String name, Object value) {
    if (value instanceof String words) {
      return Text.same(words);
    }
    Map<String, String> byLanguage = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) as(Map.class, name, value)).entrySet()) {
      byLanguage.put((String) entry.getKey(), as(String.class, name, entry.getValue()));
    }
    return new Text(byLanguage);
  }

  private Object required(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value;
  }

  private static <T> T as(Class<T> kind, String name, Object value) {
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException("\"" + name + "\" has a value of the wrong kind");
    }
    return kind.cast(value);
  }

  private static Map<String, Object> object(JsonReader json) throws IOException {
    Map<String, Object> read = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (read.containsKey(name)) {
        throw new MalformedJsonException("\"" + name + "\" stands twice");
      }
      read.put(name, value(json));
    }
    json.endObject();
    return read;
  }

  private static Object value(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(json);
      case BEGIN_ARRAY -> array(json);
      case STRING -> json.nextString();
      case BOOLEAN -> json.nextBoolean();
      case NUMBER -> number(json.nextString());
      case NULL -> {
        json.nextNull();
        yield null;
      }
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
          throw new MalformedJsonException("no value at " + json.getPath());
    };
  }

  private static List<Object> array(JsonReader json) throws IOException {
    List<Object> read = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      read.add(value(json));
    }
    json.endArray();
    return read;
  }

  /** Format 1 has whole numbers only; others may stand under keys of a later version. */
  private static Object number(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return Double.valueOf(digits);
    }
  }
}
