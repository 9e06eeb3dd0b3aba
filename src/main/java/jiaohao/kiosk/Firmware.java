package jiaohao.kiosk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.sync.CatchUp;
import jiaohao.sync.Link;
import jiaohao.sync.ServerUser;
import jiaohao.voice.Script;
import jiaohao.voice.Speaker;

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
    this(start, file, devices, clock, stateDir, HallCheck.NONE);
  }

  /**
   * The same, of a box that takes other hall files only if they fit it.
   *
   * @param check of a hall file that the centre sends
   */
  public Firmware(
      Command.Start start,
      DeviceFile file,
      Devices devices,
      Clock clock,
      Path stateDir,
      HallCheck check) {
    Optional<String> satellite = file.sync().flatMap(DeviceFile.Sync::satellite);
    Optional<Link> link =
        file.sync().filter(sync -> satellite.isEmpty()).map(sync -> link(sync, start.plan().id()));
    kiosk =
        satellite
            .map(name -> satellite(start, name, file.sync().get(), clock, stateDir))
            .orElseGet(() -> authority(start, link, file, clock, stateDir));
    presses = new Presses(kiosk, file.buttons(), clock);
    Reopened.Opener<Speaker> speaker =
        () -> devices.speaker(file.voice(), Script.of(start.plan(), stateDir));
    voice(new VoiceWorker(kiosk, speaker, clock));
    List<BoardWorker> boards =
        file.boards().stream()
            .map(board -> board(board, devices, start.plan().languages(), clock))
            .toList();
    chains(file.counterDisplays()).forEach(chain -> counters(chain, file, devices, clock));
    printer(printerWorker(file, devices, clock));
    link.ifPresent(open -> sync(open, start, stateDir, clock, check));
    if (file.buttons().isEmpty()) {
      ready = kiosk.ready();
    } else {
      ButtonWorker buttons = new ButtonWorker(kiosk, presses, devices, file.buttons(), clock);
      workers.add(buttons);
      ready = kiosk.ready().thenCompose(open -> buttons.tried());
    }
    Thread.ofPlatform().name("rehearsal").daemon().start(new Rehearsal(start, clock));
    // A board shows a sign of life while the journal is still being read.
    var _ = kiosk.locked().thenRun(() -> boards.forEach(Worker::start));
    var _ = kiosk.ours().thenRun(workers::start);
  }

  private static Kiosk satellite(
      Command.Start start, String name, DeviceFile.Sync sync, Clock clock, Path stateDir) {
    Link link = link(sync, ServerUser.satelliteName(start.plan().id(), name));
    return Kiosk.satellite(start, name, link, clock, stateDir);
  }

  private static Kiosk authority(
      Command.Start start, Optional<Link> link, DeviceFile file, Clock clock, Path stateDir) {
    Arrival arrival =
        link.<Arrival>map(open ->
                new CentreArrival(
                    new CatchUp(start.plan().id(), open), file.sync().get(), stateDir))
            .orElse(Arrival.ALONE);
    return Kiosk.start(start, clock, new Ledger(stateDir, arrival));
  }

  private static Link link(DeviceFile.Sync sync, String hall) {
    return new Link(sync.nats(), sync.credentials(), sync.ca(), hall);
  }

  private void sync(Link link, Command.Start start, Path stateDir, Clock clock, HallCheck check) {
    OrderDesk desk = new OrderDesk(kiosk, check);
    SyncWorker worker =
        new SyncWorker(kiosk, start.plan().id(), start.version(), stateDir, link, desk, clock);
    kiosk.storedBy(worker::stored);
    kiosk.watch((state, facts) -> worker.wake());
    workers.add(worker);
  }

  private void voice(VoiceWorker voice) {
    kiosk.watch(voice);
    presses.listen(voice);
    workers.add(voice);
  }

  private BoardWorker board(
      DeviceFile.Board board, Devices devices, List<String> languages, Clock clock) {
    BoardWorker worker =
        new BoardWorker(kiosk, board, () -> devices.board(board), languages, clock);
    kiosk.watch(worker);
    presses.listen(worker);
    workers.add(worker);
    return worker;
  }

  /** Displays on one bus are one chain; each simulated one is its own. */
  private static List<List<DeviceFile.CounterDisplay>> chains(
      List<DeviceFile.CounterDisplay> displays) {
    Map<String, List<DeviceFile.CounterDisplay>> chains = new LinkedHashMap<>();
    for (DeviceFile.CounterDisplay display : displays) {
      String bus = display.simulated() ? "simulated " + display.counter() : display.spi();
      chains.computeIfAbsent(bus, name -> new ArrayList<>()).add(display);
    }
    return List.copyOf(chains.values());
  }

  private void counters(
      List<DeviceFile.CounterDisplay> chain, DeviceFile file, Devices devices, Clock clock) {
    boolean anySupervisor =
        file.counterDisplays().stream().anyMatch(DeviceFile.CounterDisplay::supervisor);
    CounterWorker worker = new CounterWorker(kiosk, chain, anySupervisor, devices, clock);
    kiosk.watch(worker);
    presses.listen(worker);
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
    PrinterWorker worker = new PrinterWorker(kiosk, stations, TicketPages.of(file), clock);
    presses.listen(worker);
    return worker;
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
