package jiaohao.web;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import jiaohao.hall.Text;

/** Writes JSON into memory. */
public final class Json {
  /** Writes one JSON value. */
  @FunctionalInterface
  public interface Body {
    void write(JsonWriter json) throws IOException;
  }

  private Json() {}

  public static String of(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // memory does not fail
    }
    return text.toString();
  }

  /** An object of the members that {@code body} writes. */
  public static String object(Body body) {
    return of(json -> {
      json.beginObject();
      body.write(json);
      json.endObject();
    });
  }

  /** Words by language code, as the page chooses from them. */
  public static void text(JsonWriter json, Text text) throws IOException {
    json.beginObject();
    for (var words : text.byLanguage().entrySet()) {
      json.name(words.getKey()).value(words.getValue());
    }
    json.endObject();
  }

  public static void strings(JsonWriter json, Iterable<String> values) throws IOException {
    json.beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  /** An object for each of them, of the members that are written of it. */
  public static <T> void objects(JsonWriter json, Iterable<T> all, Member<T> member)
      throws IOException {
    json.beginArray();
    for (T one : all) {
      json.beginObject();
      member.write(one);
      json.endObject();
    }
    json.endArray();
  }

  /** Writes the members of one object of a list. */
  @FunctionalInterface
  public interface Member<T> {
    void write(T one) throws IOException;
  }
}
