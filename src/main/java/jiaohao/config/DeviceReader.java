package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jiaohao.config.DeviceFile.Charset;
import jiaohao.config.DeviceFile.Flow;
import jiaohao.config.DeviceFile.Printer;
import jiaohao.config.DeviceFile.Trust;

/** Makes a {@link DeviceFile} of a device file's tables. */
final class DeviceReader {
  private static final int BAUD = 9600;

  /** Those that Linux serial drivers and the printers' DIP switches share. */
  private static final Set<Integer> BAUD_RATES =
      Set.of(1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600);

  private static final int WIDTH_MILLIMETRES = 80;
  private static final Set<Integer> WIDTHS = Set.of(58, 80);
  private static final Pattern TTY = Pattern.compile("/\\S+[^/\\s]");
  private static final Map<String, Flow> FLOWS =
      Map.of("none", Flow.NONE, "rtscts", Flow.RTSCTS, "xonxoff", Flow.XONXOFF);
  private static final Map<String, Charset> CHARSETS =
      Map.of("gb18030", Charset.GB18030, "gb2312", Charset.GB2312, "ascii", Charset.ASCII);
  private static final Map<String, Trust> TRUSTS =
      Map.of("auto", Trust.AUTO, "always", Trust.ALWAYS, "never", Trust.NEVER);

  private final Section root;
  private final Problems problems;
  private final Ids ids;

  private DeviceReader(Section root, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.ids = new Ids(problems);
  }

  static Optional<DeviceFile> read(Section root, Problems problems) {
    return new DeviceReader(root, problems).read();
  }

  private Optional<DeviceFile> read() {
    List<Printer> printers = printers();
    SpiBuses buses = new SpiBuses(ids);
    DeviceFile device =
        new DeviceFile(
            printers,
            new BoardReader(root, problems, ids, buses).read(),
            new ButtonReader(root, problems).read(),
            VoiceReader.read(root, problems),
            SyncReader.read(root),
            Addresses.console(root),
            trust(),
            new CounterDisplayReader(root, ids, buses).read());
    buses.end();
    root.end(
        Set.copyOf(TomlFile.HALL_TABLES),
        both("这属于营业厅文件 (--hall)", "this belongs in the hall file (--hall)"));
    reportEmpty();
    return Optional.of(device);
  }

  private void reportEmpty() {
    if (TomlFile.DEVICE_TABLES.stream().noneMatch(root::has)) {
      problems.undeclared(
          Place.START,
          both("文件里没有任何设备", "no device in this file"),
          both("请写上 [printer] 等", "add [printer] and the others"));
    }
  }

  private List<Printer> printers() {
    List<Printer> printers = new ArrayList<>();
    List<Found<String>> names = new ArrayList<>();
    List<Found<String>> ports = new ArrayList<>();
    for (Section section : root.oneOrMore("printer")) {
      printers.add(printer(section, names, ports));
    }
    ids.unique(names, "printer id");
    ids.unique(ports, "printer port");
    return printers;
  }

  private Printer printer(Section section, List<Found<String>> names, List<Found<String>> ports) {
    section.require("port");
    Found<String> id = ids.read(section, "id").orElse(new Found<>("printer", section.place()));
    names.add(id);
    Optional<Found<String>> port = section.words("port");
    port.ifPresent(found -> checkPort(section, found));
    port.filter(found -> !isSimulated(found)).ifPresent(ports::add);
    int baud = oneOf(section, "baud", BAUD_RATES, BAUD);
    int width = oneOf(section, "width_mm", WIDTHS, WIDTH_MILLIMETRES);
    Flow flow = section.oneOf("flow", FLOWS).map(Found::value).orElse(Flow.NONE);
    Charset charset = section.oneOf("charset", CHARSETS).map(Found::value).orElse(Charset.GB18030);
    section.end();
    return new Printer(
        id.value(),
        port.map(Found::value).orElse(DeviceFile.SIMULATED),
        baud,
        width,
        flow,
        charset);
  }

  private static boolean isSimulated(Found<String> word) {
    return word.value().equals(DeviceFile.SIMULATED);
  }

  private static void checkPort(Section section, Found<String> port) {
    if (!isSimulated(port) && !TTY.matcher(port.value()).matches()) {
      section.refuse(
          port,
          Nearest.hint(port.value(), List.of(DeviceFile.SIMULATED))
              + both(
                  "应为串口路径或 \"simulated\"",
                  "expected a tty such as /dev/ttyUSB0, or \"simulated\""));
    }
  }

  private int oneOf(Section section, String key, Set<Integer> choices, int otherwise) {
    Optional<Found<Integer>> number = section.whole(key, 1, Integer.MAX_VALUE);
    number
        .filter(found -> !choices.contains(found.value()))
        .ifPresent(found ->
            problems.error(
                found.place(),
                both("无效的值 " + found.value(), "invalid value " + found.value()),
                both("应为下列之一", "expected one of") + ": " + listed(choices)));
    return number.map(Found::value).orElse(otherwise);
  }

  private static String listed(Set<Integer> choices) {
    return String.join(", ", choices.stream().sorted().map(String::valueOf).toList());
  }

  private Trust trust() {
    Optional<Section> clock = root.section("clock");
    Optional<Trust> trust =
        clock.flatMap(section -> section.oneOf("trust", TRUSTS).map(Found::value));
    clock.ifPresent(Section::end);
    return trust.orElse(Trust.AUTO);
  }
}
