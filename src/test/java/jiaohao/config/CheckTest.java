package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final Path DEMO_HALL = Path.of("device/halls/demo.toml");
  private static final Path DEMO_DEVICE =
      Path.of("src/main/resources/jiaohao/bench/demo-device.toml");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> told(Path... files) {
    return Check.files(List.of(files)).stream().map(Problem::toString).toList();
  }

  @Test
  void theShippedDemoIsClean() {
    assertEquals(List.of(), told(DEMO_HALL, DEMO_DEVICE));
  }

  @Test
  void theShippedDemoIsSimulatedAndNeverCloses() {
    Plan plan = HallFile.read(DEMO_HALL).value().orElseThrow();
    DeviceFile device = DeviceFileReader.read(DEMO_DEVICE).value().orElseThrow();
    assertEquals(List.of(), plan.calendar().hours());
    assertEquals(3, plan.services().size());
    assertEquals(3, plan.counters().size());
    assertTrue(device.printers().getFirst().simulated());
    assertTrue(device.boards().getFirst().simulated());
    assertEquals(DeviceFile.SIMULATED, device.voice().output());
  }

  @Test
  void theBenchGetsAButtonForEverything() {
    Plan plan = HallFile.read(DEMO_HALL).value().orElseThrow();
    DeviceFile device = DeviceFileReader.read(DEMO_DEVICE).value().orElseThrow();
    DeviceFile bench = SimulatedButtons.addedTo(device, plan);
    List<DeviceFile.Button> buttons = bench.buttons();
    long keys = Stream.of(Verb.Key.values()).filter(Verb.Key::bare).count() - 2;
    assertEquals(3 + 2 + 1 + 2 + 3 * keys, buttons.size());
    assertEquals("take inspection", buttons.getFirst().press().toString());
    assertEquals("back 3", buttons.getLast().press().toString());
    for (int index = 0; index < buttons.size(); index++) {
      assertEquals("simulated:" + index, buttons.get(index).line());
      assertEquals(Optional.empty(), buttons.get(index).held());
    }
    assertEquals(bench, SimulatedButtons.addedTo(bench, plan));
  }

  @Test
  void theBenchGetsOfTheRarerButtonsThoseTheHallHasUseFor() {
    Plan station = Examples.hall(Examples.STATION).value().orElseThrow();
    List<String> meant =
        SimulatedButtons.of(station).stream().map(button -> button.press().toString()).toList();
    List<String> expected =
        List.of("priority elderly", "for lin", "suspend", "resume", "sign-off 1", "lost-slip 9");
    assertEquals(expected, expected.stream().filter(meant::contains).toList());
    assertFalse(meant.contains("lost-slip 1"));
  }

  @Test
  void aWindowForPapersOnlyHasNoKeysForPeopleUnlessItStandsInForOne() {
    String papers = "[[counter]]\nnumber = 24\nstages = [\"report\"]\n";
    List<String> alone = keysOf24(Examples.STATION + papers);
    assertTrue(
        alone.containsAll(List.of("next 24", "finish-other 24", "back 24")), alone::toString);
    assertTrue(
        List.of("recall 24", "miss 24", "rate-good 24").stream().noneMatch(alone::contains),
        alone::toString);
    String stoodIn = changed(Examples.STATION, "rule = \"longest\"", "stand_in = 24");
    assertTrue(
        keysOf24(stoodIn + papers)
            .containsAll(List.of("recall 24", "miss 24", "rate-good 24", "lost-slip 24")));
  }

  private static List<String> keysOf24(String hall) {
    return SimulatedButtons.of(Examples.hall(hall).value().orElseThrow()).stream()
        .map(button -> button.press().toString())
        .filter(verb -> verb.endsWith(" 24"))
        .toList();
  }

  @Test
  void eachFileIsCheckedAloneAndEachHallWithEachDevice() throws IOException {
    Path hall = file("a.toml", changed(Examples.HALL, "prefix = \"C\"", "prefix = \"W\""));
    Path one = file("b.toml", Examples.DEVICE);
    Path two = file("c.toml", changed(Examples.DEVICE, "undo 1", "undo 3"));
    Path wrong = file("d.toml", "[clock]\ntrust = 1\n");
    List<String> told = told(one, hall, two, wrong);
    assertEquals(3, told.size(), () -> String.join("\n", told));
    assertTrue(told.get(0).startsWith(wrong + ":2:9: "), told.get(0));
    assertTrue(told.get(1).startsWith(hall + ":25:10: "), told.get(1));
    assertTrue(told.get(2).startsWith(two + ":35:8: "), told.get(2));
  }

  @Test
  void aFileThatIsNotThereIsAProblemToo() {
    Path missing = folder.resolve("nope.toml");
    assertEquals(
        List.of(
            missing
                + ":1:1: 没有这个文件 / no such file; 请检查文件名和权限 / check the file's name and permissions"),
        told(missing));
  }

  @Test
  void aFolderIsAProblemToo() {
    assertTrue(told(folder).getFirst().startsWith(folder + ":1:1: 这是目录"));
  }

  @Test
  void anEndlessFileIsAProblemToo() throws IOException {
    Path big = file("big.toml", "# nothing\n".repeat(40_000));
    assertTrue(told(big).getFirst().contains("too big"));
  }

  @Test
  void aBrokenFileIsCheckedAsWhatItWasMeantToBe() {
    assertTrue(Check.isHall("[hall\nid = 1\n"));
    assertTrue(Check.isHall("【hall】\n"));
    assertTrue(Check.isHall("[[service]]\n[[counter]]\n[printer]\n"));
    assertFalse(Check.isHall("[hall]\n[printer]\n[board]\n"));
    assertFalse(Check.isHall(""));
    assertFalse(Check.isHall("# [hall]\n[printer]\n"));
  }
}
