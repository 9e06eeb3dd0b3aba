package jiaohao.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Firmware;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.testing.Await;
import jiaohao.testing.PacedLine;

/**
 * How long a customer waits: the whole firmware, its journal on the disk, its printer behind a real
 * tty whose far end takes a byte only when 9600 baud have let it pass. And from a commit to the
 * first frame for the number boards, digits and dots. Arguments: {@code [PRESSES [answering|mute
 * [DIR [NATS]]]]}, the last the address of a server that events are sent to: one that is there,
 * slow or gone must make no difference.
 */
public final class PressBenchmark {
  private static final int BAUD = 9600;
  private static final int WARM_UP = 5;

  /** How a slip begins: FS &, Chinese mode. */
  private static final byte[] BEGIN = {0x1C, 0x26};

  private static final byte[] CUT = {0x1D, 0x56, 0x42, 0x00};

  private final PacedLine line;
  private final TappedDevices devices;
  private final Firmware firmware;
  private final Random random = new Random(BAUD);
  private volatile long committedNanos;
  private Figures figures = new Figures();

  private PressBenchmark(PacedLine line, Clock clock, Path stateDir, Optional<DeviceFile.Sync> sync)
      throws Exception {
    this.line = line;
    this.devices = new TappedDevices(clock);
    Reading<Plan> hall = HallFile.read(Path.of("device/halls/demo.toml"));
    Plan plan = hall.value().orElseThrow();
    firmware =
        new Firmware(
            new Command.Start("benchmark", plan, hall.source()),
            TappedDevices.file(plan, line.slave(), BAUD, sync),
            devices,
            clock,
            stateDir);
    firmware.ready().get(20, TimeUnit.SECONDS);
    firmware.kiosk().watch((state, facts) -> committedNanos = System.nanoTime());
  }

  /** An empty box would wait for a centre that is slow or gone. */
  private static DeviceFile.Sync sync(String server) {
    return new DeviceFile.Sync(
        List.of(server),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeviceFile.First.BEGIN,
        Map.of());
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int presses = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    boolean mute = args.length > 1 && args[1].equals("mute");
    Path parent = Path.of(args.length > 2 ? args[2] : "target");
    Optional<DeviceFile.Sync> sync =
        args.length > 3 ? Optional.of(sync(args[3])) : Optional.empty();
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    try (Scratch scratch = Scratch.in(parent, "press-benchmark");
        PacedLine line = new PacedLine(BAUD, mute ? PacedLine.Far.MUTE : printer(clock))) {
      new PressBenchmark(line, clock, scratch.dir(), sync).measure(presses);
    }
  }

  /** A printer that is done as soon as it has everything, and says so. */
  private static PacedLine.Far printer(Clock clock) {
    SimulatedPrinter printer = new SimulatedPrinter(PrinterModel.of(921_600, 80).hurried(), clock);
    return bytes -> {
      printer.write(bytes);
      return printer.read();
    };
  }

  private void measure(int presses) throws Exception {
    for (int round = -WARM_UP; round < presses; round++) {
      if (round == 0) {
        figures = new Figures();
      }
      press();
      touch();
      call();
    }
    figures.print();
    firmware.close();
  }

  /** From the call that a page or the centre makes. */
  private void press() throws Exception {
    idle();
    int before = line.count();
    long begunNanos = System.nanoTime();
    done(new Verb.Take("inspection"));
    long answeredNanos = System.nanoTime();
    note("press", slip(before), begunNanos, answeredNanos);
  }

  /** From the first edge of a contact that bounces; it counts 25 ms after the last edge. */
  private void touch() throws Exception {
    idle();
    int before = line.count();
    int tickets = firmware.kiosk().state().tickets().size();
    long begunNanos = System.nanoTime();
    devices.lines().pressAtOnce(0, 40);
    Await.until("a ticket", () -> firmware.kiosk().state().tickets().size() > tickets);
    long answeredNanos = committedNanos;
    note("contact", slip(before), begunNanos, answeredNanos);
  }

  /** From a commit to the board. */
  private void call() throws Exception {
    idle();
    State state = firmware.kiosk().state();
    devices.seek(state.queue("checkin").values().iterator().next().number());
    done(new Verb.AtCounter(Verb.Key.NEXT, 1));
    long calledNanos = committedNanos;
    for (String board : List.of(TappedDevices.DIGITS, TappedDevices.MATRIX)) {
      Await.until(board + " is told", () -> devices.shownNanos(board) > 0);
      long shownNanos = devices.shownNanos(board);
      figures.note(
          "call: commit to first SPI byte, " + board + ", ms", millis(shownNanos - calledNanos));
    }
  }

  /** At no particular moment of the printer worker's second, and past a button's lock-out. */
  private void idle() throws Exception {
    Await.until("every slip is out", Duration.ofSeconds(30), this::nothingOwed);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(350 + random.nextInt(1000)));
  }

  private boolean nothingOwed() {
    return firmware.kiosk().state().owed().isEmpty();
  }

  private void done(Verb verb) throws Exception {
    Answer answer =
        firmware.kiosk().press(new Command.Press(verb, "0123456789ABC")).get(10, TimeUnit.SECONDS);
    if (answer instanceof Answer.Refused refused) {
      throw new IllegalStateException(verb + ": " + refused.refusal());
    }
  }

  /** A slip on the wire, and how many bytes were sent between the press and it. */
  private record Slip(int ahead, List<PacedLine.Taken> bytes) {}

  private Slip slip(int before) throws Exception {
    Await.until("the slip is cut", () -> indexOf(CUT, line.bytes(before)) >= 0);
    byte[] bytes = line.bytes(before);
    int begin = indexOf(BEGIN, bytes);
    int end = indexOf(CUT, bytes) + CUT.length;
    return new Slip(begin, line.taken(before).subList(begin, end));
  }

  private void note(String from, Slip slip, long begunNanos, long answeredNanos) {
    long wireNanos = slip.bytes().size() * line.byteNanos();
    long firstNanos = slip.bytes().getFirst().begunNanos() - begunNanos;
    long wholeNanos = slip.bytes().getLast().endedNanos() - begunNanos;
    figures.note(from + " to committed answer, ms", millis(answeredNanos - begunNanos));
    figures.note(from + " to first byte, ms", millis(firstNanos));
    figures.note(from + " to last byte, ms", millis(wholeNanos));
    figures.note(from + ": bytes of the slip", slip.bytes().size());
    figures.note(from + ": bytes sent before it", slip.ahead());
    figures.note(from + " to last byte / wire time", (double) wholeNanos / wireNanos);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static int indexOf(byte[] wanted, byte[] bytes) {
    for (int from = 0; from + wanted.length <= bytes.length; from++) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, from, from + wanted.length))) {
        return from;
      }
    }
    return -1;
  }
}
