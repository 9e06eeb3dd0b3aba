package jiaohao.kiosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jiaohao.board.Board;
import jiaohao.board.Boards;
import jiaohao.button.ButtonLines;
import jiaohao.button.Lines;
import jiaohao.button.SimulatedLines;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.printer.Printers;
import jiaohao.printer.SlipPrinter;
import jiaohao.testing.Await;
import jiaohao.voice.Script;
import jiaohao.voice.SilentSpeaker;
import jiaohao.voice.Speaker;

/**
 * A box in a process of its own, with a real tty for a printer, that presses its own buttons until
 * it is killed; or, told to settle, waits until no slip is owed and stops in an orderly way.
 *
 * <p>Arguments: state directory, tty, seed, "press" or "settle".
 */
public final class StormChild {
  private static final List<String> VERBS =
      List.of(
          "take inspection",
          "take inspection",
          "take questions",
          "next 1",
          "next 2",
          "next 1",
          "next 2",
          "finish 1",
          "miss 2",
          "recall 1",
          "recall 2",
          "undo 1",
          "hold 2",
          "pause 1",
          "start 2",
          "language en",
          "assist");

  private StormChild() {}

  /** Runs the box. */
  public static void main(String[] args) throws Exception {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    Plan plan =
        HallFile.parse("hall.toml", Box.HALL.formatted("").getBytes(StandardCharsets.UTF_8))
            .value()
            .get();
    Firmware firmware =
        new Firmware(
            new Command.Start("storm", plan, Box.HALL),
            Box.device(plan, args[1]),
            new StormDevices(clock),
            clock,
            Path.of(args[0]));
    firmware.ready().get(20, TimeUnit.SECONDS);
    System.out.println("ready");
    if (args[3].equals("settle")) {
      Await.until(
          "every slip is settled",
          Duration.ofMinutes(2),
          () -> firmware.kiosk().state().owed().isEmpty());
      firmware.close();
    } else {
      press(firmware.kiosk(), Long.parseLong(args[2]));
    }
  }

  private static void press(Kiosk kiosk, long seed) {
    for (int finger = 0; finger < 3; finger++) {
      Random random = new Random(seed * 31 + finger);
      Thread.ofPlatform().start(() -> pressForEver(kiosk, random));
    }
  }

  private static void pressForEver(Kiosk kiosk, Random random) {
    while (true) {
      Verb verb = Verb.parse(VERBS.get(random.nextInt(VERBS.size())));
      kiosk.press(new Command.Press(verb, "REF")).join();
      // A day has only 999 numbers of a kind.
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(30)).toNanos());
    }
  }

  private record StormDevices(Clock clock) implements Devices {
    @Override
    public SlipPrinter printer(DeviceFile.Printer printer) {
      return Printers.open(printer, clock);
    }

    @Override
    public Board board(DeviceFile.Board board) throws IOException {
      return Boards.on(board, Boards.simulated(board));
    }

    @Override
    public Lines lines(List<DeviceFile.Button> buttons) {
      return ButtonLines.of(buttons, clock, SimulatedLines.real(buttons, clock, 1));
    }

    @Override
    public Speaker speaker(DeviceFile.Voice voice, Script script) {
      return new SilentSpeaker();
    }
  }
}
