package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jiaohao.Rooms;
import org.junit.jupiter.api.Test;

/** The core is pure: it knows values and nothing that acts. */
class HallRoomTest {
  private static final Pattern IMPURE =
      Pattern.compile(
          "\\b(Instant|Local\\w+|ZonedDateTime|OffsetDateTime|Clock|Year\\w*)\\.now\\b"
              + "|\\bsystemDefault\\b|\\b(System|Runtime|ProcessBuilder|Files|Logger)\\."
              + "|\\bThread\\b|\\bTimer\\b|\\bsynchronized\\b|\\bvolatile\\b"
              + "|\\bRandom\\b|\\brandomUUID\\b|\\bMath\\.random\\b");

  @Test
  void theHallImportsItselfAndValuesOfTheJdkOnly() throws IOException {
    Set<String> strangers = new TreeSet<>(Rooms.uses().get("jiaohao.hall"));
    strangers.removeAll(Set.of("java.time", "java.time.format", "java.time.temporal"));
    strangers.removeAll(Set.of("java.util", "java.util.function", "java.util.stream"));
    strangers.remove("java.util.regex");
    assertEquals(Set.of(), strangers);
  }

  @Test
  void theHallReadsNoClockAndDrawsNoLots() throws IOException {
    List<String> impure = new ArrayList<>();
    Rooms.sources()
        .get("jiaohao.hall")
        .forEach((file, code) ->
            IMPURE
                .matcher(code)
                .results()
                .forEach(found -> impure.add(file + ": " + found.group())));
    assertEquals(List.of(), impure);
  }

  @Test
  void whatIsImpureWouldBeSeen() {
    for (String code :
        List.of("Instant.now()", "System.exit(1)", "new Random()", "Math.random()")) {
      assertTrue(IMPURE.matcher(code).find(), code);
    }
  }
}
