package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import jiaohao.config.HallFile;
import jiaohao.hall.Plan;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.journal.StateLock;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.PtyPrinter;
import jiaohao.sync.Courier;
import jiaohao.sync.Link;
import jiaohao.testing.NatsServer;

/**
 * What the centre costs a start: the packaged firmware without sync, with a server that is there
 * and one that is gone, in turns; and a box that is put in another's place and plays 10 000 events
 * back that had come one by one. Needs {@code mvn package} before. Arguments: {@code [ROUNDS]}.
 */
public final class SyncStartBenchmark {
  private static final int EVENTS = 10_000;

  private final Path dir;
  private final PtyPrinter printer;
  private final List<String> flags;
  private final Figures figures = new Figures();
  private int launches;

  private SyncStartBenchmark(Path dir, PtyPrinter printer) throws Exception {
    this.dir = dir;
    this.printer = printer;
    List<String> libraries = new ArrayList<>(Packaged.SMALL);
    libraries.addAll(Packaged.nativeLibraries(dir));
    this.flags = Packaged.trained(dir.resolve("app.aot"), libraries, firmware("", fresh()));
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    try (Scratch scratch = Scratch.in(Path.of("target"), "sync-start-benchmark");
        PtyPrinter printer = new PtyPrinter(PrinterModel.of(115_200, 80).hurried())) {
      new SyncStartBenchmark(scratch.dir().toAbsolutePath(), printer).measure(rounds);
    }
    System.exit(0);
  }

  private void measure(int rounds) throws Exception {
    try (NatsServer server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
        NatsServer full = NatsServer.start(Files.createDirectory(dir.resolve("full")))) {
      fill(full.url());
      Path known = fresh();
      Launch.of(flags, firmware("", known)); // the journal that the others start with
      String gone = "nats://127.0.0.1:" + NatsServer.freePort();
      for (int round = 0; round < rounds; round++) {
        Launch without = Launch.of(flags, firmware("", known));
        Launch with = Launch.of(flags, firmware(server.url(), known));
        Launch alone = Launch.of(flags, firmware(gone, known));
        Launch replaced = Launch.of(flags, firmware(full.url(), fresh()));
        note("sync off", without, without);
        note("server there", with, without);
        note("server gone", alone, without);
        note("10 000 events played back", replaced, without);
      }
    }
    figures.print();
  }

  private void note(String how, Launch launch, Launch without) {
    figures.note(how + ": ready, ms", launch.readyMillis());
    figures.note(how + ": ready, times sync off", launch.readyMillis() / without.readyMillis());
    figures.note(how + ": VmRSS, MB", launch.residentMegabytes());
    figures.note(
        how + ": VmRSS, times sync off", launch.residentMegabytes() / without.residentMegabytes());
  }

  private Path fresh() {
    launches++;
    return dir.resolve("state" + launches);
  }

  private List<String> firmware(String server, Path state) throws IOException {
    Path device = dir.resolve("device.toml");
    String sync = server.isEmpty() ? "" : "[sync]\nnats = \"" + server + "\"\n";
    Files.writeString(
        device,
        "[printer]\nport = \"%s\"\nbaud = 115200\n[voice]\noutput = \"off\"\n"
                .formatted(printer.slave())
            + sync);
    return Packaged.run(device, state);
  }

  /** A hall's life, each event a message of its own, as it is sent while the hall works. */
  private void fill(String server) throws Exception {
    Path own = dir.resolve("old-box");
    Plan plan = HallFile.read(Path.of("device/halls/demo.toml")).value().orElseThrow();
    BusyDays days = new BusyDays(plan);
    try (StateLock lock = StateLock.take(own);
        Journal journal = Journal.open(lock);
        Link link = new Link(List.of(server), Optional.empty(), Optional.empty(), plan.id())) {
      while (journal.lastSeq() < EVENTS) {
        journal.append(days.next(500));
      }
      try (JournalReader reader = Journal.reader(own)) {
        Courier courier = new Courier(plan.id(), reader, link, new SplittableRandom(1));
        for (long seq = 1; seq <= journal.lastSeq(); seq++) {
          while (courier.stored() < seq) {
            courier.step(seq);
          }
        }
      }
    }
  }
}
