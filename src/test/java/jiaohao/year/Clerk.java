package jiaohao.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.Desk;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/**
 * Whoever sits at a window for a day: serves well enough, at times late, absent-minded, mistaken or
 * in a hurry; goes home when nobody is in the hall any more.
 */
final class Clerk {
  private static final List<Verb.Key> PAD =
      Arrays.stream(Verb.Key.values()).filter(Verb.Key::bare).toList();

  private final int window;
  private final Scene scene;
  private final Crowd crowd;
  private final Opening opening;
  private final Serving serving;
  private Optional<TicketId> serves = Optional.empty();
  private Instant finishAt = Instant.MAX;
  private Instant pausedUntil = Instant.MIN;

  Clerk(int window, Scene scene, Crowd crowd, Opening opening, Profile profile) {
    this.window = window;
    this.scene = scene;
    this.crowd = crowd;
    this.opening = opening;
    this.serving = new Serving(window, scene, crowd, profile);
  }

  /** Comes to work. */
  void begin(Instant when, Optional<String> name) {
    scene.then(
        when,
        () -> {
          name.ifPresent(staff -> scene.press(Verb.Key.SIGN_ON, window, staff));
          look();
        });
  }

  private void again(Duration later) {
    scene.in(later, this::look);
  }

  private void again(int lowSeconds, int highSeconds) {
    again(scene.between(lowSeconds, highSeconds));
  }

  private void look() {
    State state = scene.state();
    boolean still = state.stopwatch().suspended() || !scene.world().on();
    if (still || scene.world().plan().counter(window).isEmpty()) {
      again(15, 60);
      return;
    }
    if (scene.chance(0.003)) {
      mistake();
    }
    Desk desk = scene.state().desk(window);
    Optional<Ticket> inHand = scene.state().inHand(window);
    if (inHand.isPresent()) {
      attend(inHand.get(), inHand.get().legAt(window).orElseThrow());
    } else if (desk.paused()) {
      paused();
    } else {
      idle(desk);
    }
  }

  private void mistake() {
    int at = scene.chance(0.2) ? scene.oneOf(scene.world().plan().counters()).number() : window;
    scene.press(scene.oneOf(PAD), at);
  }

  private void paused() {
    boolean back = !scene.now().isBefore(pausedUntil) || opening.over(scene.now());
    if (back) {
      scene.press(Verb.Key.PAUSE, window);
    }
    again(5, 60);
  }

  private void attend(Ticket ticket, Leg leg) {
    if (!serves.equals(Optional.of(ticket.id()))) {
      serves = Optional.of(ticket.id());
      finishAt = Instant.MAX;
    }
    if (leg.status() == Ticket.Status.SERVING || finishAt.isBefore(Instant.MAX)) {
      serve(ticket, leg);
    } else if (leg.silent() || crowd.comes(ticket.id(), leg.calls())) {
      receive(leg);
    } else {
      callAgain(leg);
    }
  }

  /** The customer stands there, or the papers lie there. */
  private void receive(Leg leg) {
    if (!leg.silent() && scene.chance(0.008)) {
      scene.press(Verb.Key.UNDO, window);
      again(3, 20);
      return;
    }
    if (scene.chance(leg.silent() ? 0.3 : 0.6)) {
      scene.press(Verb.Key.START, window);
    }
    begin(leg);
  }

  private void begin(Leg leg) {
    finishAt = scene.now().plus(serving.takes(leg.stage()));
    scene.then(finishAt, this::look);
  }

  private void callAgain(Leg leg) {
    int most = scene.world().plan().fairness().missed().map(Plan.Missed::calls).orElse(2);
    if (leg.calls() < most) {
      scene.press(scene.chance(0.1) ? Verb.Key.MISS : Verb.Key.RECALL, window);
    } else {
      scene.press(scene.chance(0.5) ? Verb.Key.MISS : Verb.Key.RECALL, window);
    }
    again(15, 45);
  }

  private void serve(Ticket ticket, Leg leg) {
    if (finishAt.equals(Instant.MAX)) {
      begin(leg);
    } else if (scene.now().isBefore(finishAt)) {
      scene.then(finishAt, this::look);
    } else if (scene.chance(0.01)) { // the key is forgotten
      finishAt = scene.now().plus(scene.after(180));
      scene.then(finishAt, this::look);
    } else {
      finishAt = Instant.MAX;
      serves = Optional.empty();
      serving.end(ticket, leg);
      again(1, 6);
    }
  }

  private void idle(Desk desk) {
    serves = Optional.empty();
    boolean over = opening.over(scene.now());
    if (over && scene.state().open() == 0 && scene.state().bookings().isEmpty()) {
      goHome(desk);
    } else if (opening.lunch(scene.now()) && scene.chance(0.9)) {
      again(60, 300);
    } else if (!over && scene.chance(0.008)) {
      scene.press(Verb.Key.PAUSE, window);
      pausedUntil = scene.now().plus(scene.after(400));
      again(20, 300);
    } else if (calls(desk, over)) {
      again(4, 20);
    } else {
      again(10, 45);
    }
  }

  private void goHome(Desk desk) {
    if (desk.staff().isPresent() && scene.chance(0.9)) {
      scene.press(Verb.Key.SIGN_OFF, window);
    }
  }

  private boolean calls(Desk desk, boolean over) {
    if (awaits(desk) && (over || scene.chance(0.1))) {
      return scene.press(Verb.Key.HOLD, window).done();
    }
    if (!desk.missed().isEmpty() && scene.chance(0.05)) {
      return scene.press(Verb.Key.RECALL, window).done();
    }
    Optional<String> chosen = chosen();
    if (chosen.isPresent()) {
      return scene.press(Verb.Key.CALL, window, chosen.get()).done();
    }
    return stages().anyMatch(stage -> !scene.state().line(stage).all().isEmpty())
        && scene.press(Verb.Key.NEXT, window).done();
  }

  /**
   * Whether the last one set aside is there again; where the hall closes, it is asked for anyway.
   */
  private boolean awaits(Desk desk) {
    return desk.held()
        .last()
        .filter(held ->
            !opening.always() || crowd.of(held).stream().allMatch(it -> it.here(scene.now())))
        .isPresent();
  }

  private Stream<String> stages() {
    Callable here = Callable.of(scene.state(), window);
    return Stream.concat(here.own(), here.takenOver().flatMap(paused -> paused.stages().stream()));
  }

  /** Whoever is back from the repair; and now and then somebody out of turn. */
  private Optional<String> chosen() {
    boolean anybody = scene.chance(0.01);
    boolean outside =
        stages()
            .anyMatch(id -> scene.world().plan().stage(id).stream().anyMatch(it -> it.outside()));
    if (!anybody && !outside) {
      return Optional.empty();
    }
    List<String> mine = stages().toList();
    return scene.state().tickets().values().stream()
        .filter(ticket ->
            ticket.legs().stream()
                .filter(leg -> mine.contains(leg.stage()))
                .anyMatch(leg -> wanted(ticket, leg, anybody)))
        .map(Ticket::number)
        .findFirst();
  }

  private boolean wanted(Ticket ticket, Leg leg, boolean anybody) {
    return switch (leg.status()) {
      case AWAY -> crowd.of(ticket.id()).filter(it -> it.here(scene.now())).isPresent();
      case WAITING -> anybody && scene.chance(0.3);
      default -> false;
    };
  }
}
