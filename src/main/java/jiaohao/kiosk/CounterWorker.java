package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jiaohao.board.Board;
import jiaohao.board.CounterDisplays;
import jiaohao.board.CounterDisplays.Face;
import jiaohao.button.Beeper;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.CounterDisplay;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;

/**
 * Keeps the displays of one chain, and the beepers beside them, at what their clerks should know
 * now. A key that did nothing beeps; that time runs out is only seen; the supervisor is called
 * where the device file says one sits, or else everywhere.
 */
final class CounterWorker extends Worker implements Watcher, Presses.Listener {
  private static final long REFUSED_MILLIS = 2000;
  private static final long ALARM_MILLIS = 10_000;
  private static final long HALF_BLINK_MILLIS = 500;

  /** Something that is shown for a while. */
  private record Passing(Optional<Refusal> refusal, int from, long sinceMillis) {}

  private final Kiosk kiosk;
  private final List<CounterDisplay> displays;
  private final boolean anySupervisor;
  private final Reopened<CounterDisplays> chain;
  private final Map<Integer, Reopened<Beeper>> beepers = new TreeMap<>();
  private final Map<Integer, FaultReport> beeperReports = new TreeMap<>();
  private final Clock clock;
  private final FaultReport report;

  /** By counter. */
  private final Map<Integer, Passing> passing = new ConcurrentHashMap<>();

  private final Map<Integer, Beeps> beeps = new ConcurrentHashMap<>();
  private final Map<Integer, Boolean> sounding = new TreeMap<>();
  private List<Face> last = List.of();
  private long lastMillis;

  /**
   * A worker for the displays on one bus.
   *
   * @param anySupervisor whether any display of the box is a supervisor's
   */
  CounterWorker(
      Kiosk kiosk,
      List<CounterDisplay> displays,
      boolean anySupervisor,
      Devices devices,
      Clock clock) {
    super("counter-" + displays.getFirst().counter());
    String id = "counter-" + displays.getFirst().counter();
    this.kiosk = kiosk;
    this.displays = displays.stream().sorted(Comparator.comparing(CounterDisplay::chip)).toList();
    this.anySupervisor = anySupervisor;
    this.clock = clock;
    chain = new Reopened<>(id, () -> devices.counterDisplays(this.displays));
    report = new FaultReport(kiosk, "board:" + id, clock);
    for (CounterDisplay display : this.displays) {
      display.beeper().ifPresent(beeper -> addBeeper(display.counter(), beeper, devices));
    }
    lastMillis = now() - Board.REPEAT_MILLIS;
  }

  private void addBeeper(int counter, DeviceFile.Beeper beeper, Devices devices) {
    beepers.put(counter, new Reopened<>("beeper " + counter, () -> devices.beeper(beeper)));
    beeperReports.put(counter, new FaultReport(kiosk, "beeper:" + counter, clock));
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(clock.nanos());
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.event()) {
        case Event.SupervisorCalled called -> alarm(called.counter());
        case Event.SupervisorAlarmed alarmed -> alarm(alarmed.counter());
        default -> {}
      }
    }
    wake();
  }

  private void alarm(int from) {
    for (CounterDisplay display : displays) {
      boolean called = display.supervisor() || !anySupervisor;
      if (called || display.counter() == from) {
        passing.put(display.counter(), new Passing(Optional.empty(), from, now()));
      }
      if (called) {
        beeps.put(display.counter(), Beeps.alarm(now()));
      }
    }
  }

  @Override
  public void answered(int button, Verb verb, Answer answer) {
    if (verb instanceof Verb.AtCounter key && answer instanceof Answer.Refused(Refusal refusal)) {
      for (CounterDisplay display : displays) {
        if (display.counter() == key.counter()) {
          passing.put(key.counter(), new Passing(Optional.of(refusal), 0, now()));
          beeps.put(key.counter(), Beeps.refused(now()));
          wake();
        }
      }
    }
  }

  @Override
  long work() throws InterruptedException {
    long now = now();
    passing.values().removeIf(each -> now - each.sinceMillis() >= lasts(each));
    List<Face> faces = faces(now);
    if (!faces.equals(last) || now - lastMillis >= Board.REPEAT_MILLIS) {
      show(faces, now);
    }
    return Math.min(beep(now), passing.isEmpty() ? HALF_BLINK_MILLIS : 100);
  }

  private static long lasts(Passing passing) {
    return passing.refusal().isPresent() ? REFUSED_MILLIS : ALARM_MILLIS;
  }

  /** By place in the chain; a place without a display stays blank. */
  private List<Face> faces(long now) {
    State state = kiosk.state();
    List<Face> faces = new ArrayList<>();
    for (CounterDisplay display : displays) {
      while (faces.size() < display.chip() - 1) {
        faces.add(Face.BLANK);
      }
      faces.add(face(state, display.counter(), now));
    }
    return faces;
  }

  private Face face(State state, int counter, long now) {
    ClerkView view = new ClerkView(state, counter);
    Passing news = passing.get(counter);
    if (news != null && news.refusal().isPresent()) {
      return view.refused(news.refusal().get());
    }
    boolean otherHalf = news != null && dark(now - news.sinceMillis());
    return news == null || otherHalf
        ? view.usual(clock.wall(), dark(now))
        : ClerkView.help(news.from());
  }

  private static boolean dark(long age) {
    return age / HALF_BLINK_MILLIS % 2 == 1;
  }

  private void show(List<Face> faces, long now) throws InterruptedException {
    last = faces;
    lastMillis = now;
    boolean shown = chain.use(device -> device.show(faces));
    report.now(shown ? Set.of() : Set.of(Fault.BOARD_DEAD));
  }

  /** Sets every beeper; how long that is right. */
  private long beep(long now) throws InterruptedException {
    long next = HALF_BLINK_MILLIS;
    for (Map.Entry<Integer, Reopened<Beeper>> beeper : beepers.entrySet()) {
      int counter = beeper.getKey();
      Beeps row = beeps.getOrDefault(counter, Beeps.NONE);
      boolean on = row.sounding(now);
      if (on != sounding.getOrDefault(counter, false)) {
        boolean done = beeper.getValue().use(device -> device.sound(on));
        sounding.put(counter, on && done);
        beeperReports.get(counter).now(done ? Set.of() : Set.of(Fault.BEEPER_DEAD));
      }
      next = Math.min(next, row.next(now, HALF_BLINK_MILLIS));
    }
    return next;
  }

  @Override
  void release() {
    chain.close();
    beepers.values().forEach(Reopened::close);
  }
}
