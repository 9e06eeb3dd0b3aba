package jiaohao.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param file as it was named on the command line
 * @param source the file's text without a byte order mark; empty when it could not be decoded
 * @param value present exactly when no problem is an error
 * @param problems errors and warnings, in the order of the file
 * @param places where values stand, by path: {@code service[0].prefix}, {@code button[3].held}
 */
public record Reading<T>(
    String file,
    String source,
    Optional<T> value,
    List<Problem> problems,
    Map<String, Place> places) {
  public Reading {
    problems = List.copyOf(problems);
    places = Map.copyOf(places);
  }

  /** Where the value of {@code path} stands; the start of the file when it was left out. */
  public Place placeOf(String path) {
    return places.getOrDefault(path, Place.START);
  }
}
