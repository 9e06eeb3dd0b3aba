package jiaohao.bench;

import java.util.UUID;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Firmware;

/**
 * What the requests are about.
 *
 * @param plan the hall's, as it was started with
 * @param firmware under test
 * @param devices it runs on
 * @param fingers that press its buttons
 * @param run differs from start to start, so that an open page notices that it is out of date
 */
record Bench(Plan plan, Firmware firmware, BenchDevices devices, Fingers fingers, String run) {
  static Bench of(Plan plan, Firmware firmware, BenchDevices devices) {
    Fingers fingers = new Fingers(devices.file().buttons(), devices.lines(), firmware.presses());
    return new Bench(plan, firmware, devices, fingers, UUID.randomUUID().toString());
  }
}
