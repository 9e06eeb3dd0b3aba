package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was alarmed while it happened, against what is accounted for afterwards. */
class AdherenceStormTest {
  private static final String HALL =
      """
      [[hours]]
      days = "mon-sun"
      open = "08:00"
      close = "12:00"
      [[hours]]
      days = "mon-sun"
      open = "13:00"
      close = "18:00"
      [missed]
      calls = 1
      back_after = 2
      returns = 1
      [[service]]
      id = "inspection"
      prefix = "A"
      name = "年检"
      stages = ["checkin", ["report", "signature"], "certificate"]
      [[service]]
      id = "questions"
      prefix = "B"
      name = "咨询"
      stages = ["certificate"]
      [[stage]]
      id = "checkin"
      name = "报检"
      limit_s = 30
      wait_limit_s = 120
      [[stage]]
      id = "report"
      name = "出单"
      limit_s = 60
      announce = false
      other = { name = "不合格", to = "repair", meet = true }
      [[stage]]
      id = "signature"
      name = "签字"
      wait_limit_s = 90
      announce = false
      [[stage]]
      id = "repair"
      name = "修车"
      wait_limit_s = 60
      outside = true
      then = "report"
      [[stage]]
      id = "certificate"
      name = "出证"
      limit_s = 40
      wait_limit_s = 100
      other = { name = "挂起", to = "hold" }
      [[counter]]
      number = 1
      stages = ["checkin", "certificate"]
      [[counter]]
      number = 2
      stages = ["report", "repair"]
      [[counter]]
      number = 3
      stages = ["signature", "certificate", "report"]
      """;

  private static final List<String> KEYS =
      List.of(
          "next",
          "next",
          "next",
          "finish",
          "finish",
          "finish",
          "start",
          "recall",
          "miss",
          "hold",
          "undo",
          "back",
          "finish-other",
          "transfer",
          "pause",
          "call");

  private final Map<String, Stay> stays = new HashMap<>();
  private final Adherence adherence = new Adherence(day -> true);

  /** A ticket at a stage: what was alarmed, and what was accounted for. */
  private static final class Stay {
    private int longServices;
    private int longWaits;
    private Optional<Adherence.Account> waited = Optional.empty();
    private boolean papers;
    private boolean started;

    /** What had been taken for a service was none, or not all of one: its alarm was false. */
    private boolean interrupted;
  }

  @Test
  void whateverIsOverWasAlarmedOnceAndNothingElseWas() {
    int over = 0;
    for (long seed = 0; seed < 20; seed++) {
      over += new AdherenceStormTest().blow(seed);
    }
    assertTrue(over > 300, over + " over");
  }

  /** How many were over. */
  private int blow(long seed) {
    Random random = new Random(seed);
    String key = random.nextBoolean() ? "start_key = true" : "walk_s = 15";
    HallRun run = HallRun.storm(Halls.withHead(key, HALL), "2026-11-24T09:00");
    run.watch(fact -> see(fact, "seed " + seed));
    run.restart();
    for (int gust = 0; gust < 1500; gust++) {
      gust(run, random);
    }
    return (int) adherence.accounts().stream().filter(account -> !account.within()).count();
  }

  private void gust(HallRun run, Random random) {
    int dice = random.nextInt(100);
    if (dice < 20) {
      run.press("take " + (random.nextBoolean() ? "inspection" : "questions"));
    } else if (dice < 70) {
      press(run, random);
    } else if (dice < 95) {
      run.pass(Duration.ofMillis(random.nextInt(40_000)));
    } else {
      trouble(run, random);
    }
  }

  private void press(HallRun run, Random random) {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    List<Ticket> open = run.state().tickets().values();
    String object =
        switch (key) {
          case "transfer" -> " " + List.of("certificate", "checkin").get(random.nextInt(2));
          case "call" ->
              " " + (open.isEmpty() ? "A1" : open.get(random.nextInt(open.size())).number());
          default -> "";
        };
    run.press(key + " " + (1 + random.nextInt(3)) + object);
  }

