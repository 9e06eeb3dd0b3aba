package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jiaohao.config.DeviceFile.Beeper;
import jiaohao.config.DeviceFile.CounterDisplay;

/** Reads the displays and beepers that the clerks have. */
final class CounterDisplayReader {
  private static final int LONGEST_CHAIN = 64;
  private static final Pattern LINE = Pattern.compile("(\\S+):(\\d{1,3})");
  private static final Map<String, Boolean> ACTIVE = Map.of("low", true, "high", false);

  private final Section root;
  private final Ids ids;
  private final SpiBuses buses;
  private final List<Found<Integer>> counters = new ArrayList<>();
  private final List<Found<String>> chips = new ArrayList<>();
  private final List<Found<String>> lines = new ArrayList<>();

  CounterDisplayReader(Section root, Ids ids, SpiBuses buses) {
    this.root = root;
    this.ids = ids;
    this.buses = buses;
  }

  List<CounterDisplay> read() {
    List<CounterDisplay> displays =
        root.oneOrMore("counter_display").stream()
            .flatMap(section -> display(section).stream())
            .toList();
    ids.unique(counters, "counter_display counter");
    ids.unique(chips, "counter_display chip");
    ids.unique(lines, "beeper line");
    return displays;
  }

  private Optional<CounterDisplay> display(Section section) {
    section.require("counter", "spi");
    Optional<Found<Integer>> counter = section.whole("counter", 1, CounterReader.HIGHEST_COUNTER);
    Optional<Found<String>> spi = section.words("spi");
    Optional<Found<Integer>> chip = section.whole("chip", 1, LONGEST_CHAIN);
    Optional<Beeper> beeper = beeper(section, counter.map(Found::value).orElse(0));
    boolean supervisor = section.flag("supervisor");
    section.end();
    if (counter.isEmpty() || spi.isEmpty()) {
      return Optional.empty();
    }
    counters.add(counter.get());
    buses.display(section, spi.get());
    int place = chip.map(Found::value).orElse(1);
    boolean real = !spi.get().value().equals(DeviceFile.SIMULATED);
    if (real) {
      Place where = chip.map(Found::place).orElse(spi.get().place());
      chips.add(new Found<>(spi.get().value() + " chip " + place, where));
    }
    return Optional.of(
        new CounterDisplay(
            counter.get().value(), spi.get().value(), real ? place : 1, beeper, supervisor));
  }

  private Optional<Beeper> beeper(Section section, int counter) {
    Optional<Found<String>> words = section.words("beeper");
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean activeLow = section.oneOf("beeper_active", ACTIVE).map(Found::value).orElse(false);
    if (words.get().value().equals(DeviceFile.SIMULATED)) {
      return Optional.of(new Beeper(DeviceFile.SIMULATED, counter, activeLow));
    }
    Matcher line = LINE.matcher(words.get().value());
    if (!line.matches() || line.group(1).equals(DeviceFile.SIMULATED)) {
      section.refuse(
          words.get(),
          both(
              "应为 芯片:线号,如 \"gpiochip0:22\",或 \"simulated\"",
              "expected CHIP:LINE such as \"gpiochip0:22\", or \"simulated\""));
      return Optional.empty();
    }
    Beeper beeper = new Beeper(line.group(1), Integer.parseInt(line.group(2)), activeLow);
    lines.add(new Found<>(beeper.line(), words.get().place()));
    return Optional.of(beeper);
  }
}
