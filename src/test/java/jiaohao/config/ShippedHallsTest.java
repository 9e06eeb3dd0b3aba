package jiaohao.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hall files that come with the firmware are right as they are. */
class ShippedHallsTest {
  private static final Path FOLDER = Path.of("device/halls");

  @TempDir Path temporary;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static Plan plan(String name) {
    return HallFile.read(FOLDER.resolve(name + ".toml")).value().orElseThrow();
  }

  @Test
  void thereIsOneForEachKindOfHallAndADemo() throws IOException {
    assertEquals(
        List.of(
            "demo.toml",
            "heating.toml",
            "property.toml",
            "service-desk.toml",
            "supermarket.toml",
            "vehicle-inspection.toml"),
        files().stream().map(file -> file.getFileName().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsWrongWithIt(Path file) {
    assertEquals(List.of(), Check.files(List.of(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBoardOfDigitsAndAButtonForEverythingFitIt(Path file) throws IOException {
    Plan plan = HallFile.read(file).value().orElseThrow();
    StringBuilder device =
        new StringBuilder("[board]\nspi = \"simulated\"\nchips = 8\nface = \"digits\"\n");
    for (DeviceFile.Button button : SimulatedButtons.of(plan)) {
      device
          .append("[[button]]\nline = \"simulated\"\npress = \"")
          .append(button.press())
          .append("\"\n");
    }
    Path box = Files.writeString(temporary.resolve("device.toml"), device);
    assertEquals(List.of(), Check.files(List.of(file, box)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyNameIsThereInChineseAndInEnglish(Path file) {
    Plan plan = HallFile.read(file).value().orElseThrow();
    List<Text> lacking =
        names(plan).filter(name -> !name.byLanguage().keySet().equals(Set.of("zh", "en"))).toList();
    assertEquals(List.of(), lacking);
  }

  private static Stream<Text> names(Plan plan) {
    Stream<Text> ofHall =
        Stream.concat(Stream.of(plan.name(), plan.customer()), plan.closingChecks().stream());
    Stream<Text> people =
        Stream.concat(
            plan.fairness().groups().stream().map(Plan.Group::name),
            plan.staff().stream().map(Plan.Staff::name));
    Stream<Text> ofServices =
        plan.services().stream()
            .flatMap(
                service -> Stream.concat(Stream.of(service.name()), service.papers().stream()));
    return Stream.of(
            ofHall, people, ofServices, plan.stages().stream().flatMap(ShippedHallsTest::names))
        .flatMap(names -> names);
  }

  private static Stream<Text> names(Plan.Stage stage) {
    return Stream.of(
            Stream.of(stage.name()),
            stage.other().stream().map(Plan.Other::name),
            stage.token().stream().map(Plan.Token::name),
            stage.papersAfter().stream())
        .flatMap(names -> names);
  }

  @Test
  void theInspectionStationKeepsTheHandbooksStandardsAtItsPosts() {
    Map<String, Integer> limits =
        plan("vehicle-inspection").stages().stream()
            .filter(stage -> stage.limitSeconds().isPresent())
            .collect(
                Collectors.toMap(
                    Plan.Stage::id,
                    stage -> stage.limitSeconds().getAsInt(),
                    (a, b) -> a,
                    TreeMap::new));
    assertEquals(
        "{cashier=30, certificate=60, checkin=30, emissions=60, general=30, report=30,"
            + " return-papers=60, safety=60}",
        limits.toString());
  }

  @Test
  void theInspectionStationCallsPeopleToItsWindowsAndNobodyFromTwentyOneOn() {
    Plan plan = plan("vehicle-inspection");
    for (Plan.Counter counter : plan.counters()) {
      for (String stage : counter.stages()) {
        assertEquals(counter.number() < 21, plan.stage(stage).orElseThrow().announce(), stage);
      }
    }
    assertTrue(plan.counter(9).orElseThrow().stages().contains("certificate"));
    assertEquals(List.of("general"), plan.counter(10).orElseThrow().stages());
  }

  @Test
  void sheetAndReportMeetAndTheTwoReturnsDiffer() {
    Plan plan = plan("vehicle-inspection");
    assertEquals(
        List.of(
            "checkin",
            "cashier",
            "exterior",
            "emissions",
            "safety",
            "report+signature",
            "certificate"),
        plan.service("inspection").orElseThrow().route().words());
    Plan.Other failed = plan.stage("report").orElseThrow().other().orElseThrow();
    assertEquals("return-papers", failed.stage());
    assertTrue(failed.meet());
    assertEquals(Optional.of("repair"), plan.stage("return-papers").orElseThrow().then());
    assertEquals(Optional.of("emissions"), plan.stage("repair").orElseThrow().then());
    assertEquals(
        "re-exterior", plan.stage("signature").orElseThrow().other().orElseThrow().stage());
    assertEquals(Optional.of("signature"), plan.stage("re-exterior").orElseThrow().then());
  }

  @Test
  void theHeatingHallHasAStandInForEveryWindowAndTellsPapersAtOnce() {
    Plan plan = plan("heating");
    assertTrue(plan.counters().stream().allMatch(counter -> counter.standIn().isPresent()));
    assertEquals(
        List.of("complaint"),
        plan.services().stream()
            .filter(service -> service.papers().isEmpty())
            .map(Plan.Service::id)
            .toList());
    assertTrue(plan.stage("contract").orElseThrow().byOwner());
  }

  @Test
  void thePropertyDeskNeverClosesAndReceivesWithinAMinute() {
    Plan plan = plan("property");
    assertTrue(plan.calendar().always());
    assertEquals(OptionalInt.of(60), plan.stage("reception").orElseThrow().limitSeconds());
  }

  @Test
  void theSupermarketAsksItsManagerBeforeItPaysALargeRefund() {
    Plan plan = plan("supermarket");
    assertEquals("approval", plan.stage("returns").orElseThrow().other().orElseThrow().stage());
    Plan.Stage approval = plan.stage("approval").orElseThrow();
    assertEquals(Optional.of("refund"), approval.then());
    assertEquals(false, approval.announce());
  }

  @Test
  void theServiceDeskHasLunchFromTwelveToOneAndGreetsWithinTenSeconds() {
    Plan plan = plan("service-desk");
    Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertEquals(
        List.of(
            new Calendar.Hours(weekdays, LocalTime.of(9, 0), LocalTime.of(12, 0)),
            new Calendar.Hours(
                weekdays,
                LocalTime.of(13, 0),
                LocalTime.of(18, 0),
                Optional.of(LocalTime.of(17, 40)))),
        plan.calendar().hours());
    Plan.Stage reception = plan.stage("reception").orElseThrow();
    assertEquals(OptionalInt.of(10), reception.waitLimitSeconds());
    assertEquals(OptionalInt.of(60), reception.limitSeconds());
  }
}
