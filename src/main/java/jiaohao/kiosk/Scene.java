package jiaohao.kiosk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jiaohao.board.Picture;
import jiaohao.board.Words;
import jiaohao.hall.Calendar;
import jiaohao.hall.Moment;
import jiaohao.hall.Outlook;
import jiaohao.hall.Plan;
import jiaohao.hall.State;

/**
 * What a board tells besides calls, as a state has it at an hour: notices, the time, the hall's
 * name, and how many wait.
 *
 * @param counters of the board; empty means all
 */
record Scene(State state, Plan plan, Instant wall, Set<Integer> counters) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Local time of the hall. */
  LocalDateTime now() {
    return LocalDateTime.ofInstant(wall, plan.timezone());
  }

  /** Whether everybody has something else to do than to wait. */
  boolean urgent() {
    return state.stopwatch().suspended();
  }

  List<String> notices() {
    if (urgent()) {
      return new Words(plan).emergency();
    }
    Stream<String> posted =
        state.orders().shown(wall).stream()
            .flatMap(words -> plan.languages().stream().map(words::in).distinct());
    return Stream.concat(posted, standing().stream()).toList();
  }

  private List<String> standing() {
    Words words = new Words(plan);
    if (state.closed()) {
      return words.allGone();
    }
    if (shut()) {
      return plan.languages().stream().map(outlook().shut()::in).distinct().toList();
    }
    if (state.stopwatch().onBreak()) {
      return lunch(words);
    }
    return noMoreTickets() ? words.closed() : List.of();
  }

  /** Before the hall opens, and on days when it does not: when it does is told. */
  private boolean shut() {
    return !inDoubt() && outlook().standing() == Outlook.Standing.SHUT;
  }

  private Outlook outlook() {
    return Outlook.of(state, plan, new Moment(wall, !inDoubt(), wall));
  }

  private List<String> lunch(Words words) {
    List<Calendar.Hours> spans = spans();
    LocalTime time = now().toLocalTime();
    Optional<LocalTime> from =
        spans.stream()
            .map(Calendar.Hours::close)
            .filter(close -> !close.isAfter(time))
            .max(LocalTime::compareTo);
    Optional<LocalTime> until =
        spans.stream()
            .map(Calendar.Hours::open)
            .filter(open -> open.isAfter(time))
            .min(LocalTime::compareTo);
    return from.isPresent() && until.isPresent() ? words.lunch(from.get(), until.get()) : List.of();
  }

  /** The last span of the day gives none any more; a clock in doubt says nothing about that. */
  private boolean noMoreTickets() {
    List<Calendar.Hours> spans = spans();
    if (spans.isEmpty() || inDoubt()) {
      return false;
    }
    Calendar.Hours last = spans.getLast();
    return !now().toLocalTime().isBefore(last.lastTicket().orElse(last.close()));
  }

  private List<Calendar.Hours> spans() {
    return plan.calendar().of(now().toLocalDate());
  }

  private boolean inDoubt() {
    return state.suspect().isPresent();
  }

  Picture.Around around() {
    List<String> names =
        plan.languages().stream().map(language -> plan.name().in(language)).distinct().toList();
    String clock = inDoubt() ? "" : CLOCK.format(now());
    return new Picture.Around(false, plan.languages(), clock, names, waiting());
  }

  /** In the lines that these windows call from; papers wait too, but nobody sees them. */
  private int waiting() {
    return plan.counters().stream()
        .filter(counter -> counters.isEmpty() || counters.contains(counter.number()))
        .flatMap(counter -> state.stagesAt(counter).stream())
        .distinct()
        .filter(stage -> plan.stage(stage).filter(Plan.Stage::announce).isPresent())
        .mapToInt(stage -> state.queue(stage).size())
        .sum();
  }
}
