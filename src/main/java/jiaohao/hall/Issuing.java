package jiaohao.hall;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/** Giving out numbers. */
final class Issuing {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Deciding deciding;
  private final Plan.Service service;
  private final Asked asked;

  /** Who wants a number, and how. */
  private record Asked(
      String reference,
      int counter,
      State.Wish wish,
      Optional<String> order,
      Optional<String> satellite) {

    /** Here, with what was chosen here. */
    static Asked here(Deciding deciding, String reference, int counter) {
      State.Wish wish = deciding.state().wish().at(deciding.wall());
      return new Asked(reference, counter, wish, Optional.empty(), Optional.empty());
    }

    static Asked by(Order.Issue wanted, Command.Order command, Deciding deciding) {
      State.Wish wish =
          new State.Wish(
              wanted.language(),
              wanted.assist(),
              Optional.empty(),
              Optional.empty(),
              deciding.wall());
      Optional<String> order = Optional.of(command.id());
      return new Asked(command.reference(), 0, wish, order, Optional.empty());
    }

    static Asked afar(Command.Afar afar) {
      Optional<String> satellite = Optional.of(afar.satellite());
      return new Asked(afar.press().reference(), 0, afar.wish(), Optional.empty(), satellite);
    }
  }

  private Issuing(Deciding deciding, Plan.Service service, Asked asked) {
    this.deciding = deciding;
    this.service = service;
    this.asked = asked;
  }

  /** A button was pressed. */
  static Optional<Refusal> take(Deciding deciding, String serviceId, String reference) {
    return of(deciding, serviceId, reference, 0, it -> it.shut(false).or(it::now));
  }

  /** For somebody who is inside already: also when no more numbers are given out at the door. */
  static Optional<Refusal> atDesk(
      Deciding deciding, String serviceId, int counter, String reference) {
    return of(deciding, serviceId, reference, counter, it -> it.shut(true).or(it::now));
  }

  /**
   * For later today.
   *
   * @param words SERVICE@HH:MM
   */
  static Optional<Refusal> book(Deciding deciding, String words, int counter, String reference) {
    String[] parts = words.split("@", -1);
    Optional<LocalTime> time = parts.length == 2 ? time(parts[1]) : Optional.empty();
    return time.isEmpty()
        ? Optional.of(Refusals.notABooking(words))
        : of(deciding, parts[0], reference, counter, it -> it.later(time.get()));
  }

  /** By order of the centre, for now or for later today. */
  static Optional<Refusal> ordered(Deciding deciding, Order.Issue wanted, Command.Order command) {
    Optional<String> stranger =
        wanted.language().filter(code -> !deciding.plan().languages().contains(code));
    if (stranger.isPresent()) {
      return stranger.map(Refusals::noSuchLanguage);
    }
    return deciding
        .plan()
        .service(wanted.service())
        .map(service -> new Issuing(deciding, service, Asked.by(wanted, command, deciding)))
        .map(it -> wanted.at().map(it::later).orElseGet(() -> it.shut(false).or(it::now)))
        .orElseGet(() -> Optional.of(Refusals.noSuchService(wanted.service())));
  }

  /** At the door of a satellite. */
  static Optional<Refusal> afar(Deciding deciding, Command.Afar afar) {
    State.Wish wish = afar.wish();
    Optional<Refusal> unknown =
        wish.language()
            .filter(code -> !deciding.plan().languages().contains(code))
            .map(Refusals::noSuchLanguage);
    String serviceId = ((Verb.Take) afar.press().verb()).service();
    return unknown.isPresent()
        ? unknown
        : deciding
            .plan()
            .service(serviceId)
            .map(service -> new Issuing(deciding, service, Asked.afar(afar)))
            .map(it -> it.shut(false).or(it::now))
            .orElseGet(() -> Optional.of(Refusals.noSuchService(serviceId)));
  }

  private interface Way {
    Optional<Refusal> of(Issuing issuing);
  }

  private static Optional<Refusal> of(
      Deciding deciding, String serviceId, String reference, int counter, Way way) {
    return deciding
        .plan()
        .service(serviceId)
        .map(service ->
            way.of(new Issuing(deciding, service, Asked.here(deciding, reference, counter))))
        .orElseGet(() -> Optional.of(Refusals.noSuchService(serviceId)));
  }

  /** Past every number that the other box may have on paper. */
  static Optional<Refusal> takeOver(Deciding deciding, Command.TakeOver from) {
    int margin =
        deciding.plan().services().stream()
            .mapToInt(service -> margin(deciding.state(), service, from))
            .max()
            .orElse(from.margin());
    deciding.happen(new Event.WriterChanged(from.writer(), margin));
    return Optional.empty();
  }

  private static int margin(State state, Plan.Service service, Command.TakeOver from) {
    int last = state.ordinals().get(service.prefix()).orElse(0);
    Integer seen = from.lastNumbers().get(service.id());
    return seen == null ? from.margin() : Math.max(0, seen - last);
  }

  static Optional<Refusal> language(Deciding deciding, String code) {
    if (!deciding.plan().languages().contains(code)) {
      return Optional.of(Refusals.noSuchLanguage(code));
    }
    deciding.happen(new Event.LanguageChosen(code));
    return Optional.empty();
  }

  static Optional<Refusal> group(Deciding deciding, String group) {
    boolean known =
        deciding.plan().fairness().groups().stream().anyMatch(one -> one.id().equals(group));
    if (!known) {
      return Optional.of(Refusals.noSuchGroup(group));
    }
    deciding.happen(new Event.GroupChosen(group));
    return Optional.empty();
  }

