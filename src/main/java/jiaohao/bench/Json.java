package jiaohao.bench;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import jiaohao.hall.Text;

/** Writes JSON into memory. */
final class Json {
  /** Writes one JSON value. */
  @FunctionalInterface
  interface Body {
    void write(JsonWriter json) throws IOException;
  }

  private Json() {}

  static String of(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // memory does not fail
    }
    return text.toString();
  }

  /** Words by language code, as the page chooses from them. */
  static void text(JsonWriter json, Text text) throws IOException {
    json.beginObject();
    for (var words : text.byLanguage().entrySet()) {
      json.name(words.getKey()).value(words.getValue());
    }
    json.endObject();
  }

  static void strings(JsonWriter json, Iterable<String> values) throws IOException {
    json.beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }
}
