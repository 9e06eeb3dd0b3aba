package jiaohao.year;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.CallRule;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.Leg;
import jiaohao.hall.Place;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;

/** Every call is what its rule says, to one window only; and undone, it has not been. */
final class Calls implements Invariant {
  /** Where the ticket in hand of each window stood when it was called. */
  private final Map<Integer, Leg.Spot> stood = new HashMap<>();

  @Override
  public void see(Seen seen) {
    switch (seen.fact().event()) {
      case Event.ToWindow called -> call(seen, called);
      case Event.CallUndone undone -> undo(seen, undone);
      default -> {}
    }
  }

  private void call(Seen seen, Event.ToWindow called) {
    State before = seen.before();
    Desk desk = before.desk(called.counter());
    Ticket ticket = before.ticket(called.ticket()).orElseThrow(() -> broken(called, "not there"));
    Leg leg = ticket.leg(called.stage()).orElseThrow(() -> broken(called, "not at that stage"));
    require(desk.inHand().isEmpty(), called, "another is in hand");
    require(!desk.paused(), called, "the window is paused");
    require(!before.stopwatch().suspended(), called, "the hall stands still");
    require(!leg.status().inHand(), called, "it is in hand already");
    require(leg.silent() == (called instanceof Event.PapersTaken), called, "papers or people?");
    require(leg.silent() || !announced(ticket), called, "it is announced elsewhere");
    stood.put(called.counter(), leg.spot());
    requireRule(before, called, leg);
  }

  private static boolean announced(Ticket ticket) {
    return ticket.legs().stream().anyMatch(leg -> !leg.silent() && leg.status().inHand());
  }

  private static void requireRule(State before, Event.ToWindow called, Leg leg) {
    Callable window = Callable.of(before, called.counter());
    Desk desk = before.desk(called.counter());
    CallRule rule = called.rule().orElseThrow(() -> broken(called, "by no rule"));
    switch (rule) {
      case PREFERENCE, LONGEST, SHARE -> {
        require(window.own().anyMatch(leg.stage()::equals), called, "not a stage of the window");
        requireFirst(window, called, leg);
        requireStage(window, rule, called, leg);
        Stream<String> others = window.takenOver().flatMap(paused -> paused.stages().stream());
        require(mayBeBefore(window, leg, others), called, "whom it stands in for waits longer");
      }
      case STAND_IN -> {
        requireFirst(window, called, leg);
        require(mayBeBefore(window, leg, window.own()), called, "its own customers wait longer");
        require(takenOver(window, leg.stage()), called, "it stands in for nobody there");
      }
      case HELD -> require(last(desk.held().lastEntry(), called), called, "not the last held");
      case MISSED -> require(last(desk.missed().lastEntry(), called), called, "not last missed");
      case CHOSEN ->
          require(
              window.own().anyMatch(leg.stage()::equals) || takenOver(window, leg.stage()),
              called,
              "not a stage of the window");
    }
  }

  /** Whoever is next at those stages, the first or the last of their heads, may stand behind it. */
  private static boolean mayBeBefore(Callable window, Leg leg, Stream<String> stages) {
    Optional<Place> latest = stages.flatMap(stage -> last(window, stage)).max(naturally());
    return latest.stream().allMatch(place -> place.compareTo(leg.spot().place()) >= 0);
  }

  private static boolean takenOver(Callable window, String stage) {
    return window.takenOver().anyMatch(paused -> paused.stages().contains(stage));
  }

  private static boolean last(Optional<Map.Entry<Long, TicketId>> last, Event.ToWindow called) {
    return last.map(Map.Entry::getValue).filter(called.ticket()::equals).isPresent();
  }

  /** Of its kind, ordinary or privileged, nobody stands before it. */
  private static void requireFirst(Callable window, Event.ToWindow called, Leg leg) {
    require(leg.status() == Ticket.Status.WAITING, called, "it does not wait");
    boolean ordinary = window.isOrdinary(leg.stage(), leg.lane());
    Optional<Place> first =
        ordinary ? window.ordinary(leg.stage()) : window.privileged(leg.stage());
    require(first.filter(leg.spot().place()::equals).isPresent(), called, "others are before it");
  }

  private static void requireStage(Callable window, CallRule rule, Event.ToWindow called, Leg leg) {
    Stream<String> others = window.own().filter(stage -> !stage.equals(leg.stage()));
    Plan.Counter counter = window.plan().counter(called.counter()).orElseThrow();
    require(rule.name().startsWith(word(counter.rule())), called, "not the rule of the window");
    if (rule == CallRule.PREFERENCE) {
      boolean preferred =
          window.own().takeWhile(stage -> !stage.equals(leg.stage())).noneMatch(window::anybodyAt);
      require(preferred, called, "somebody waits for what comes before that");
    } else if (rule == CallRule.LONGEST) {
      Optional<Place> longest = others.flatMap(stage -> last(window, stage)).min(naturally());
      boolean first = longest.stream().noneMatch(at -> at.compareTo(leg.spot().place()) < 0);
      require(first, called, "somebody has waited longer at another stage");
    }
  }

  private static Comparator<Place> naturally() {
    return Comparator.naturalOrder();
  }

  /** Who is next there is the first privileged or the first ordinary one; at best the later. */
  private static Stream<Place> last(Callable window, String stage) {
    return Stream.of(window.ordinary(stage), window.privileged(stage))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .stream();
  }

  private static String word(Plan.Counter.Rule rule) {
    return rule == Plan.Counter.Rule.SHARES ? "SHARE" : rule.name();
  }

  private void undo(Seen seen, Event.CallUndone undone) {
    Leg leg =
        seen.after()
            .ticket(undone.ticket())
            .flatMap(ticket -> ticket.leg(undone.stage()))
            .orElseThrow(() -> new Broken("undo", undone + ": it is gone"));
    Leg.Spot then = stood.get(undone.counter());
    boolean same =
        then != null
            && leg.spot().place().equals(then.place())
            && leg.status() == then.status()
            && leg.spot().aside() == then.aside();
    Broken.unless(same, "undo", "%s: it stood at %s, and now at %s", undone, then, leg.spot());
  }

  private static void require(boolean sound, Event.ToWindow called, String why) {
    if (!sound) {
      throw broken(called, why);
    }
  }

  private static Broken broken(Event.ToWindow called, String why) {
    return new Broken("call", called + ", but " + why);
  }
}