  static Optional<Refusal> staff(Deciding deciding, String staff) {
    if (deciding.plan().member(staff).isEmpty()) {
      return Optional.of(Refusals.noSuchStaff(staff));
    }
    deciding.happen(new Event.StaffChosen(staff));
    return Optional.empty();
  }

  private Optional<Refusal> now() {
    int most = service.limits().atOnceMost().orElse(Integer.MAX_VALUE);
    return deciding.state().tally(service.id()).inside() >= most
        ? Optional.of(Refusals.tooManyAtOnce(service))
        : issue(Optional.empty());
  }

  private Optional<Refusal> later(LocalTime time) {
    Plan plan = deciding.plan();
    ZonedDateTime local = deciding.wall().atZone(plan.timezone());
    ZonedDateTime at = local.toLocalDate().atTime(time).atZone(plan.timezone());
    Moment then = new Moment(at.toInstant(), deciding.moment().trusted(), at.toInstant());
    boolean sameDay = BusinessDay.of(at.toInstant(), plan).equals(deciding.day());
    if (!at.isAfter(local) || !sameDay || Hours.door(plan, then) != Hours.Door.OPEN) {
      return Optional.of(Refusals.notOpenThen(time.toString()));
    }
    return shut(true).or(() -> issue(Optional.of(at.toOffsetDateTime())));
  }

  private static Optional<LocalTime> time(String words) {
    try {
      return Optional.of(LocalTime.parse(words));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** Why no number of any kind is given out now. */
  private Optional<Refusal> shut(boolean inside) {
    if (deciding.state().stopwatch().suspended()) {
      return Optional.of(Refusals.suspended());
    }
    Hours.Door door = Hours.door(deciding.plan(), deciding.moment());
    boolean stillServing = inside && !deciding.state().closed() && door != Hours.Door.SHUT;
    if (door != Hours.Door.OPEN && !stillServing) {
      return Optional.of(
          door == Hours.Door.BREAK ? Refusals.onBreak(opening()) : Refusals.closed(opening()));
    }
    return pastLastTicket() && !inside ? Optional.of(Refusals.noMoreToday(service)) : noPaper();
  }

  private Optional<Refusal> noPaper() {
    boolean refuse = deciding.plan().noPaper() == Plan.NoPaper.REFUSE;
    String printer = Satellites.printer(asked.satellite());
    return refuse && asked.order().isEmpty() && deciding.state().stopped(printer)
        ? Optional.of(Refusals.noPaper())
        : Optional.empty();
  }

  private boolean pastLastTicket() {
    LocalTime time = deciding.wall().atZone(deciding.plan().timezone()).toLocalTime();
    return deciding.moment().trusted()
        && service.limits().lastTicket().stream().anyMatch(last -> !time.isBefore(last));
  }

  private Optional<Refusal> issue(Optional<OffsetDateTime> appointment) {
    State state = deciding.state();
    int most = service.limits().dailyMost().orElse(Integer.MAX_VALUE);
    if (state.tally(service.id()).issued() >= most) {
      return Optional.of(Refusals.dailyMost(service, most));
    }
    OptionalInt ordinal = nextOrdinal(state, service.prefix());
    if (ordinal.isEmpty()) {
      return Optional.of(Refusals.numbersUsedUp(service));
    }
    deciding.happen(issued(ordinal.getAsInt(), appointment));
    return Optional.empty();
  }

  private Event.TicketIssued issued(int ordinal, Optional<OffsetDateTime> appointment) {
    State.Wish wish = asked.wish();
    String stage = service.route().first();
    Terms plain =
        new Terms(
            wish.group(),
            wish.staff(),
            asked.counter(),
            appointment,
            Optional.empty(),
            asked.order(),
            asked.satellite());
    int ahead = ahead(deciding.state().line(stage), plain);
    Terms terms = plain.with(Waits.expected(deciding, stage, ahead, plain));
    return new Event.TicketIssued(
        new TicketId(deciding.day(), service.prefix(), ordinal),
        stage,
        service.id(),
        service.route(),
        wish.language().orElse(deciding.plan().defaultLanguage()),
        wish.assist(),
        ahead,
        asked.reference(),
        terms);
  }

  /** Whoever may overtake has only their like before them. */
  private static int ahead(Line line, Terms terms) {
    if (terms.appointment().isPresent()) {
      return 0;
    }
    return terms.group().isPresent() && terms.staff().isEmpty()
        ? line.lane(Line.PRIVILEGED).size()
        : line.all().size();
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

  private String opening() {
    return opening(deciding.plan(), deciding.wall());
  }

  /** When numbers are given out next, as refusals tell it. */
  static String opening(Plan plan, Instant now) {
    return Hours.nextOpening(plan, now)
        .map(ZonedDateTime::toLocalDateTime)
        .map(WHEN::format)
        .orElse("–");
  }

  /** When the next of them comes in; far ahead when there is none. */
  static Instant nextBooked(State state) {
    return state
        .bookings()
        .firstKey()
        .map(at -> Instant.ofEpochMilli(at.order()))
        .orElse(Instant.MAX);
  }

  /** Tickets issued for later come in when their time has come. */
  static void enterBooked(Deciding deciding) {
    long now = deciding.wall().toEpochMilli();
    Optional<Place> due = deciding.state().bookings().firstKey().filter(at -> at.order() <= now);
    while (due.isPresent()) {
      State.Stop stop = deciding.state().bookings().get(due.get()).orElseThrow();
      deciding.happen(new Event.TicketRequeued(stop.ticket(), stop.stage(), "appointment"));
      Adoption.moveOn(deciding, stop.ticket());
      due = deciding.state().bookings().firstKey().filter(at -> at.order() <= now);
    }
  }
}
