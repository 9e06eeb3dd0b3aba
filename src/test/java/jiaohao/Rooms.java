package jiaohao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from the sources which packages there are, and which names of others each one uses. */
public final class Rooms {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
              + "|//[^\n]*|/\\*(?s:.*?)\\*/");

  /** A name with its package, imported or written out; a class name begins with a capital. */
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.])((?:[a-z]\\w*\\.)+)(?:[A-Z]\\w*|\\*)");

  private static final Pattern STATEMENT =
      Pattern.compile("(?m)^package [\\w.]+;|^import (?:static )?");

  private Rooms() {}

  /** Source texts by package, without comments and texts. */
  public static Map<String, Map<Path, String>> sources() throws IOException {
    Map<String, Map<Path, String>> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String room = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
        sources
            .computeIfAbsent(room, name -> new TreeMap<>())
            .put(file, code(Files.readString(file)));
      }
    }
    return sources;
  }

  /** The packages that each package names, itself left out. */
  public static Map<String, Set<String>> uses() throws IOException {
    return sources().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                room -> {
                  Set<String> named = new TreeSet<>();
                  room.getValue().values().forEach(code -> named.addAll(named(code)));
                  named.remove(room.getKey());
                  return named;
                },
                (one, other) -> one,
                TreeMap::new));
  }

  /** Packages named in a source, by import or in full. */
  static Set<String> named(String code) {
    return QUALIFIED
        .matcher(STATEMENT.matcher(code).replaceAll(""))
        .results()
        .map((MatchResult name) -> name.group(1))
        .map(name -> name.substring(0, name.length() - 1))
        .filter(name -> name.matches("(java|javax|jdk|com|org|io|net|info|jssc|jiaohao)(\\..*)?"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String code(String source) {
    return TEXT_OR_COMMENT.matcher(source).replaceAll(" ");
  }
}
