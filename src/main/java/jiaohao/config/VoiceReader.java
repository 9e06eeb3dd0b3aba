package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the table [voice] of a device file. */
final class VoiceReader {
  private static final String OFF = "off";
  private static final Pattern OUTPUT = Pattern.compile("(alsa|file):\\S.*");
  private static final int FULL = 100;

  private final Section section;
  private final Problems problems;

  private VoiceReader(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  /** Left out is off: not every box has a speaker. */
  static DeviceFile.Voice read(Section root, Problems problems) {
    return root.section("voice")
        .map(section -> new VoiceReader(section, problems).read())
        .orElse(new DeviceFile.Voice(OFF));
  }

  private DeviceFile.Voice read() {
    section.require("output");
    Optional<Found<String>> output = section.words("output");
    output.ifPresent(this::checkOutput);
    DeviceFile.Voice voice =
        new DeviceFile.Voice(
            output.map(Found::value).orElse(OFF),
            bank(),
            section.whole("volume", 0, FULL).map(Found::value).orElse(FULL),
            quiet());
    section.end();
    return voice;
  }

  private void checkOutput(Found<String> output) {
    List<String> words = List.of(DeviceFile.SIMULATED, OFF);
    if (!words.contains(output.value()) && !OUTPUT.matcher(output.value()).matches()) {
      section.refuse(
          output,
          Nearest.hint(output.value(), words)
              + both("应为下列之一", "expected one of")
              + ": \"alsa:default\", \"file:DIR\", \"simulated\", \"off\"");
    }
  }

  private Optional<String> bank() {
    Optional<Found<String>> bank = section.words("bank");
    bank.filter(found -> found.value().isBlank())
        .ifPresent(found ->
            section.refuse(
                found,
                both(
                    "应为 jiaohao voice bank 生成的目录",
                    "expected a folder that jiaohao voice bank made")));
    return bank.map(Found::value);
  }

  private List<DeviceFile.Quiet> quiet() {
    List<DeviceFile.Quiet> quiet = new ArrayList<>();
    for (Section hours : section.sections("quiet")) {
      quiet(hours).ifPresent(quiet::add);
    }
    return quiet;
  }

  private Optional<DeviceFile.Quiet> quiet(Section hours) {
    hours.require("from", "to", "volume");
    Timetable timetable = new Timetable(problems);
    Optional<Found<LocalTime>> from = timetable.time(hours, "from");
    Optional<Found<LocalTime>> to = timetable.time(hours, "to");
    Optional<Found<Integer>> volume = hours.whole("volume", 0, FULL);
    hours.end();
    if (from.isEmpty() || to.isEmpty() || volume.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().value().equals(to.get().value())) {
      problems.error(
          to.get().place(),
          both("from 与 to 相同", "from and to are the same"),
          both("写两个不同的时间,可以过夜", "write two times; they may go over midnight"));
    }
    return Optional.of(
        new DeviceFile.Quiet(from.get().value(), to.get().value(), volume.get().value()));
  }
}
