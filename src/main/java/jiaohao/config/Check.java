package jiaohao.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jiaohao.hall.Plan;

/** What {@code jiaohao check FILE…} does: each file alone, and each hall with each device file. */
public final class Check {
  private static final Pattern HEADER =
      Pattern.compile("(?m)^[ \\t]*(?:\\[\\[?|【{1,2}|［{1,2})[ \\t]*([a-z]+)");

  private Check() {}

  /** All problems, errors and warnings, file by file in the order given. */
  public static List<Problem> files(List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    List<Reading<Plan>> halls = new ArrayList<>();
    List<Reading<DeviceFile>> devices = new ArrayList<>();
    for (Path file : files) {
      Reading<DeviceFile> device = DeviceFileReader.read(file);
      if (isHall(device.source())) {
        Reading<Plan> hall = HallFile.read(file);
        halls.add(hall);
        problems.addAll(hall.problems());
      } else {
        devices.add(device);
        problems.addAll(device.problems());
      }
    }
    for (Reading<Plan> hall : halls) {
      devices.forEach(device -> problems.addAll(Checks.together(hall, device)));
    }
    return problems.stream().distinct().toList();
  }

  /** Tells by the headers, since a file that is broken is to be called what it was meant to be. */
  static boolean isHall(String source) {
    List<String> tables = HEADER.matcher(source).results().map(header -> header.group(1)).toList();
    long ofHalls = tables.stream().filter(TomlFile.HALL_TABLES::contains).count();
    long ofDevices = tables.stream().filter(TomlFile.DEVICE_TABLES::contains).count();
    return ofHalls == ofDevices ? tables.contains("hall") : ofHalls > ofDevices;
  }
}
