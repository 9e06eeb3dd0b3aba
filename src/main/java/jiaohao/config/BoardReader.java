package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jiaohao.config.DeviceFile.Board;
import jiaohao.config.DeviceFile.Brightness;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Look;
import jiaohao.config.DeviceFile.Order;

/** Reads the number boards of a device file. */
final class BoardReader {
  private static final int MOST_CHIPS = 64;

  /** One line of characters, which are 16 dots high. */
  private static final int ROWS = 2;

  /** A MAX7219 knows sixteen steps. */
  private static final int BRIGHTEST = 15;

  private static final Map<String, Face> FACES =
      Map.of("digits", Face.DIGITS, "matrix", Face.MATRIX, "xunpeng", Face.XUNPENG);
  private static final Map<String, Order> ORDERS = Map.of("rows", Order.ROWS, "snake", Order.SNAKE);
  private static final Map<String, Boolean> IDLE = Map.of("clock", true, "blank", false);
  private static final Pattern PATH = Pattern.compile("/\\S+[^/\\s]");

  private final Section root;
  private final Problems problems;
  private final Ids ids;
  private final List<Found<String>> names = new ArrayList<>();
  private final List<Found<String>> ports = new ArrayList<>();
  private final SpiBuses buses;

  BoardReader(Section root, Problems problems, Ids ids, SpiBuses buses) {
    this.root = root;
    this.problems = problems;
    this.ids = ids;
    this.buses = buses;
  }

  List<Board> read() {
    List<Board> boards = root.oneOrMore("board").stream().map(this::board).toList();
    ids.unique(names, "board id");
    ids.unique(ports, "board port");
    return boards;
  }

  private Board board(Section section) {
    Face face = section.oneOf("face", FACES).map(Found::value).orElse(Face.DIGITS);
    Found<String> id = ids.read(section, "id").orElse(new Found<>("board", section.place()));
    names.add(id);
    Board board = face == Face.XUNPENG ? screen(section, id) : chain(section, id, face);
    section.end();
    return board;
  }

  private Board chain(Section section, Found<String> id, Face face) {
    section.require("spi", "chips");
    Optional<Found<String>> spi = section.words("spi");
    spi.ifPresent(found -> buses.board(section, found));
    Optional<Found<Integer>> chips = section.whole("chips", 1, MOST_CHIPS);
    Set<Integer> counters = counters(section);
    Layout layout = layout(section, face, chips);
    return new Board(
        id.value(),
        spi.map(Found::value).orElse(DeviceFile.SIMULATED),
        chips.map(Found::value).orElse(1),
        face,
        counters,
        layout,
        look(section, face));
  }

  /** One a counter: the frames name no screen, so each has a line of its own. */
  private Board screen(Section section, Found<String> id) {
    section.require("port", "counters");
    Optional<Found<String>> port = section.words("port");
    port.ifPresent(found -> checkPort(section, found));
    return new Board(
        id.value(),
        port.map(Found::value).orElse(DeviceFile.SIMULATED),
        1,
        Face.XUNPENG,
        counters(section),
        Layout.ONE_ROW,
        Look.USUAL);
  }

  private void checkPort(Section section, Found<String> port) {
    if (port.value().equals(DeviceFile.SIMULATED)) {
      return;
    }
    ports.add(port);
    if (!PATH.matcher(port.value()).matches()) {
      section.refuse(
          port,
          Nearest.hint(port.value(), List.of(DeviceFile.SIMULATED))
              + both(
                  "应为串口路径或 \"simulated\"",
                  "expected a tty such as /dev/ttyUSB0, or \"simulated\""));
    }
  }

  private Set<Integer> counters(Section section) {
    List<Found<Integer>> counters =
        section.someElements("counters").stream()
            .flatMap(number -> section.whole(number, 1, CounterReader.HIGHEST_COUNTER).stream())
            .toList();
    ids.unique(counters, "counter");
    return new HashSet<>(Found.values(counters));
  }

  private Layout layout(Section section, Face face, Optional<Found<Integer>> chips) {
    if (face == Face.DIGITS) {
      return Layout.ONE_ROW;
    }
    Optional<Found<Integer>> rows = section.whole("rows", 1, MOST_CHIPS);
    chips.ifPresent(
        found -> checkRows(rows.orElseGet(() -> new Found<>(ROWS, found.place())), found.value()));
    Optional<Found<Integer>> rotation = section.whole("rotation", 0, 270);
    rotation.ifPresent(this::checkRotation);
    return new Layout(
        rows.map(Found::value).orElse(ROWS),
        section.oneOf("order", ORDERS).map(Found::value).orElse(Order.ROWS),
        rotation.map(Found::value).orElse(0));
  }

  private void checkRows(Found<Integer> rows, int chips) {
    if (chips % rows.value() != 0) {
      problems.error(
          rows.place(),
          both(
              chips + " 片不能分成 " + rows.value() + " 行",
              chips + " chips do not make " + rows.value() + " rows"),
          both("应能整除", "expected a divisor of the number of chips"));
    } else if (rows.value() % 2 != 0) {
      problems.error(
          rows.place(),
          both(rows.value() + " 行点阵写不下汉字", rows.value() + " rows do not hold the characters"),
          both("每行字高 16 点,应为偶数", "expected an even number: characters are 16 dots high"));
    }
  }

  private void checkRotation(Found<Integer> rotation) {
    if (rotation.value() % 90 != 0) {
      problems.error(
          rotation.place(),
          both("无效的值 " + rotation.value(), "invalid value " + rotation.value()),
          both("应为下列之一", "expected one of") + ": 0, 90, 180, 270");
    }
  }

  private Look look(Section section, Face face) {
    List<Brightness> brightness = brightness(section);
    if (face == Face.DIGITS) {
      boolean clock = section.oneOf("idle", IDLE).map(Found::value).orElse(false);
      return new Look(brightness, Optional.empty(), clock);
    }
    Optional<Found<String>> font = section.words("font");
    font.ifPresent(found -> checkFont(section, found));
    return new Look(brightness, font.map(found -> Path.of(found.value())), false);
  }

  private static void checkFont(Section section, Found<String> font) {
    if (!PATH.matcher(font.value()).matches()) {
      section.refuse(
          font, both("应为字库文件的完整路径", "expected the full path of a font, such as /…/guob16.pcf.gz"));
    }
  }

  /** One step for the whole day, or a step for each hour from which it holds. */
  private List<Brightness> brightness(Section section) {
    Optional<Found<Object>> found = section.find("brightness");
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get().value() instanceof Long) {
      return section.whole(found.get(), 0, BRIGHTEST).stream()
          .map(level -> new Brightness(LocalTime.MIN, level.value()))
          .toList();
    }
    return section.section("brightness", "0–15, { \"07:00\" = 8, \"20:00\" = 2 }").stream()
        .flatMap(hours -> hourly(hours).stream())
        .toList();
  }

  private List<Brightness> hourly(Section hours) {
    Timetable times = new Timetable(problems);
    List<Brightness> brightness = new ArrayList<>();
    for (Found<String> hour : hours.keys()) {
      Optional<Found<Integer>> level = hours.whole(hour.value(), 0, BRIGHTEST);
      times
          .time(hours, hour)
          .ifPresent(from ->
              level.ifPresent(step -> brightness.add(new Brightness(from.value(), step.value()))));
    }
    return brightness;
  }
}
