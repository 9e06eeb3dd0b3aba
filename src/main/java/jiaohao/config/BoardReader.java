package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jiaohao.config.DeviceFile.Board;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;

/** Reads the number boards of a device file. */
final class BoardReader {
  private static final int MOST_CHIPS = 64;
  private static final Map<String, Face> FACES =
      Map.of("digits", Face.DIGITS, "matrix", Face.MATRIX);
  private static final Map<String, Order> ORDERS = Map.of("rows", Order.ROWS, "snake", Order.SNAKE);

  /** Bus and chip select as the kernel names them; Pi4J knows the buses 0–6. */
  private static final Pattern SPI = Pattern.compile("/dev/spidev[0-6]\\.\\d{1,3}");

  private final Section root;
  private final Problems problems;
  private final Ids ids;
  private final List<Found<String>> names = new ArrayList<>();
  private final List<Found<String>> buses = new ArrayList<>();

  BoardReader(Section root, Problems problems, Ids ids) {
    this.root = root;
    this.problems = problems;
    this.ids = ids;
  }

  List<Board> read() {
    List<Board> boards = root.oneOrMore("board").stream().map(this::board).toList();
    ids.unique(names, "board id");
    ids.unique(buses, "board spi");
    return boards;
  }

  private Board board(Section section) {
    section.require("spi", "chips");
    Found<String> id = ids.read(section, "id").orElse(new Found<>("board", section.place()));
    names.add(id);
    Optional<Found<String>> spi = section.words("spi");
    spi.ifPresent(found -> checkSpi(section, found));
    Optional<Found<Integer>> chips = section.whole("chips", 1, MOST_CHIPS);
    Face face = section.oneOf("face", FACES).map(Found::value).orElse(Face.DIGITS);
    Set<Integer> counters = counters(section);
    Layout layout = layout(section, face, chips);
    section.end();
    return new Board(
        id.value(),
        spi.map(Found::value).orElse(DeviceFile.SIMULATED),
        chips.map(Found::value).orElse(1),
        face,
        counters,
        layout);
  }

  private void checkSpi(Section section, Found<String> spi) {
    if (spi.value().equals(DeviceFile.SIMULATED)) {
      return;
    }
    buses.add(spi);
    if (!SPI.matcher(spi.value()).matches()) {
      section.refuse(
          spi,
          Nearest.hint(spi.value(), List.of("/dev/spidev0.0", DeviceFile.SIMULATED))
              + both(
                  "应为 SPI 设备路径或 \"simulated\"", "expected /dev/spidev0.0 … 6.N, or \"simulated\""));
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
    if (rows.isPresent() && chips.isPresent()) {
      checkRows(rows.get(), chips.get().value());
    }
    Optional<Found<Integer>> rotation = section.whole("rotation", 0, 270);
    rotation.ifPresent(this::checkRotation);
    return new Layout(
        rows.map(Found::value).orElse(1),
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
}
