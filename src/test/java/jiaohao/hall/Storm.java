package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One storm: a hall, a printer that loses its memory, a clock and a technician gone mad. */
public final class Storm {
  private static final int COMMANDS = 2_000;

  private static final List<Plan> PLANS =
      List.of(
          Halls.station(),
          Halls.with(Halls.station(), Plan.NoPaper.REFUSE),
          Halls.withHours(Halls.station(), Halls.officeHours()),
          Halls.withCounters(
              Halls.station(),
              Halls.counter(1, 0, "certificate", "checkin"),
              Halls.counter(3, 1, "questions")),
          Halls.withStages(
              Halls.withServices(
                  Halls.withCounters(
                      Halls.station(),
                      Halls.counter(1, 3, "reception"),
                      Halls.counter(2, 0, "certificate"),
                      Halls.counter(3, 0, "reception")),
                  Halls.service("inspection", 'A', "reception", "certificate")),
              "reception",
              "certificate"),
          Halls.withServices(Halls.station(), Halls.service("licence", 'A', "certificate")));

  private static final List<String> VERBS =
      List.of(
          "take inspection",
          "take inspection",
          "take inspection",
          "take questions",
          "take questions",
          "take licence",
          "take nothing",
          "language en",
          "language fr",
          "assist");

  private static final List<Verb.Key> KEYS = List.of(Verb.Key.values());

  private final Random random;
  private final HallRun run = HallRun.storm(PLANS.getFirst(), "2026-11-24T09:00");
  private final Deque<Command.SlipDone> printing = new ArrayDeque<>();

  Storm(long seed) {
    random = new Random(seed);
  }

  /** The facts of a storm, for rooms that fold or keep them. */
  public static List<Fact> facts(long seed, int commands) {
    Storm storm = new Storm(seed);
    List<Fact> facts = new ArrayList<>();
    storm.run.leaveUnaudited();
    storm.run.watch(facts::add);
    storm.run.restart();
    for (int command = 0; command < commands; command++) {
      storm.gust();
    }
    return facts;
  }

  /** Blows under the eyes of the audit. */
  void blow() {
    run.restart();
    for (int command = 0; command < COMMANDS; command++) {
      gust();
      assertEquals(run.audit().open(), run.state().open(), "open tickets");
      if (command % 100 == 0) {
        assertEquals(run.folded(), run.state(), "the fold of the facts");
      }
    }
    assertEquals(run.folded(), run.state(), "the fold of the facts");
    settle();
  }

  private void gust() {
    int dice = random.nextInt(100);
    if (dice < 30) {
      run.press(VERBS.get(random.nextInt(VERBS.size())));
    } else if (dice < 75) {
      int counter = random.nextInt(50) == 0 ? 9 : 1 + random.nextInt(3);
      Verb.Key key = KEYS.get(random.nextInt(KEYS.size()));
      run.press((key.word() + " " + counter + " " + object(key)).strip());
    } else if (dice < 85) {
      print();
    } else if (dice < 90) {
      fault();
    } else if (dice < 98) {
      time(random.nextInt(40));
    } else {
      technician(random.nextInt(4));
    }
  }

  private String object(Verb.Key key) {
    return switch (key) {
      case BACK -> random.nextBoolean() ? "" : number();
      case CALL -> number();
      case TRANSFER -> List.of("checkin", "certificate", "questions").get(random.nextInt(3));
      case ISSUE -> "inspection";
      case BOOK -> "questions@" + LocalTime.of(random.nextInt(24), random.nextInt(60));
      case BIND, MATCH -> "K-" + random.nextInt(4);
      case SIGN_ON -> "li";
      default -> "";
    };
  }

  private String number() {
    List<Ticket> open = run.state().tickets().values();
    return open.isEmpty() ? "A001" : open.get(random.nextInt(open.size())).number();
  }

  /** The printer takes up a slip, reports on one, or gives one up. */
  private void print() {
    int dice = random.nextInt(10);
    if (dice < 5) {
      run.state().owed().first().flatMap(run.state()::ticket).ifPresent(this::takeUp);
    } else if (dice < 9 && !printing.isEmpty()) {
      run.command(printing.removeFirst());
    } else {
      run.state().owed().last().ifPresent(id -> run.command(new Command.SlipLost(id, "jam")));
    }
  }

  private void takeUp(Ticket ticket) {
    boolean reprint = ticket.paper() == Ticket.Paper.OWED_AGAIN;
    boolean already =
        printing.stream()
            .anyMatch(slip -> slip.ticket().equals(ticket.id()) && slip.reprint() == reprint);
    if (!already) {
      printing.add(new Command.SlipDone(ticket.id(), "A", reprint));
    }
  }

  private void fault() {
    String device = random.nextBoolean() ? "printer" : "board";
    String fault = random.nextBoolean() ? "paper-end" : "near-end";
    run.command(
        random.nextBoolean()
            ? new Command.RaiseFault(device, fault, fault.equals("paper-end"))
            : new Command.ClearFault(device, fault));
  }

  private void time(int dice) {
    switch (dice) {
      case 0 -> run.leap(run.wall().minus(Duration.ofHours(random.nextInt(1, 40))));
      case 1 -> run.leap(run.wall().plus(Duration.ofHours(random.nextInt(1, 40))));
      case 2 -> run.trust(random.nextInt(4) > 0);
      case 3 -> run.pass(Duration.ofHours(random.nextInt(20)));
      default -> run.pass(Duration.ofSeconds(random.nextInt(120)));
    }
  }

  private void technician(int dice) {
    switch (dice) {
      case 0 -> run.adopt(PLANS.get(random.nextInt(PLANS.size())));
      case 1 -> {
        run.command(new Command.Stop());
        run.restart();
      }
      default -> {
        printing.clear();
        run.restart();
      }
    }
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
