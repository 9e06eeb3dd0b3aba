package jiaohao.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jiaohao.hall.Plan;

/** Files that are right, to be broken by tests. */
final class Examples {
  /** A hall file that uses every key of a plain hall; line numbers matter to the tests. */
  static final String HALL =
      """
      [hall]
      id = "chebei-01"
      name = { zh = "城北机动车检测站", en = "North Vehicle Inspection" }
      timezone = "Asia/Shanghai"
      languages = ["zh", "en"]
      day_starts = "04:00"
      no_paper = "announce"
      reprint_within_s = 600
      walk_s = 20
      customer = { zh = "顾客", en = "customers" }
      one = "yao"
      [[hours]]
      days = "mon-sat"
      open = "08:30"
      close = "17:00"

      [[service]]
      id = "inspection"
      prefix = "A"
      name = { zh = "年检", en = "Annual inspection" }
      papers = ["行驶证", { zh = "车钥匙", en = "car key" }]
      stages = ["checkin", "certificate"]
      [[service]]
      id = "enquiry"
      prefix = "C"
      name = "咨询 Enquiry"

      [[stage]]
      id = "checkin"
      name = { zh = "报检", en = "Check-in" }
      limit_s = 30
      wait_limit_s = 900

      [[counter]]
      number = 1
      stages = ["checkin", "enquiry"]
      stand_in = 2
      [[counter]]
      number = 2
      stages = ["certificate"]
      """;

  /** A hall file that uses every other key, too. */
  static final String STATION =
      """
      [hall]
      id = "chedong-02"
      name = "城东检测站"
      languages = ["zh", "en"]
      start_key = true
      apology_every_s = 300
      promise = true
      closing_checks = ["关电源", { zh = "锁门", en = "lock the doors" }]
      [[hours]]
      days = "mon-fri"
      open = "09:00"
      close = "12:00"
      [[hours]]
      days = "mon-fri"
      open = "13:00"
      close = "18:00"
      last_ticket = "17:30"
      [[holiday]]
      from = "2027-02-15"
      to = "2027-02-21"
      name = "春节"
      [[holiday]]
      from = "2027-05-01"
      [[workday]]
      date = "2027-02-14"
      as = "mon"
      [fairness]
      overtake_most = 4
      back_after = 5
      [missed]
      calls = 2
      back_after = 6
      returns = 7
      [[group]]
      id = "elderly"
      name = { zh = "老人", en = "the elderly" }
      [[staff]]
      id = "lin"
      name = "林"

      [[service]]
      id = "inspection"
      prefix = "A"
      name = "年检"
      papers = ["行驶证"]
      stages = ["checkin", ["report", "signature"], "certificate"]
      daily_most = 200
      at_once_most = 40
      last_ticket = "16:30"

      [[stage]]
      id = "checkin"
      by_owner = true
      other = { name = "材料不全", to = "hold", notice = true }
      token = { name = "钥匙号", kind = "key-tag", use = "bind" }
      [[stage]]
      id = "report"
      announce = false
      other = { name = "不合格", to = "repair", meet = true }
      [[stage]]
      id = "signature"
      announce = false
      other = { name = "不合格", to = "end" }
      [[stage]]
      id = "certificate"
      papers_after = ["检测报告"]
      token = { name = "钥匙号", kind = "key-tag", use = "match" }
      [[stage]]
      id = "repair"
      outside = true
      then = "checkin"

      [[counter]]
      number = 1
      stages = ["checkin", "repair", "report"]
      rule = "shares"
      shares = [2, 1, 1]
      [[counter]]
      number = 9
      stages = ["certificate", "signature"]
      rule = "longest"
      """;

  /** A device file that uses every key. */
  static final String DEVICE =
      """
      [[printer]]
      id = "front"
      port = "/dev/kiosk/printer"
      baud = 9600
      width_mm = 80
      flow = "none"
      [[board]]
      id = "left"
      spi = "/dev/spidev0.0"
      chips = 8
      face = "digits"
      counters = [1, 2]
      [[board]]
      id = "right"
      spi = "/dev/spidev0.1"
      chips = 4
      face = "matrix"
      rows = 2
      order = "snake"
      rotation = 90
      [[button]]
      line = "gpiochip0:17"
      active = "low"
      pull = "up"
      press = "take inspection"
      held = "language en"
      [[button]]
      line = "pinctrl-bcm2711:27"
      active = "high"
      pull = "down"
      press = "take enquiry"
      [[button]]
      line = "simulated"
      press = "next 1"
      held = "undo 1"
      [[button]]
      line = "simulated"
      press = "next 2"
      [voice]
      output = "alsa:default"
      [sync]
      nats = "nats://127.0.0.1:4222"
      [console]
      listen = "127.0.0.1:8081"
      [clock]
      trust = "auto"
      """;

  private Examples() {}

  static Reading<Plan> hall(String text) {
    return HallFile.parse("hall.toml", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading<DeviceFile> device(String text) {
    return DeviceFileReader.parse("device.toml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code text} with one passage changed, which must be there. */
  static String changed(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException("not in the example: " + from);
    }
    return text.replace(from, to);
  }

  /** Problems as "LINE:COLUMN message". */
  static List<String> told(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.toString().substring(problem.file().length() + 1))
        .toList();
  }
}
