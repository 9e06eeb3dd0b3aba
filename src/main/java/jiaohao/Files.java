package jiaohao;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jiaohao.config.Checks;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.config.Problem;
import jiaohao.config.Reading;
import jiaohao.hall.Plan;
import jiaohao.kiosk.HallCheck;

/**
 * The two files of a box, read and found to fit each other.
 *
 * @param check of other hall files with the same device file
 */
record Files(Plan plan, String source, DeviceFile device, HallCheck check) {
  /** Both files; empty, with every problem told on stderr, when either is wrong. */
  static Optional<Files> read(Path hallFile, Path deviceFile) {
    return of(HallFile.read(hallFile), DeviceFileReader.read(deviceFile));
  }

  /** As {@link #read}, of files that have been read already. */
  static Optional<Files> of(Reading<Plan> hall, Reading<DeviceFile> device) {
    tell(hall.problems());
    tell(device.problems());
    if (hall.value().isEmpty() || device.value().isEmpty()) {
      return Optional.empty();
    }
    List<Problem> together = Checks.together(hall, device);
    tell(together);
    return together.stream().allMatch(Problem::warning)
        ? Optional.of(
            new Files(
                hall.value().get(),
                hall.source(),
                device.value().get(),
                other -> Checks.together(other, device)))
        : Optional.empty();
  }

  static void tell(List<Problem> problems) {
    problems.forEach(System.err::println);
  }
}
