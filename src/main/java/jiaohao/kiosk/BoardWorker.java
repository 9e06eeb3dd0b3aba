package jiaohao.kiosk;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jiaohao.board.Board;
import jiaohao.board.MissingFontException;
import jiaohao.board.Picture;
import jiaohao.board.Shown;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;

/**
 * Shows what the state says now, whatever was missed: the numbers at windows, the latest call first
 * and blinking, and what the hall tells everybody. Sends everything again every two seconds, since
 * noise corrupts chips.
 */
final class BoardWorker extends Worker implements Watcher, Presses.Listener {
  private static final long BLINK_NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final long HALF_BLINK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** How long a number without paper stands on the board. */
  private static final long NOTICE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How long a press that brought no number is answered. */
  private static final long REFUSED_NANOS = TimeUnit.SECONDS.toNanos(6);

  /** Whoever asked for help has so many times as long to find their number. */
  private static final int LONGER_FOR_HELP = 3;

  /** A number at a window: one of its legs, and it may have several. */
  private record Call(TicketId ticket, int counter) {}

  /** Seen to be called, or given out without paper; blinks from then until then. */
  private record Fresh(long sinceNanos, long untilNanos) {
    boolean isOver(long now) {
      return now - untilNanos > 0;
    }
  }

  /** Why a number was not given out, and when. */
  private record Refused(Refusal refusal, long nanos) {
    boolean stands(long now) {
      return now - nanos < REFUSED_NANOS;
    }

    /** Of letters that every board can show. */
    String sign() {
      return switch (refusal.code()) {
        case "closed", "break", "last-ticket" -> "CLOSED";
        case "daily-most", "numbers-used-up", "too-many-at-once" -> "FULL";
        default -> "NO";
      };
    }
  }

  private final Kiosk kiosk;
  private final Reopened<Board> board;
  private final DeviceFile.Board file;
  private final List<String> languages;
  private final Set<Integer> counters;
  private final Clock clock;
  private final FaultReport report;

  private final Map<Call, Fresh> fresh = new ConcurrentHashMap<>();

  /** Numbers without paper. */
  private final Map<TicketId, Fresh> notices = new ConcurrentHashMap<>();

  /** The last press that brought nothing. */
  private volatile Optional<Refused> refused = Optional.empty();

  private Picture last = Picture.of(List.of()).darkened();
  private long lastMillis;
  private long stayMillis;
  private boolean noFont;

  /**
   * A worker for one board.
   *
   * @param languages of the hall, which are known before its journal is
   */
  BoardWorker(
      Kiosk kiosk,
      DeviceFile.Board file,
      Reopened.Opener<Board> opener,
      List<String> languages,
      Clock clock) {
    super(file.id());
    String id = file.id();
    this.kiosk = kiosk;
    this.file = file;
    this.board = new Reopened<>(id, () -> opened(opener));
    this.languages = languages;
    this.counters = file.counters();
    this.clock = clock;
    this.report = new FaultReport(kiosk, id.equals("board") ? id : "board:" + id, clock);
  }

