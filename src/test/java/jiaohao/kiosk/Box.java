package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.board.Board;
import jiaohao.board.Boards;
import jiaohao.board.SimulatedSpi;
import jiaohao.button.Lines;
import jiaohao.button.SimulatedLines;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.SerialSlipPrinter;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.printer.SlipPrinter;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import jiaohao.voice.Script;
import jiaohao.voice.SimulatedSpeaker;
import jiaohao.voice.Speaker;

/** A whole box on simulated devices, its journal in a directory of the test. */
final class Box implements AutoCloseable, Devices {
  static final String HALL =
      """
      [hall]
      id = "chebei-01"
      name = { zh = "城北机动车检测站", en = "North Vehicle Inspection" }
      languages = ["zh", "en"]
      %s
      [[service]]
      id = "inspection"
      prefix = "A"
      name = { zh = "年检", en = "Annual inspection" }
      papers = ["行驶证", "车钥匙"]
      stages = ["checkin", "certificate"]
      [[service]]
      id = "questions"
      prefix = "C"
      name = { zh = "咨询", en = "Questions" }
      [[counter]]
      number = 1
      stages = ["checkin", "questions"]
      [[counter]]
      number = 2
      stages = ["certificate", "checkin"]
      stand_in = 1
      """;

  private static final DeviceFile.Board BOARD =
      new DeviceFile.Board("board", DeviceFile.SIMULATED, 4, DeviceFile.Face.DIGITS, Set.of());

  final Clock clock;
  final SimulatedPrinter printer;
  final SimulatedSpeaker speaker;

  /** The chips, which stay what they are however often their bus is opened. */
  final SimulatedSpi chips;

  final Firmware firmware;
  private SimulatedLines lines;

  private Box(
      Path stateDir,
      String hallExtra,
      Clock clock,
      SimulatedPrinter printer,
      Optional<DeviceFile.Sync> sync) {
    this.clock = clock;
    this.printer = printer;
    this.speaker = SimulatedSpeaker.instant(clock);
    this.chips = Boards.simulated(BOARD);
    Reading<Plan> hall = HallFile.parse("hall.toml", HALL.formatted(hallExtra).getBytes(UTF_8));
    Plan plan = hall.value().orElseThrow(() -> new AssertionError(hall.problems()));
    this.firmware =
        new Firmware(
            new Command.Start("test", plan, hall.source()),
            device(plan, DeviceFile.SIMULATED, sync),
            this,
            clock,
            stateDir);
  }

  /** A box with a printer of its own, running and ready. */
  static Box start(Path stateDir) throws Exception {
    return start(stateDir, "");
  }

  /** A box that may not become ready. */
  static Box begin(Path stateDir) {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    return new Box(stateDir, "", clock, quickPrinter(clock), Optional.empty());
  }

  /** A box on the way to a centre, that may have to wait for it. */
  static Box begin(Path stateDir, DeviceFile.Sync sync) {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    return new Box(stateDir, "", clock, quickPrinter(clock), Optional.of(sync));
  }

  /** The same, once it is ready. */
  static Box start(Path stateDir, DeviceFile.Sync sync) throws Exception {
    return begin(stateDir, sync).awaitReady();
  }

  /** {@code hallExtra}: more lines for the hall's table. */
  static Box start(Path stateDir, String hallExtra) throws Exception {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    return start(stateDir, hallExtra, clock, quickPrinter(clock));
  }

  static Box start(Path stateDir, String hallExtra, Clock clock, SimulatedPrinter printer)
      throws Exception {
    return new Box(stateDir, hallExtra, clock, printer, Optional.empty()).awaitReady();
  }

  Box awaitReady() throws Exception {
    firmware.ready().get(20, TimeUnit.SECONDS);
    return this;
  }

  static SimulatedPrinter quickPrinter(Clock clock) {
    return new SimulatedPrinter(quickModel(), clock);
  }

  static PrinterModel quickModel() {
    return PrinterModel.of(115_200, 80).hurried();
  }

  /** The wiring of a box; {@code port}: of its printer. */
  static DeviceFile device(Plan plan, String port) {
    return device(plan, port, Optional.empty());
  }

  private static DeviceFile device(Plan plan, String port, Optional<DeviceFile.Sync> sync) {
    return new DeviceFile(
        List.of(new DeviceFile.Printer("printer", port, 115_200, 80, DeviceFile.Flow.NONE)),
        List.of(BOARD),
        SimulatedButtons.of(plan),
        new DeviceFile.Voice(DeviceFile.SIMULATED),
        sync,
        Optional.empty(),
        DeviceFile.Trust.ALWAYS);
  }

  @Override
  public SlipPrinter printer(DeviceFile.Printer file) {
    return new SerialSlipPrinter(printer::connect, file.baud(), file.widthMillimetres(), clock);
  }

  @Override
  public Board board(DeviceFile.Board file) throws IOException {
    return Boards.on(file, chips);
  }

  @Override
  public Lines lines(List<DeviceFile.Button> buttons) {
    lines = SimulatedLines.real(buttons, clock, 1);
    return lines;
  }

  @Override
  public Speaker speaker(DeviceFile.Voice voice, Script script) {
    return speaker;
  }

  Kiosk kiosk() {
    return firmware.kiosk();
  }

  State state() {
    return kiosk().state();
  }

  /** Brings a press to the inbox as a page would, and waits for its answer. */
  Answer press(String verb) throws Exception {
    return kiosk().press(new Command.Press(Verb.parse(verb), "REF")).get(10, TimeUnit.SECONDS);
  }

  /** Presses, and insists that it is carried out. */
  Box does(String verb) throws Exception {
    Answer answer = press(verb);
    if (answer instanceof Answer.Refused refused) {
      throw new AssertionError(verb + ": " + refused.refusal());
    }
    return this;
  }

  void trouble(Trouble trouble) throws Exception {
    printer.trouble(trouble);
    boolean stops = trouble != Trouble.NONE;
    Await.until(trouble + " is noticed", () -> state().stopped("printer") == stops);
  }

  List<String> slips() {
    return printer.slips().stream().map(PrintedSlip::text).toList();
  }

  List<String> said() {
    return speaker.said().stream().map(SimulatedSpeaker.Said::text).toList();
  }

  /** What the board shows, blank chips left out. */
  List<String> board() {
    return chips.text().stream().filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public void close() {
    firmware.close();
  }

  /** Every fact of a journal. */
  static List<Fact> facts(Path stateDir) throws IOException {
    List<Fact> facts = new ArrayList<>();
    try (JournalReader reader = Journal.reader(stateDir)) {
      reader.read(1, row -> facts.add(row.fact()));
    }
    return facts;
  }

  static <E extends Event> List<E> events(Path stateDir, Class<E> type) throws IOException {
    return facts(stateDir).stream()
        .map(Fact::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
