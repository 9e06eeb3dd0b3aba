package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of slips and notices: printed, or given up for a reason; never printed late. */
final class SlipRules {
  private static final Duration A_NIGHT = Duration.ofHours(12);

  private SlipRules() {}

  static Optional<Refusal> done(Deciding deciding, Command.SlipDone slip) {
    deciding.happen(new Event.SlipPrinted(slip.ticket(), slip.tier(), slip.reprint()));
    return Optional.empty();
  }

  static Optional<Refusal> lost(Deciding deciding, Command.SlipLost slip) {
    giveUp(deciding, slip.ticket(), slip.reason());
    return Optional.empty();
  }

  static Optional<Refusal> noticeDone(Deciding deciding, Command.NoticeDone notice) {
    if (deciding.state().notices().has(notice.notice())) {
      deciding.happen(new Event.NoticePrinted(notice.notice(), notice.tier()));
    }
    return Optional.empty();
  }

  static Optional<Refusal> noticeLost(Deciding deciding, Command.NoticeLost notice) {
    if (deciding.state().notices().has(notice.notice())) {
      deciding.happen(new Event.NoticeFailed(notice.notice(), notice.reason()));
    }
    return Optional.empty();
  }

  /** Lets the printer give a customer something in writing. */
  static void give(
      Deciding deciding, Notice.Kind kind, Ticket ticket, String stage, List<Text> items) {
    deciding.happen(
        new Event.NoticeIssued(
            deciding.state().serial() + 1,
            kind,
            Optional.of(ticket.id()),
            ticket.language(),
            deciding.plan().stageName(stage),
            items));
  }

  /** The checklist for whoever goes home last, or how the devices are. */
  static void giveStaff(Deciding deciding, Notice.Kind kind, List<Text> items) {
    deciding.happen(
        new Event.NoticeIssued(
            deciding.state().serial() + 1,
            kind,
            Optional.empty(),
            deciding.plan().defaultLanguage(),
            deciding.plan().name(),
            items));
  }

  /** Gives up the slip of a ticket if it is still owed. */
  static void giveUp(Deciding deciding, TicketId ticket, String reason) {
    boolean owed = deciding.state().ticket(ticket).stream().anyMatch(held -> held.paper().owed());
    if (owed) {
      deciding.happen(new Event.SlipFailed(ticket, reason));
    }
  }

  /** Whoever waited this long for paper has left with the number in the head. */
  static void giveUpLateOnes(Deciding deciding) {
    Optional<Ticket> next = firstToExpire(deciding.state(), deciding.wall());
    while (next.isPresent() && !expiry(next.get(), deciding.plan()).isAfter(deciding.wall())) {
      giveUp(deciding, next.get().id(), "late");
      next = firstToExpire(deciding.state(), deciding.wall());
    }
    for (Notice notice : deciding.state().notices().values()) {
      if (!expiry(notice, deciding.plan()).isAfter(deciding.wall())) {
        deciding.happen(new Event.NoticeFailed(notice.serial(), "late"));
      }
    }
  }

  /** When the next owed slip or notice is too old; far ahead when none is owed. */
  static Instant nextDue(State state, Plan plan, Instant now) {
    Stream<Instant> slips = firstToExpire(state, now).stream().map(slip -> expiry(slip, plan));
    Stream<Instant> notices = state.notices().values().stream().map(notice -> expiry(notice, plan));
    return Stream.concat(slips, notices).min(Instant::compareTo).orElse(Instant.MAX);
  }

  /**
   * The first issued expires first, except where the clock was put back since: then all are looked
   * at.
   */
  private static Optional<Ticket> firstToExpire(State state, Instant now) {
    Optional<Ticket> first = state.owed().first().flatMap(state::ticket);
    boolean fromTheFuture = first.isPresent() && first.get().issuedAt().toInstant().isAfter(now);
    return fromTheFuture
        ? state.owed().values().stream()
            .flatMap(id -> state.ticket(id).stream())
            .min(Comparator.comparing(Ticket::issuedAt))
        : first;
  }

  private static Instant expiry(Ticket ticket, Plan plan) {
    return expiry(ticket.issuedAt(), plan);
  }

  /** The staff's checklist is wanted as long as somebody may be there to go through it. */
  private static Instant expiry(Notice notice, Plan plan) {
    return notice.kind() == Notice.Kind.CLOSING
        ? notice.at().toInstant().plus(A_NIGHT)
        : expiry(notice.at(), plan);
  }

  private static Instant expiry(OffsetDateTime at, Plan plan) {
    return at.toInstant().plusSeconds(plan.reprintWithinSeconds());
  }
}