  private static void trouble(HallRun run, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> {
        run.passUnpowered(Duration.ofSeconds(random.nextInt(600)));
        run.restart();
      }
      case 1 -> run.leap(run.wall().plusSeconds(random.nextInt(600)));
      case 2 -> run.leap(run.wall().minusSeconds(random.nextInt(600)));
      case 3 -> run.press("suspend");
      case 4 -> run.press("resume");
      default -> run.pass(Duration.ofMinutes(random.nextInt(90)));
    }
  }

  private void see(Fact fact, String where) {
    int before = adherence.accounts().size();
    adherence.see(fact);
    List<Adherence.Account> accounts = adherence.accounts();
    Optional<Adherence.Account> account =
        accounts.size() > before ? Optional.of(accounts.getLast()) : Optional.empty();
    if (fact.event() instanceof Event.OfTicket event) {
      follow(event, account, where + ": " + event);
    }
  }

  private void follow(Event.OfTicket event, Optional<Adherence.Account> account, String where) {
    TicketId id = event.ticket();
    switch (event) {
      case Event.TicketIssued issued -> enter(id, issued.stage());
      case Event.TicketRequeued queued -> interrupted(enter(id, queued.stage()));
      case Event.TicketTransferred moved -> {
        leave(id, moved.from().orElseThrow(), where);
        enter(id, moved.stage());
      }
      case Event.StandardBroken broken -> alarm(enter(id, broken.stage()), broken, where);
      case Event.ToWindow called -> call(enter(id, called.stage()), called, account);
      case Event.TicketRecalled again -> interruptedUnlessStarted(enter(id, again.stage()));
      case Event.ServiceStarted started -> start(enter(id, started.stage()), started.assumed());
      case Event.TicketHeld held -> interruptedUnlessStarted(enter(id, held.stage()));
      case Event.TicketMissed missed -> interrupted(enter(id, missed.stage()));
      case Event.CallUndone undone -> undo(enter(id, undone.stage()));
      case Event.StageFinished finished -> {
        Stay stay = enter(id, finished.stage());
        agree(stay, account, where);
        leave(id, finished.stage(), where);
      }
      default -> {}
    }
  }

  private Stay enter(TicketId id, String stage) {
    return stays.computeIfAbsent(id + " " + stage, key -> new Stay());
  }

  private void leave(TicketId id, String stage, String where) {
    Stay stay = stays.remove(id + " " + stage);
    stay.waited.ifPresent(wait -> assertEquals(wait.within() ? 0 : 1, stay.longWaits, where));
  }

  private static void alarm(Stay stay, Event.StandardBroken broken, String where) {
    boolean serving = broken.kind().equals(Event.StandardBroken.SERVING);
    stay.longServices += serving ? 1 : 0;
    stay.longWaits += serving ? 0 : 1;
    assertTrue(stay.longServices <= 1 && stay.longWaits <= 1, where);
  }

  private static void call(Stay stay, Event.ToWindow called, Optional<Adherence.Account> account) {
    stay.started = false;
    stay.papers = called instanceof Event.PapersTaken;
    stay.waited = account.or(() -> stay.waited);
  }

  /** Pressing start says that what was assumed before was wrong. */
  private static void start(Stay stay, boolean assumed) {
    stay.interrupted |= !assumed && !stay.papers;
    stay.started = true;
  }

  private static void undo(Stay stay) {
    interrupted(stay);
    if (!stay.started) {
      stay.waited = Optional.empty();
    }
  }

  private static void interruptedUnlessStarted(Stay stay) {
    stay.interrupted |= !stay.started;
  }

  private static void interrupted(Stay stay) {
    stay.interrupted = true;
  }

  private static void agree(Stay stay, Optional<Adherence.Account> service, String where) {
    boolean over = service.filter(account -> !account.within()).isPresent();
    assertTrue(over ? stay.longServices == 1 : stay.longServices == 0 || stay.interrupted, where);
  }
}
