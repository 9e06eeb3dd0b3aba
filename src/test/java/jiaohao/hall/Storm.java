package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** One storm: a hall, a printer that loses its memory, a clock and a technician gone mad. */
public final class Storm {
  private static final int COMMANDS = 2_000;

  /** Something that is done to a hall, and how to say it. */
  record Gust(String words, Consumer<HallRun> blows) {}

  private final Random random;
  private final Plan first;
  private final HallRun run;
  private final StormVerbs verbs;
  private final List<Gust> gusts = new ArrayList<>();
  private final Deque<Command> printing = new ArrayDeque<>();

  Storm(long seed) {
    random = new Random(seed);
    verbs = new StormVerbs(random);
    first = StormHalls.ALL.get((int) (seed % StormHalls.ALL.size()));
    run = begun(first);
  }

  private static HallRun begun(Plan plan) {
    return HallRun.storm(plan, "2026-11-24T09:00");
  }

  /** The facts of a storm, for rooms that fold or keep them. */
  public static List<Fact> facts(long seed, int commands) {
    Storm storm = new Storm(seed);
    List<Fact> facts = new ArrayList<>();
    storm.run.watch(facts::add);
    storm.run.restart();
    for (int command = 0; command < commands; command++) {
      storm.blow(storm.gust());
    }
    return facts;
  }

  /** Blows under the eyes of the audit. */
  void blow() {
    run.restart();
    for (int command = 0; command < COMMANDS; command++) {
      blow(gust());
      check(run, command % 100 == 0);
    }
    check(run, true);
    settle();
  }

  private void blow(Gust gust) {
    gusts.add(gust);
    gust.blows().accept(run);
  }

  private static void check(HallRun run, boolean thoroughly) {
    assertEquals(run.audit().open(), run.state().open(), "open tickets");
    Indexes.check(run.state());
    if (thoroughly) {
      assertEquals(run.folded(), run.state(), "the fold of the facts");
    }
  }

  /** The few gusts that break the hall in the same way, of those that did; in words. */
  String shrunk(Throwable broken) {
    List<Gust> left = new ArrayList<>(gusts);
    for (int size = left.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < left.size(); ) {
        List<Gust> fewer = new ArrayList<>(left);
        fewer.subList(from, Math.min(from + size, left.size())).clear();
        boolean same = breaksLike(broken, fewer);
        left = same ? fewer : left;
        from += same ? 0 : size;
      }
    }
    return String.join("; ", left.stream().map(Gust::words).toList());
  }

  private boolean breaksLike(Throwable broken, List<Gust> some) {
    HallRun again = begun(first);
    try {
      again.restart();
      for (Gust gust : some) {
        gust.blows().accept(again);
        check(again, false);
      }
      return false;
    } catch (RuntimeException | AssertionError other) {
      return kind(other).equals(kind(broken));
    }
  }

  /** What happened and what is wrong with it, whichever ticket it is about. */
  private static String kind(Throwable broken) {
    String words = String.valueOf(broken.getMessage()).replaceAll("\\d+", "#");
    int event = words.indexOf('[');
    return broken.getClass()
        + words.substring(0, Math.max(0, event))
        + words.substring(Math.max(0, words.length() - 20));
  }

  private Gust gust() {
    int dice = random.nextInt(100);
    if (dice < 80) {
      String words = verbs.next(run);
      return new Gust(words, it -> it.press(words));
    } else if (dice < 88) {
      return print();
    } else if (dice < 91) {
      return fault();
    } else if (dice < 99) {
      return time(random.nextInt(80));
    } else {
      return technician(random.nextInt(8));
    }
  }

  /** The printer takes something up, reports on it, or gives it up. */
  private Gust print() {
    int dice = random.nextInt(10);
    if (dice < 5) {
      run.state().owed().first().flatMap(run.state()::ticket).ifPresent(this::takeUp);
      run.state().notices().first().ifPresent(this::takeUp);
      return new Gust("(the printer takes up what is next)", it -> {});
    } else if (dice < 9 && !printing.isEmpty()) {
      return command(printing.removeFirst());
    }
    long notice = run.state().notices().first().map(Notice::serial).orElse(99L);
    return random.nextBoolean()
        ? command(new Command.NoticeLost(notice, "jam"))
        : run.state()
            .owed()
            .last()
            .map(id -> command(new Command.SlipLost(id, "jam")))
            .orElseGet(() -> command(new Command.Tick()));
  }

  private void takeUp(Ticket ticket) {
    boolean again = ticket.paper() == Ticket.Paper.OWED_AGAIN;
    takeUp(new Command.SlipDone(ticket.id(), "A", again));
  }

  private void takeUp(Notice notice) {
    takeUp(new Command.NoticeDone(notice.serial(), "A"));
  }

  private void takeUp(Command done) {
    if (!printing.contains(done)) {
      printing.add(done);
    }
  }

  private Gust fault() {
    String device = random.nextBoolean() ? "printer" : "board";
    String fault = random.nextBoolean() ? "paper-end" : "near-end";
    return command(
        random.nextBoolean()
            ? new Command.RaiseFault(device, fault, fault.equals("paper-end"))
            : new Command.ClearFault(device, fault));
  }

  private static Gust command(Command command) {
    return new Gust(command.toString(), it -> it.command(command));
  }

  private Gust time(int dice) {
    Duration hours = Duration.ofHours(random.nextInt(1, 40));
    boolean trusted = random.nextInt(4) > 0;
    Duration some = Duration.ofHours(random.nextInt(20));
    Duration little = Duration.ofSeconds(random.nextInt(dice < 30 ? 400 : 40));
    return switch (dice) {
      case 0 -> new Gust("the clock goes back " + hours, it -> it.leap(it.wall().minus(hours)));
      case 1 -> new Gust("the clock leaps " + hours, it -> it.leap(it.wall().plus(hours)));
      case 2 -> new Gust("trusted " + trusted, it -> it.trust(trusted));
      case 3 -> new Gust("pass " + some, it -> it.pass(some));
      default -> new Gust("pass " + little, it -> it.pass(little));
    };
  }

  private Gust technician(int dice) {
    int hall = random.nextInt(StormHalls.ALL.size());
    if (dice < 2) {
      return new Gust("adopt hall " + hall, it -> it.adopt(StormHalls.ALL.get(hall)));
    } else if (dice < 3) {
      return new Gust(
          "stop and start",
          it -> {
            it.command(new Command.Stop());
            it.restart();
          });
    }
    printing.clear();
    return new Gust("power cut", HallRun::restart);
  }

  /** In the end every number given out is printed, or known not to be. */
  private void settle() {
    Set<TicketId> owed = new HashSet<>(run.state().owed().values());
    assertEquals(owed, run.audit().unsettledSlips(), "slips still owed");
    run.leap(run.wall().plus(Duration.ofDays(400)));
    run.tick();
    assertTrue(run.audit().unsettledSlips().isEmpty(), "slips owed after more than a year");
  }
}
