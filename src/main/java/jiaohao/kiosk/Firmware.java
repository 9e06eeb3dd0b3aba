package jiaohao.kiosk;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;

/** The whole firmware of a box: the kiosk, its devices, and the workers between them. */
public final class Firmware implements AutoCloseable {
  private final Kiosk kiosk;
  private final Presses presses;
  private final Workers workers = new Workers();
  private final CompletableFuture<Void> ready;

  /**
   * Starts everything.
   *
   * @param start the plan to work by
   * @param file what the box is wired to
   * @param devices makes the devices
   * @param stateDir where the journal lies; locked while the firmware runs
   */
  public Firmware(
      Command.Start start, DeviceFile file, Devices devices, Clock clock, Path stateDir) {
    kiosk = Kiosk.start(start, clock, stateDir);
    presses = new Presses(kiosk, file.buttons(), clock);
    voice(new VoiceWorker(kiosk, () -> devices.speaker(file.voice()), clock));
    for (DeviceFile.Board board : file.boards()) {
      board(board, devices, clock);
    }
    printer(printerWorker(file, devices, clock));
    if (file.buttons().isEmpty()) {
      ready = kiosk.ready();
    } else {
      ButtonWorker buttons = new ButtonWorker(kiosk, presses, devices, file.buttons(), clock);
      workers.add(buttons);
      ready = kiosk.ready().thenCompose(open -> buttons.tried());
    }
    Thread.ofPlatform().name("rehearsal").daemon().start(new Rehearsal(start, clock));
    var _ = kiosk.ours().thenRun(workers::start);
  }

  private void voice(VoiceWorker voice) {
    kiosk.watch(voice);
    workers.add(voice);
  }

  private void board(DeviceFile.Board board, Devices devices, Clock clock) {
    BoardWorker worker =
        new BoardWorker(kiosk, board.id(), () -> devices.board(board), board.counters(), clock);
    kiosk.watch(worker);
    workers.add(worker);
  }

  private Worker printerWorker(DeviceFile file, Devices devices, Clock clock) {
    if (file.printers().isEmpty()) {
      return new NoPrinter(kiosk, clock);
    }
    List<PrinterStation> stations =
        file.printers().stream()
            .map(printer -> new PrinterStation(printer.id(), () -> devices.printer(printer)))
            .toList();
    return new PrinterWorker(kiosk, stations, TicketPages.of(file), clock);
  }

  private void printer(Worker printer) {
    kiosk.watch((state, facts) -> printer.wake());
    workers.add(printer);
  }

  /** Done once presses are taken; fails if the journal can never be used as it is. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  /** Done when nothing is decided any more; fails with the reason why it cannot go on. */
  public CompletableFuture<Void> ended() {
    return kiosk.ended();
  }

  public Kiosk kiosk() {
    return kiosk;
  }

  public Presses presses() {
    return presses;
  }

  /**
   * Stops in an orderly way: no more presses, what prints is finished, the stop is journaled. Takes
   * 4.5 s at most, whatever hangs.
   */
  @Override
  public void close() {
    kiosk.refusePresses();
    workers.stop();
    kiosk.close();
  }
}
