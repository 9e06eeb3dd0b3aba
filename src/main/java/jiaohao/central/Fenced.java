package jiaohao.central;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A box that may not write as its hall any more, since another does: its last events are nowhere
 * but in its own state directory.
 *
 * @param journal it writes
 * @param from the first event that nobody else has
 * @param to the last one when it said so
 * @param numbers that these events gave out, as day and number
 * @param at when it said so
 * @param host its name in the network
 */
public record Fenced(
    UUID journal,
    long from,
    long to,
    List<String> numbers,
    Instant at,
    String version,
    String host) {
  public Fenced {
    numbers = List.copyOf(numbers);
  }

  /**
   * @throws RuntimeException when it is none
   */
  static Fenced read(String json) {
    JsonObject told = JsonParser.parseString(json).getAsJsonObject();
    List<String> numbers = new ArrayList<>();
    for (JsonElement number : told.getAsJsonArray("numbers")) {
      numbers.add(number.getAsString());
    }
    return new Fenced(
        UUID.fromString(told.get("journal").getAsString()),
        told.get("from").getAsLong(),
        told.get("to").getAsLong(),
        numbers,
        Instant.parse(told.get("at").getAsString()),
        told.get("version").getAsString(),
        told.get("host").getAsString());
  }
}
