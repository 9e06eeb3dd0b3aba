package jiaohao.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/** No number is given out twice, none is lost, and no more of a service than the hall allows. */
final class Accounts implements Invariant {
  private final Set<TicketId> today = new HashSet<>();
  private final Map<String, TicketId> open = new HashMap<>();
  private final Map<String, Integer> issued = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  @Override
  public void see(Seen seen) {
    switch (seen.fact().event()) {
      case Event.DayStarted started -> startDay(started.started());
      case Event.TicketIssued ticket -> issue(seen, ticket);
      case Event.TicketFinished finished -> end(finished.ticket());
      case Event.TicketVoided voided -> end(voided.ticket());
      default -> {}
    }
    Broken.unless(
        seen.after().tickets().size() == open.size(),
        "lost",
        "after %s the hall has %s tickets, but %s were neither finished nor voided",
        seen.fact(),
        seen.after().tickets().size(),
        open.size());
  }

  private void startDay(LocalDate started) {
    Broken.unless(started.isAfter(day), "day", "%s begins after %s", started, day);
    day = started;
    today.clear();
    issued.clear();
  }

  private void issue(Seen seen, Event.TicketIssued ticket) {
    TicketId id = ticket.ticket();
    Fact fact = seen.fact();
    Broken.unless(id.day().equals(day), "day", "%s on %s", fact, day);
    Broken.unless(today.add(id), "twice", "%s was given out before", id);
    TicketId held = open.put(id.number(), id);
    Broken.unless(held == null, "twice", "%s while %s is open", id, held);
    int count = issued.merge(ticket.service(), 1, Integer::sum);
    Plan.Service service = seen.before().plan().orElseThrow().service(ticket.service()).get();
    int most = service.limits().dailyMost().orElse(Integer.MAX_VALUE);
    Broken.unless(count <= most, "cap", "%s is number %s of %s today", fact, count, most);
  }

  private void end(TicketId id) {
    Broken.unless(open.remove(id.number(), id), "lost", "%s ends, but was not open", id);
  }

  /** At the door there are no more than the hall takes at once. */
  @Override
  public void acted(State before, Verb verb, Outcome outcome) {
    if (verb instanceof Verb.Take take && outcome.done()) {
      Plan plan = before.plan().orElseThrow();
      int most =
          plan.service(take.service())
              .flatMap(service -> service.limits().atOnceMost().stream().boxed().findFirst())
              .orElse(Integer.MAX_VALUE);
      long inside =
          most == Integer.MAX_VALUE
              ? 0
              : before.tickets().values().stream()
                  .filter(ticket -> ticket.service().equals(take.service()))
                  .filter(ticket -> !Places.absent(ticket))
                  .count();
      Broken.unless(inside < most, "cap", "%s with %s inside", verb, inside);
    }
  }

  @Override
  public void endDay(State state) {
    Set<TicketId> there =
        state.tickets().entries().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    Broken.unless(
        there.equals(new HashSet<>(open.values())), "lost", "%s are open, %s there", open, there);
  }
}
