package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house has floors: imports run downwards, and the few sideways ones are listed here. */
class RoomsTest {
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("jiaohao", 3),
          Map.entry("jiaohao.bench", 3),
          Map.entry("jiaohao.kiosk", 2),
          Map.entry("jiaohao.console", 2),
          Map.entry("jiaohao.central", 2),
          Map.entry("jiaohao.sync", 1),
          Map.entry("jiaohao.printer", 1),
          Map.entry("jiaohao.board", 1),
          Map.entry("jiaohao.button", 1),
          Map.entry("jiaohao.voice", 1),
          Map.entry("jiaohao.web", 1),
          Map.entry("jiaohao.report", 1),
          Map.entry("jiaohao.journal", 1),
          Map.entry("jiaohao.register", 1),
          Map.entry("jiaohao.hall", 0),
          Map.entry("jiaohao.config", 0),
          Map.entry("jiaohao.health", 0),
          Map.entry("jiaohao.clock", 0));

  private static final Set<String> SIDEWAYS =
      Set.of(
          "jiaohao.sync -> jiaohao.journal",
          "jiaohao.register -> jiaohao.journal",
          "jiaohao.report -> jiaohao.web",
          "jiaohao.config -> jiaohao.hall",
          "jiaohao.console -> jiaohao.kiosk",
          "jiaohao -> jiaohao.bench");

  @Test
  void everyRoomHasItsFloor() throws IOException {
    Set<String> unknown = new TreeSet<>(Rooms.sources().keySet());
    unknown.removeAll(FLOORS.keySet());
    assertEquals(Set.of(), unknown, "give a new package its floor here and in the README");
  }

  @Test
  void importsRunDownwards() throws IOException {
    List<String> wrong = new ArrayList<>();
    ours()
        .forEach((room, uses) ->
            uses.stream()
                .filter(used -> !allowed(room, used))
                .forEach(used -> wrong.add(room + " -> " + used)));
    assertEquals(List.of(), wrong);
  }

  @Test
  void noTwoRoomsNeedEachOther() throws IOException {
    Map<String, Set<String>> uses = ours();
    for (String room : uses.keySet()) {
      assertTrue(!reachable(room, uses).contains(room), room + " needs itself by a detour");
    }
  }

  @Test
  void everyRoomSaysWhatItIsFor() throws IOException {
    for (String room : Rooms.sources().keySet()) {
      Path info = Path.of("src/main/java", room.replace('.', '/'), "package-info.java");
      boolean wiring = room.equals("jiaohao");
      assertTrue(wiring || Files.exists(info), info + " is missing");
      assertTrue(wiring || Files.readString(info).startsWith("/**"), info + " says nothing");
    }
  }

  @Test
  void namesInImportsAndInFullAreSeenButNotThoseInCommentsAndTexts() {
    String source =
        """
        package jiaohao.one;
        import java.util.List;
        import static org.example.Thing.made;
        /** See {@link jiaohao.two.Seen}. */
        class Seen {
          String text = "jiaohao.three.Seen"; // jiaohao.four.Seen
          jiaohao.five.Seen field = jiaohao.Main.seen(deciding.state().day());
        }
        """;
    assertEquals(
        Set.of("java.util", "org.example", "jiaohao.five", "jiaohao"),
        Rooms.named(Rooms.code(source)));
  }

  private static boolean allowed(String room, String used) {
    return FLOORS.getOrDefault(room, 0) > FLOORS.getOrDefault(used, Integer.MAX_VALUE)
        || SIDEWAYS.contains(room + " -> " + used);
  }

  private static Map<String, Set<String>> ours() throws IOException {
    Map<String, Set<String>> ours = new TreeMap<>();
    Rooms.uses()
        .forEach((room, uses) -> {
          Set<String> own = new TreeSet<>(uses);
          own.removeIf(used -> !used.equals("jiaohao") && !used.startsWith("jiaohao."));
          ours.put(room, own);
        });
    return ours;
  }

  private static Set<String> reachable(String room, Map<String, Set<String>> uses) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(uses.get(room));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (reached.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