  private Board opened(Reopened.Opener<Board> opener) throws IOException {
    noFont = false;
    try {
      return opener.open();
    } catch (MissingFontException missing) {
      noFont = true;
      throw missing;
    }
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.event()) {
        case Event.TicketCalled called -> call(state, called.ticket(), called.counter());
        case Event.TicketRecalled called -> call(state, called.ticket(), called.counter());
        case Event.TicketIssued issued
            when state.stopped("printer") && issued.terms().satellite().equals(kiosk.satellite()) ->
            notices.put(issued.ticket(), fresh(state, issued.ticket(), NOTICE_NANOS));
        default -> {}
      }
    }
    wake();
  }

  /** Whoever pressed for a number and got none sees why; it is no news to wait for a slip. */
  @Override
  public void answered(int button, Verb verb, Answer answer) {
    if (verb instanceof Verb.Take
        && answer instanceof Answer.Refused(Refusal refusal)
        && !refusal.equals(Troubles.STILL_PRINTING)) {
      refused = Optional.of(new Refused(refusal, clock.nanos()));
      wake();
    }
  }

  /** Another board's calls must not set the rhythm of this one. */
  private void call(State state, TicketId ticket, int counter) {
    if (counters.isEmpty() || counters.contains(counter)) {
      fresh.put(new Call(ticket, counter), fresh(state, ticket, BLINK_NANOS));
    }
  }

  private Fresh fresh(State state, TicketId ticket, long nanos) {
    long now = clock.nanos();
    boolean helped = state.ticket(ticket).filter(Ticket::assist).isPresent();
    return new Fresh(now, now + (helped ? LONGER_FOR_HELP * nanos : nanos));
  }

  @Override
  long work() throws InterruptedException {
    long now = clock.nanos();
    fresh.values().removeIf(call -> call.isOver(now));
    notices.values().removeIf(notice -> notice.isOver(now));
    long millis = TimeUnit.NANOSECONDS.toMillis(now);
    Picture picture = picture(kiosk.state(), now);
    if (!picture.equals(last.at(millis)) || millis - lastMillis >= stayMillis) {
      show(picture);
    }
    long left = Math.max(1, lastMillis + stayMillis - millis);
    return Math.min(left, fresh.isEmpty() && notices.isEmpty() ? 500 : 100);
  }

  private Picture picture(State state, long now) {
    long millis = TimeUnit.NANOSECONDS.toMillis(now);
    Optional<Plan> plan = state.plan();
    if (plan.isEmpty()) {
      return Picture.of(List.of()).starting(languages).at(millis);
    }
    Scene scene = new Scene(state, plan.get(), clock.wall(), counters);
    if (kiosk.alone()) {
      return alone(scene, plan.get()).at(millis);
    }
    int brightness = file.look().brightnessAt(scene.now().toLocalTime(), Picture.USUAL_BRIGHTNESS);
    return new Picture(
        calls(state),
        dark(now),
        notices(scene, plan.get(), now),
        scene.urgent(),
        refused.filter(press -> press.stands(now)).map(Refused::sign).orElse(""),
        scene.around(),
        brightness,
        millis);
  }

  /** What was called last may be long over: nothing is shown of it. */
  private static Picture alone(Scene scene, Plan plan) {
    List<String> words =
        plan.languages().stream().map(Troubles.ALONE.reason()::in).distinct().toList();
    Picture.Around around = scene.around();
    Picture.Around quiet =
        new Picture.Around(false, around.languages(), around.clock(), around.names(), 0);
    return new Picture(List.of(), false, words, false, "NO", quiet, Picture.USUAL_BRIGHTNESS, 0);
  }

  /** First what concerns whoever stands at the machine, then what was just said, then the rest. */
  private List<String> notices(Scene scene, Plan plan, long now) {
    if (scene.urgent()) {
      return scene.notices();
    }
    Stream<Text> passing =
        Stream.concat(
            refused.filter(press -> press.stands(now)).map(Refused::refusal).stream()
                .map(Refusal::reason),
            kiosk.news().of(counters).stream());
    Stream<String> inWords =
        passing.flatMap(words -> plan.languages().stream().map(words::in).distinct());
    return Stream.concat(inWords, scene.notices().stream()).toList();
  }

  /** A blink begins lit: a fresh call is seen at once. */
  private boolean dark(long now) {
    return Stream.concat(fresh.values().stream(), notices.values().stream())
        .map(Fresh::sinceNanos)
        .max(Long::compare)
        .map(called -> (now - called) / HALF_BLINK_NANOS % 2 == 1)
        .orElse(false);
  }

  /** Fresh calls, then numbers without paper, which are seen nowhere else, then older calls. */
  private List<Shown> calls(State state) {
    List<Shown> calls =
        state.desks().values().stream()
            .filter(desk -> counters.isEmpty() || counters.contains(desk.counter()))
            .sorted(Comparator.comparingLong(Desk::callSerial).reversed())
            .flatMap(desk -> shown(state, desk.counter()).stream())
            .toList();
    return Stream.of(
            calls.stream().filter(Shown::blinking),
            notices(state),
            calls.stream().filter(call -> !call.blinking()))
        .flatMap(part -> part)
        .toList();
  }

  /**
   * The latest first, for those who still wait: whoever was called stands there as a call. While
   * the hall stands still, only calls are shown.
   */
  private Stream<Shown> notices(State state) {
    if (state.stopwatch().suspended() || state.stopwatch().onBreak()) {
      return Stream.empty();
    }
    return notices.entrySet().stream()
        .sorted(Comparator.comparingLong(notice -> -notice.getValue().sinceNanos()))
        .filter(notice ->
            state.ticket(notice.getKey()).stream()
                .anyMatch(ticket -> ticket.status() == Ticket.Status.WAITING))
        .map(notice -> new Shown(notice.getKey().number(), Shown.NO_COUNTER, true));
  }

  /** The number called to a window, or being served there; papers are nobody's to see. */
  private Optional<Shown> shown(State state, int counter) {
    return state
        .inHand(counter)
        .filter(ticket -> ticket.legAt(counter).filter(leg -> !leg.silent()).isPresent())
        .map(ticket -> new Call(ticket.id(), counter))
        .map(call -> new Shown(call.ticket().number(), counter, fresh.containsKey(call)));
  }

  private void show(Picture picture) throws InterruptedException {
    last = picture;
    lastMillis = picture.millis();
    stayMillis = Board.REPEAT_MILLIS;
    boolean shown = board.use(device -> stayMillis = device.show(picture));
    Fault fault = noFont ? Fault.BOARD_FONT : Fault.BOARD_DEAD;
    report.now(shown ? Set.of() : Set.of(fault));
  }

  @Override
  void release() {
    board.close();
  }
}
