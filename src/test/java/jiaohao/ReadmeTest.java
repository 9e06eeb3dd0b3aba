package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README names things of this house; each of them must be there, or it misleads. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

  /** {@code Hall}, {@code Fact}s, {@code Hall.decide}, {@code State.apply}. */
  private static final Pattern CLASS =
      Pattern.compile("([A-Z][a-z]\\w*)(\\.([a-z]\\w*)(\\(\\))?)?");

  private static final Pattern PACKAGE = Pattern.compile("jiaohao(\\.[a-z]+)*");

  /** With a folder or a well-known ending, and from the root of the checkout. */
  private static final Pattern FILE =
      Pattern.compile("[\\w.-]+/[\\w./-]*|[\\w-]+\\.(md|toml|xml|java|service|rules)");

  /** Made by the build, or only examples of what someone may call his own. */
  private static final Pattern NOT_IN_THE_CHECKOUT =
      Pattern.compile("target(/.*)?|(my-)?(hall|device)\\.toml");

  private static final Pattern OF_MAIN =
      Pattern.compile("(?:jiaohao\\.jar|jiaohao\\.arguments=\")((?: ?\\b[a-z]+(?![\\w./]))+)");

  private String prose;
  private String whole;

  @BeforeEach
  void read() throws IOException {
    whole = Files.readString(Path.of("README.md"));
    prose = BLOCK.matcher(whole).replaceAll("");
  }

  @Test
  void everyClassItNamesExistsWithTheMethodNamed() throws IOException {
    Set<String> sources = new TreeSet<>();
    for (var room : Rooms.sources().values()) {
      room.forEach((file, code) -> sources.add(code));
    }
    List<String> wrong = new ArrayList<>();
    for (MatchResult name : named(CLASS)) {
      if (sources.stream().noneMatch(code -> declares(code, name.group(1), name.group(3)))) {
        wrong.add(name.group());
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean declares(String code, String type, String member) {
    boolean declared = matches(code, "(class|record|interface|enum) " + type + "\\b");
    return declared && (member == null || matches(code, "\\b" + member + "\\("));
  }

  private static boolean matches(String code, String pattern) {
    return Pattern.compile(pattern).matcher(code).find();
  }

  @Test
  void everyPackageItNamesExistsAndEveryRoomIsNamed() throws IOException {
    Set<String> named =
        named(PACKAGE).stream()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Rooms.sources().keySet(), named);
  }

  @Test
  void everyFileItNamesOrShowsExists() {
    Stream<String> quoted = named(FILE).stream().map(MatchResult::group);
    Stream<String> linked =
        LINK.matcher(prose)
            .results()
            .map(link -> link.group(1))
            .filter(Predicate.not(ReadmeTest::away));
    List<String> missing =
        Stream.concat(quoted, linked)
            .filter(Predicate.not(NOT_IN_THE_CHECKOUT.asMatchPredicate()))
            .filter(path -> !Files.exists(Path.of(path)))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static boolean away(String link) {
    return link.matches("[a-z]+:.*");
  }

  @Test
  void theFilesItShowsAreClean() {
    List<byte[]> shown =
        Pattern.compile("(?ms)^```toml\n(.*?)^```$")
            .matcher(whole)
            .results()
            .map(block -> block.group(1).getBytes(StandardCharsets.UTF_8))
            .toList();
    assertEquals(2, shown.size());
    assertEquals(List.of(), HallFile.parse("hall.toml", shown.getFirst()).problems());
    assertEquals(List.of(), DeviceFileReader.parse("device.toml", shown.getLast()).problems());
  }

  @Test
  void everyVerbOfAButtonIsTold() {
    List<String> untold =
        Stream.concat(
                Stream.of("take SERVICE", "language CODE", "assist"),
                Arrays.stream(Verb.Key.values()).map(Verb.Key::word))
            .filter(word -> !prose.contains("`" + word + "`"))
            .toList();
    assertEquals(List.of(), untold);
  }

  @Test
  void everyCommandItNamesExists() {
    List<String> known =
        MainTest.commands(Main.commandLine(), List.of()).stream()
            .map(words -> String.join(" ", words))
            .toList();
    List<String> typed = typed().toList();
    assertTrue(typed.size() > 4, "" + typed);
    assertEquals(List.of(), typed.stream().filter(words -> !known.contains(words)).toList());
  }

  /** What follows {@code jiaohao.jar} up to an option or a file, and quoted subcommands. */
  private Stream<String> typed() {
    Stream<String> inBlocks = OF_MAIN.matcher(whole).results().map(words -> words.group(1).strip());
    Set<String> first = Main.commandLine().getSubcommands().keySet();
    Stream<String> quoted =
        named(Pattern.compile("[a-z]+ [a-z]+|[a-z]+")).stream()
            .map(MatchResult::group)
            .filter(words -> first.contains(words.replaceFirst(" .*", "")));
    return Stream.concat(inBlocks, quoted);
  }

  /** Quoted names that are wholly of a kind. */
  private List<MatchResult> named(Pattern kind) {
    return QUOTED
        .matcher(prose)
        .results()
        .flatMap(quoted -> Stream.of(kind.matcher(quoted.group(1))).filter(Matcher::matches))
        .map(Matcher::toMatchResult)
        .toList();
  }
}
