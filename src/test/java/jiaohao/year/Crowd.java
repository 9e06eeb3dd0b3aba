package jiaohao.year;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/** The customers of a hall: who comes for what, who waits, who has walked away. */
final class Crowd {
  /** Somebody with a ticket. */
  static final class Customer {
    private final TicketId ticket;
    private Instant leaves = Instant.MAX;
    private Instant back = Instant.MIN;
    private boolean dreams;
    private boolean loses;
    private boolean swaps;
    private final Map<String, String> tokens = new HashMap<>();

    private Customer(TicketId ticket) {
      this.ticket = ticket;
    }

    boolean here(Instant now) {
      return now.isBefore(leaves) && !now.isBefore(back);
    }

    TicketId ticket() {
      return ticket;
    }

    boolean loses() {
      return loses;
    }

    boolean swaps() {
      return swaps;
    }

    Optional<String> token(String kind) {
      return Optional.ofNullable(tokens.get(kind));
    }

    void gets(String kind, String token) {
      tokens.put(kind, token);
    }

    @Override
    public String toString() {
      return ticket.number();
    }
  }

  private final Profile profile;
  private final Map<TicketId, Customer> customers = new TreeMap<>();
  private Scene scene;
  private Opening opening;

  Crowd(Profile profile) {
    this.profile = profile;
  }

  /** A new day; whoever is still inside stays. */
  void enter(Scene day, Opening hours) {
    scene = day;
    opening = hours;
  }

  Optional<Customer> of(TicketId ticket) {
    return Optional.ofNullable(customers.get(ticket));
  }

  /** Whether the holder is there, and stands up at a call; some do only at the second. */
  boolean comes(TicketId ticket, int calls) {
    return of(ticket)
        .filter(customer -> customer.here(scene.now()))
        .filter(customer -> !customer.dreams || calls > 1)
        .isPresent();
  }

  /** Somebody who is there and has not been served. */
  Optional<Customer> unserved() {
    return customers.values().stream()
        .filter(customer -> customer.here(scene.now()))
        .filter(customer ->
            scene.state().ticket(customer.ticket).stream()
                .anyMatch(ticket -> !Places.absent(ticket)))
        .findFirst();
  }

  /** Comes in, presses what there is to press, and waits. */
  void arrive(String service) {
    if (!scene.world().on()) {
      scene.in(scene.between(60, 900), () -> arrive(service));
      return;
    }
    if (opening.over(scene.now()) && scene.state().open() == 0) {
      return; // the doors are locked
    }
    wish();
    Outcome taken = scene.press(new Verb.Take(service));
    taken.issued().forEach(this::wait);
    if (!taken.done()) {
      turnedAway(service, taken.refused());
    }
  }

  private void wish() {
    Plan plan = scene.world().plan();
    if (scene.chance(0.1)) {
      scene.press(new Verb.Language(scene.oneOf(plan.languages())));
    }
    if (scene.chance(0.02)) {
      scene.press(new Verb.Assist());
    }
    List<Plan.Group> groups = plan.fairness().groups();
    if (!groups.isEmpty() && scene.chance(profile.grouped())) {
      scene.press(new Verb.Priority(scene.oneOf(groups).id()));
    }
    if (!plan.staff().isEmpty() && scene.chance(0.06)) {
      scene.press(new Verb.ForStaff(scene.oneOf(plan.staff()).id()));
    }
  }

  private void turnedAway(String service, String why) {
    boolean later = why.equals("closed") || why.equals("too-many-at-once") || why.equals("break");
    if (later && scene.chance(0.5)) {
      scene.in(scene.between(300, 2400), () -> arrive(service));
    } else if (scene.chance(0.3)) {
      List<Plan.Counter> windows = scene.world().plan().counters();
      issue(scene.oneOf(windows).number(), service);
    }
  }

  /** At the desk, for whoever is inside. */
  void issue(int counter, String service) {
    scene.press(Verb.Key.ISSUE, counter, service).issued().forEach(this::wait);
  }

  void book(int counter, String words) {
    scene
        .press(Verb.Key.BOOK, counter, words)
        .issued()
        .forEach(id -> {
          Customer customer = new Customer(id);
          customer.leaves = scene.chance(0.15) ? scene.now() : Instant.MAX;
          customers.put(id, customer);
        });
  }

  private void wait(TicketId id) {
    Customer customer = new Customer(id);
    if (scene.chance(profile.noShow())) {
      customer.leaves = scene.now().plus(scene.between(30, 2400));
    }
    customer.dreams = scene.chance(0.04);
    customer.loses = scene.chance(0.03);
    customer.swaps = scene.chance(0.03);
    customers.put(id, customer);
  }

  /** What the customers notice of what goes on. */
  void notice(Fact fact) {
    switch (fact.event()) {
      case Event.TicketFinished finished -> customers.remove(finished.ticket());
      case Event.TicketVoided voided -> customers.remove(voided.ticket());
      case Event.TicketMissed missed -> of(missed.ticket()).ifPresent(this::missed);
      case Event.TicketHeld held -> of(held.ticket()).ifPresent(this::held);
      case Event.TicketRequeued queued -> of(queued.ticket()).ifPresent(this::sentOn);
      case Event.TicketTransferred moved -> of(moved.ticket()).ifPresent(this::sentOn);
      default -> {}
    }
  }

  /** Asks at some window to be put back. */
  private void missed(Customer customer) {
    customer.dreams = false;
    if (customer.here(scene.now())) {
      scene.in(
          scene.between(20, 400),
          () -> {
            boolean aside =
                scene.state().ticket(customer.ticket).stream()
                    .flatMap(ticket -> ticket.legs().stream())
                    .anyMatch(leg -> leg.status() == Ticket.Status.MISSED);
            if (aside && customer.here(scene.now())) {
              int counter = scene.oneOf(scene.world().plan().counters()).number();
              scene.press(Verb.Key.BACK, counter, customer.ticket.number());
            }
          });
    }
  }

  /** Fetches what is missing; where somebody is always there that may take until tomorrow. */
  private void held(Customer customer) {
    if (opening.always() && customer.here(scene.now()) && scene.chance(0.4)) {
      customer.back = scene.now().plus(scene.between(6 * 3600, 40 * 3600));
    }
  }

  /** Has the car repaired, and comes back or does not. */
  private void sentOn(Customer customer) {
    boolean away =
        scene.state().ticket(customer.ticket).stream()
            .flatMap(ticket -> ticket.legs().stream())
            .map(Leg::status)
            .anyMatch(status -> status == Ticket.Status.AWAY);
    if (away && customer.here(scene.now())) {
      customer.back = scene.chance(0.85) ? scene.now().plus(scene.after(1800)) : Instant.MAX;
    }
  }

  /** A tag that hangs on the board, or now and then one that does not. */
  String freeTag(boolean mistaken) {
    List<String> taken =
        customers.values().stream().flatMap(one -> one.tokens.values().stream()).toList();
    if (mistaken && !taken.isEmpty()) {
      return scene.oneOf(taken);
    }
    String tag = "K" + (1 + scene.below(90));
    return taken.contains(tag) ? "K" + (100 + scene.below(900)) : tag;
  }

  /** Somebody else's token. */
  Optional<String> otherTag(Customer customer, String kind) {
    return customers.values().stream()
        .filter(other -> other != customer)
        .flatMap(other -> other.token(kind).stream())
        .sorted()
        .findFirst();
  }
}
