package jiaohao.hall;

import java.util.List;
import java.util.Optional;

/** What comes of an order: once, however often it arrives, and on record with who gave it. */
final class OrderRules {
  private OrderRules() {}

  static Optional<Refusal> take(Deciding deciding, Command.Order command) {
    if (deciding.state().orders().taken().has(command.id())) {
      return Optional.empty();
    }
    deciding.happen(new Event.OrderTaken(command.id(), command.by(), command.order().toString()));
    return switch (command.order()) {
      case Order.Issue issue -> Issuing.ordered(deciding, issue, command);
      case Order.Post post -> post(deciding, post);
      case Order.Pause pause -> pause(deciding, pause);
      case Order.Suspend suspend -> suspend(deciding, suspend.on());
      case Order.Adopt file -> Adoption.ordered(deciding, file.plan(), file.source());
      case Order.Reprint reprint -> reprint(deciding, reprint.number());
      case Order.SelfTest test -> selfTest(deciding, test.findings());
    };
  }

  private static Optional<Refusal> post(Deciding deciding, Order.Post post) {
    deciding.happen(new Event.NoticePosted(post.words(), deciding.now().plus(post.lasts())));
    return Optional.empty();
  }

  private static Optional<Refusal> pause(Deciding deciding, Order.Pause pause) {
    Optional<Plan.Counter> counter = deciding.plan().counter(pause.counter());
    if (counter.isEmpty()) {
      return Optional.of(Refusals.noSuchCounter(pause.counter()));
    }
    if (deciding.state().desk(pause.counter()).paused() != pause.on()) {
      deciding.happen(
          pause.on()
              ? new Event.CounterPaused(pause.counter())
              : new Event.CounterResumed(pause.counter()));
      if (pause.on()) {
        Roles.alarmIfUnserved(deciding, counter.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> suspend(Deciding deciding, boolean on) {
    if (deciding.state().stopwatch().suspended() != on) {
      deciding.happen(on ? new Event.HallSuspended() : new Event.HallResumed());
    }
    return Optional.empty();
  }

  private static Optional<Refusal> reprint(Deciding deciding, String number) {
    return deciding.state().tickets().values().stream()
        .filter(ticket -> ticket.number().equalsIgnoreCase(number))
        .findFirst()
        .map(ticket -> reprint(deciding, ticket))
        .orElseGet(() -> Optional.of(Refusals.noSuchNumber(number)));
  }

  private static Optional<Refusal> reprint(Deciding deciding, Ticket ticket) {
    SlipRules.give(deciding, Notice.Kind.SLIP, ticket, ticket.leg().stage(), List.of());
    return Optional.empty();
  }

  private static Optional<Refusal> selfTest(Deciding deciding, List<Text> findings) {
    SlipRules.giveStaff(deciding, Notice.Kind.SELF_TEST, findings);
    return Optional.empty();
  }
}
