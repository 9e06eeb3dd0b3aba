package jiaohao.central;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Kiosk;
import jiaohao.kiosk.StateJson;
import jiaohao.sync.Courier;
import jiaohao.sync.Link;
import jiaohao.sync.Pulse;
import jiaohao.testing.Await;

/** A hall that works, and sends when it is told to. */
final class LiveHall implements AutoCloseable {
  private final Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
  private final String id;
  private final Kiosk kiosk;
  private final JournalReader journal;
  private final Link link;
  private final Courier courier;
  private int references;

  private LiveHall(String id, String name, Path stateDir, String server) throws Exception {
    this.id = id;
    String source = hallFile(id, name);
    Plan plan = HallFile.parse("hall.toml", source.getBytes(UTF_8)).value().orElseThrow();
    kiosk = Kiosk.start(new Command.Start("test", plan, source), clock, stateDir);
    kiosk.ready().get(20, TimeUnit.SECONDS);
    journal = Journal.reader(stateDir);
    link = new Link(List.of(server), java.util.Optional.empty(), java.util.Optional.empty(), id);
    courier = new Courier(id, journal, link, new SplittableRandom(1));
  }

  private static String hallFile(String id, String name) {
    return """
    [hall]
    id = "%s"
    name = { zh = "%s", en = "Hall <b>" }
    languages = ["zh", "en"]
    promise = true
    [[service]]
    id = "inspection"
    prefix = "A"
    name = { zh = "年检", en = "Annual inspection" }
    [[stage]]
    id = "inspection"
    name = { zh = "年检", en = "Annual inspection" }
    limit_s = 30
    wait_limit_s = 900
    [[counter]]
    number = 1
    stages = ["inspection"]
    """
        .formatted(id, name);
  }

  static LiveHall start(String id, Path stateDir, String server) throws Exception {
    return new LiveHall(id, "城北站", stateDir, server);
  }

  static LiveHall start(String id, String name, Path stateDir, String server) throws Exception {
    return new LiveHall(id, name, stateDir, server);
  }

  LiveHall does(String verb) throws Exception {
    references++;
    Command.Press press = new Command.Press(Verb.parse(verb), reference(references));
    Answer answer = kiosk.press(press).get(10, TimeUnit.SECONDS);
    if (answer instanceof Answer.Refused refused) {
      throw new AssertionError(verb + ": " + refused.refusal());
    }
    return this;
  }

  /** The reference of the nth press. */
  String reference(int press) {
    return "REF" + id.hashCode() + "X" + press;
  }

  LiveHall send() throws Exception {
    Await.until("all is sent", () -> courier.step(kiosk.lastSeq()) instanceof Courier.Done.All);
    return this;
  }

  void raise(String device, String fault) throws Exception {
    kiosk.report(new Command.RaiseFault(device, fault, false));
  }

  /** Tells the bucket what the hall looks like. */
  LiveHall tell() throws Exception {
    new Pulse(id, link).state(journal, "test 1", clock.wall(), StateJson.of(kiosk));
    return this;
  }

  String id() {
    return id;
  }

  long last() {
    return kiosk.lastSeq();
  }

  String stateJson() {
    return StateJson.of(kiosk);
  }

  Kiosk kiosk() {
    return kiosk;
  }

  /** Every event as exported. */
  List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    journal.read(1, row -> lines.add(row.exported()));
    return lines;
  }

  @Override
  public void close() {
    link.close();
    kiosk.close();
    journal.close();
  }
}
