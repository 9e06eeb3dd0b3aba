package jiaohao.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A decision being made: each event that happens is folded at once, so that the next rule sees it.
 */
final class Deciding {
  private final Plan plan;
  private final Moment moment;
  private final List<Fact> facts = new ArrayList<>(4);
  private final List<Event> anyway = new ArrayList<>(0);
  private final Optional<OffsetDateTime> journalAt;
  private State state;

  Deciding(State state, Plan plan, Moment moment) {
    this.state = state;
    this.journalAt = state.lastAt();
    this.plan = plan;
    this.moment = moment;
  }

  /** Time of the last fact before this decision. */
  Optional<OffsetDateTime> journalAt() {
    return journalAt;
  }

  State state() {
    return state;
  }

  Plan plan() {
    return state.plan().orElse(plan);
  }

  Moment moment() {
    return moment;
  }

  Instant wall() {
    return moment.wall();
  }

  /** Now, in the hall's zone, as it is journaled. */
  OffsetDateTime now() {
    return at(moment.wall());
  }

  OffsetDateTime at(Instant wall) {
    return wall.truncatedTo(ChronoUnit.MILLIS).atZone(plan().timezone()).toOffsetDateTime();
  }

  LocalDate day() {
    return state.day().orElseThrow();
  }

  /** What the hall's stopwatch shows now. */
  long reading() {
    return state.stopwatch().reading(wall().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Puts on record what happened although the command is going to be refused. */
  void happenAnyway(Event event) {
    anyway.add(event);
  }

  void happen(Event event) {
    LocalDate day = state.day().orElseGet(() -> BusinessDay.of(moment.wall(), plan()));
    if (event instanceof Event.DayStarted started) {
      day = started.started();
    }
    Fact fact = new Fact(now(), day, event);
    facts.add(fact);
    state = state.apply(fact);
  }

  /** Carries out a rule whole or, when it refuses, not at all; then what comes of it. */
  Decision conclude(Rule rule, Consumer<Deciding> afterwards) {
    State before = state;
    int happened = facts.size();
    Optional<Refusal> refusal = rule.apply(this);
    if (refusal.isPresent()) {
      facts.subList(happened, facts.size()).clear();
      state = before;
    }
    anyway.forEach(this::happen);
    afterwards.accept(this);
    return new Decision(facts, state, refusal);
  }

  /** A rule of the hall: lets events happen, or says why not. */
  @FunctionalInterface
  interface Rule {
    Optional<Refusal> apply(Deciding deciding);
  }
}
