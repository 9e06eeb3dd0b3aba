package jiaohao.kiosk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.Command;
import jiaohao.hall.Notice;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Terms;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.printer.Handout;
import jiaohao.printer.Look;
import jiaohao.printer.Sheet;
import jiaohao.printer.Slip;

/** Something the hall owes somebody on paper: a ticket's slip, or a notice. */
sealed interface OwedPaper {
  /** Tells it from everything else that was ever owed. */
  String name();

  /** Whether it may be on paper already. */
  boolean again();

  /**
   * What is printed.
   *
   * @param pages where a QR code leads
   */
  Sheet sheet(Plan plan, TicketPages pages, boolean reprint);

  /** What the hall is told when it is on paper, as sure as {@code tier} says. */
  Command done(String tier, boolean reprint);

  /** What the hall is told when it will not be. */
  Command lost(String reason);

  /**
   * All that is owed: slips first, people wait for them at the kiosk; of each the oldest first.
   *
   * @param satellite whose slips; notices are the main box's
   */
  static Stream<OwedPaper> of(State state, Optional<String> satellite) {
    Stream<OwedPaper> slips =
        state.owed().values().stream()
            .flatMap(id -> state.ticket(id).stream())
            .filter(ticket -> ticket.terms().satellite().equals(satellite))
            .map(OfTicket::new);
    return satellite.isPresent()
        ? slips
        : Stream.concat(
            slips, state.notices().values().stream().flatMap(notice -> notice(state, notice)));
  }

  /** Whoever is served by now needs no slip any more. */
  private static Stream<OwedPaper> notice(State state, Notice notice) {
    Optional<Ticket> ticket = notice.ticket().flatMap(state::ticket);
    return notice.kind() == Notice.Kind.SLIP
        ? ticket.stream().map(held -> new OnceMore(notice, new OfTicket(held)))
        : Stream.of(new OfNotice(notice, ticket.filter(Ticket::assist).isPresent()));
  }

  private static Look look(Plan plan, String language, boolean larger, boolean reprint) {
    return new Look(language, plan.secondLanguage(language), larger, reprint);
  }

  /** A ticket's own slip. */
  record OfTicket(Ticket ticket) implements OwedPaper {
    @Override
    public String name() {
      return "slip of " + ticket.id();
    }

    @Override
    public boolean again() {
      return ticket.paper() == Ticket.Paper.OWED_AGAIN;
    }

    @Override
    public Sheet sheet(Plan plan, TicketPages pages, boolean reprint) {
      Optional<Plan.Service> service = plan.service(ticket.service());
      return new Slip(
          plan.name(),
          ticket.number(),
          service.map(Plan.Service::name).orElse(Text.same(ticket.service())),
          turn(plan),
          service.map(Plan.Service::papers).orElse(List.of()),
          ticket.issuedAt().toLocalDateTime(),
          pages.qr(ticket.reference()),
          look(plan, ticket.language(), ticket.assist(), reprint),
          plan.slip());
    }

    private Slip.Turn turn(Plan plan) {
      Terms terms = ticket.terms();
      return new Slip.Turn(
          ticket.ahead(),
          terms.expected(),
          terms.appointment().map(at -> at.atZoneSameInstant(plan.timezone()).toLocalTime()));
    }

    @Override
    public Command done(String tier, boolean reprint) {
      return new Command.SlipDone(ticket.id(), tier, reprint);
    }

    @Override
    public Command lost(String reason) {
      return new Command.SlipLost(ticket.id(), reason);
    }
  }

  /** What is printed because a notice says so. */
  sealed interface Noticed extends OwedPaper {
    Notice notice();

    @Override
    default String name() {
      return "notice " + notice().serial();
    }

    @Override
    default Command done(String tier, boolean reprint) {
      return new Command.NoticeDone(notice().serial(), tier);
    }

    @Override
    default Command lost(String reason) {
      return new Command.NoticeLost(notice().serial(), reason);
    }
  }

  /** A ticket's slip once more, which is marked so. */
  record OnceMore(Notice notice, OfTicket slip) implements Noticed {
    @Override
    public boolean again() {
      return true;
    }

    @Override
    public Sheet sheet(Plan plan, TicketPages pages, boolean reprint) {
      return slip.sheet(plan, pages, true);
    }
  }

  /**
   * A notice.
   *
   * @param assist whether the ticket it is about is one of the larger ones
   */
  record OfNotice(Notice notice, boolean assist) implements Noticed {
    @Override
    public boolean again() {
      return notice.again();
    }

    @Override
    public Sheet sheet(Plan plan, TicketPages pages, boolean reprint) {
      return new Handout(
          plan.name(),
          notice.kind(),
          notice.ticket().map(TicketId::number).orElse(""),
          notice.title(),
          notice.items(),
          notice.at().toLocalDateTime(),
          look(plan, notice.language(), assist, reprint));
    }
  }
}
