package jiaohao.year;

import java.time.Duration;
import java.util.Optional;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.Ticket;
import jiaohao.hall.Verb;

/** How a clerk serves whoever is there, and what comes of it. */
final class Serving {
  static final int USUAL_SECONDS = 60;

  private final int window;
  private final Scene scene;
  private final Crowd crowd;
  private final Profile profile;

  Serving(int window, Scene scene, Crowd crowd, Profile profile) {
    this.window = window;
    this.scene = scene;
    this.crowd = crowd;
    this.profile = profile;
  }

  Duration takes(String stageId) {
    int standard = stage(stageId).map(s -> s.limitSeconds().orElse(0)).orElse(0);
    return scene.about(profile.pace() * (standard == 0 ? USUAL_SECONDS : standard), 0.5);
  }

  private Optional<Plan.Stage> stage(String id) {
    return scene.world().plan().stage(id);
  }

  /** The stage is done, or goes another way. */
  void end(Ticket ticket, Leg leg) {
    if (scene.chance(0.03)) {
      finish(leg); // before the token is asked for
    }
    Optional<Ticket> still = scene.state().inHand(window);
    if (still.filter(it -> it.id().equals(ticket.id())).isEmpty()) {
      return;
    }
    stage(leg.stage())
        .flatMap(Plan.Stage::token)
        .ifPresent(token -> {
          if (token.use() == Plan.Token.Use.BIND) {
            bind(ticket, token);
          } else if (!leg.matched()) {
            match(ticket, token);
          }
        });
    finish(leg);
    if (scene.chance(0.4)) {
      rate();
    }
  }

  private void rate() {
    Verb.Key opinion =
        scene.chance(0.8)
            ? Verb.Key.RATE_GOOD
            : scene.chance(0.7) ? Verb.Key.RATE_FAIR : Verb.Key.RATE_POOR;
    scene.in(scene.between(2, 12), () -> scene.press(opinion, window));
  }

  private void bind(Ticket ticket, Plan.Token token) {
    if (scene.chance(0.02)) {
      return;
    }
    if (scene.chance(0.03)) {
      String taken = crowd.freeTag(true);
      if (scene.press(Verb.Key.BIND, window, taken).done()) {
        crowd.of(ticket.id()).ifPresent(it -> it.gets(token.kind(), taken));
        return;
      }
    }
    String tag = crowd.freeTag(false);
    if (scene.press(Verb.Key.BIND, window, tag).done()) {
      crowd.of(ticket.id()).ifPresent(it -> it.gets(token.kind(), tag));
    }
  }

  private void match(Ticket ticket, Plan.Token token) {
    Optional<Crowd.Customer> customer = crowd.of(ticket.id());
    Optional<String> own = customer.flatMap(it -> it.token(token.kind()));
    if (own.isEmpty() || customer.get().loses()) {
      scene.press(Verb.Key.LOST_SLIP, window);
      return;
    }
    if (customer.get().swaps()) {
      crowd
          .otherTag(customer.get(), token.kind())
          .ifPresent(wrong -> scene.press(Verb.Key.MATCH, window, wrong));
    }
    if (!scene.press(Verb.Key.MATCH, window, own.get()).done()) {
      scene.press(Verb.Key.LOST_SLIP, window);
    }
  }

  private void finish(Leg leg) {
    boolean other = stage(leg.stage()).flatMap(Plan.Stage::other).isPresent();
    if (other && scene.chance(0.1)) {
      scene.press(Verb.Key.FINISH_OTHER, window);
    } else if (scene.chance(0.015)) {
      scene.press(Verb.Key.HOLD, window);
    } else if (scene.chance(0.01)) {
      scene.press(Verb.Key.TRANSFER, window, scene.oneOf(scene.world().plan().stages()).id());
    } else if (scene.chance(0.008)) {
      scene.press(Verb.Key.BACK, window);
    } else {
      done();
    }
  }

  private void done() {
    if (scene.chance(0.8)) {
      scene.press(Verb.Key.NEXT, window);
      if (scene.chance(0.01)) {
        scene.press(Verb.Key.NEXT, window); // the finger slipped
      }
    } else {
      scene.press(Verb.Key.FINISH, window);
    }
  }
}
