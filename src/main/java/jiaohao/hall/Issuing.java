package jiaohao.hall;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;

/** Giving out numbers. */
final class Issuing {
  private Issuing() {}

  static Optional<Refusal> take(Deciding deciding, String serviceId, String reference) {
    Plan plan = deciding.plan();
    Optional<Plan.Service> service = plan.service(serviceId);
    if (service.isEmpty()) {
      return Optional.of(Refusals.noSuchService(serviceId));
    }
    if (!Hours.open(plan, deciding.moment())) {
      return Optional.of(Refusals.closed(opening(deciding)));
    }
    if (plan.noPaper() == Plan.NoPaper.REFUSE && deciding.state().stopped("printer")) {
      return Optional.of(Refusals.noPaper());
    }
    OptionalInt ordinal = nextOrdinal(deciding.state(), service.get().prefix());
    if (ordinal.isEmpty()) {
      return Optional.of(Refusals.numbersUsedUp(service.get()));
    }
    issue(deciding, service.get(), ordinal.getAsInt(), reference);
    return Optional.empty();
  }

  static Optional<Refusal> language(Deciding deciding, String code) {
    if (!deciding.plan().languages().contains(code)) {
      return Optional.of(Refusals.noSuchLanguage(code));
    }
    deciding.happen(new Event.LanguageChosen(code));
    return Optional.empty();
  }

  private static void issue(
      Deciding deciding, Plan.Service service, int ordinal, String reference) {
    State state = deciding.state();
    State.Wish wish = state.wish().at(deciding.wall());
    String language = wish.language().orElse(deciding.plan().defaultLanguage());
    String stage = service.stages().getFirst();
    deciding.happen(
        new Event.TicketIssued(
            new TicketId(state.day().orElseThrow(), service.prefix(), ordinal),
            stage,
            service.id(),
            service.stages(),
            language,
            wish.assist(),
            state.queue(stage).size(),
            reference));
  }

  /** The next number that nobody holds from an earlier day; empty after 999. */
  private static OptionalInt nextOrdinal(State state, char prefix) {
    int ordinal = state.ordinals().get(prefix).orElse(0) + 1;
    while (ordinal <= TicketId.LAST_ORDINAL && carried(state, prefix, ordinal)) {
      ordinal++;
    }
    return ordinal <= TicketId.LAST_ORDINAL ? OptionalInt.of(ordinal) : OptionalInt.empty();
  }

  private static boolean carried(State state, char prefix, int ordinal) {
    return !state.carried().isEmpty()
        && state.carried().has(new TicketId(state.day().orElseThrow(), prefix, ordinal).number());
  }

  private static String opening(Deciding deciding) {
    return Hours.nextOpening(deciding.plan(), deciding.wall())
        .map(ZonedDateTime::toLocalDateTime)
        .map(DateTimeFormatter.ofPattern("MM-dd HH:mm")::format)
        .orElse("–");
  }
}
