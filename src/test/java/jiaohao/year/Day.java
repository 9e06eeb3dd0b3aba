package jiaohao.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;

/** One made-up day: who comes when, who works where, and what goes wrong. */
final class Day {
  private final Scene scene;
  private final Crowd crowd;
  private final Profile profile;
  private final Opening opening;

  Day(Scene scene, Crowd crowd, Profile profile) {
    this.scene = scene;
    this.crowd = crowd;
    this.profile = profile;
    this.opening = Opening.of(scene, scene.date());
  }

  /** Plays it, until a little after the next one begins. */
  void play() {
    crowd.enter(scene, opening);
    if (!opening.holiday()) {
      customers();
      staff();
    }
    new Misfortune(scene, profile, opening).plan();
    scene.play(opening.latest());
    scene.act(new Action.SetClock());
    scene.act(new Action.Trust(true));
    scene.play(opening.latest().plus(Duration.ofMinutes(8)));
  }

  private void customers() {
    double weekday = 0.8 + 0.4 * scene.below(1000) / 1000;
    double all = 0;
    for (int hour = 0; hour < 24; hour++) {
      all += weight(hour);
    }
    for (int hour = 0; hour < 24; hour++) {
      int many = scene.howMany(profile.customers() * weekday * weight(hour) / all);
      for (int i = 0; i < many; i++) {
        comes(scene.at(LocalTime.of(hour, 0)).plus(scene.between(0, 3599)));
      }
    }
    for (int burst = scene.howMany(profile.bursts()); burst > 0; burst--) {
      burst();
    }
    for (int booked = scene.howMany(profile.booked()); booked > 0; booked--) {
      book();
    }
  }

  /** Some are early; hours in which the hall is shut are quiet. */
  private double weight(int hour) {
    Instant middle = scene.at(LocalTime.of(hour, 30));
    boolean open = opening.open(middle) || opening.open(middle.plusSeconds(1800));
    return open ? profile.byHour().get(hour) : 0;
  }

  private void comes(Instant when) {
    String service = service();
    scene.then(when, () -> crowd.arrive(service));
  }

  private String service() {
    List<Plan.Service> services = scene.world().shipped().services();
    double all = services.stream().mapToDouble(this::weight).sum();
    double pick = all * scene.below(1_000_000) / 1_000_000;
    for (Plan.Service service : services) {
      pick -= weight(service);
      if (pick < 0) {
        return service.id();
      }
    }
    return services.getLast().id();
  }

  private double weight(Plan.Service service) {
    return profile.services().getOrDefault(service.id(), 1.0);
  }

  /** A busload: within two minutes, mostly for the same, which is nothing that takes long. */
  private void burst() {
    Instant when = someTime();
    String service =
        Stream.generate(this::service)
            .limit(4)
            .max(Comparator.comparingDouble(id -> profile.services().getOrDefault(id, 1.0)))
            .orElseThrow();
    for (int one = 8 + scene.below(18); one > 0; one--) {
      String wanted = scene.chance(0.8) ? service : service();
      scene.then(when.plus(scene.between(0, 120)), () -> crowd.arrive(wanted));
    }
  }

  private Instant someTime() {
    Duration hours = Duration.between(opening.first(), opening.last());
    return opening.first().plus(scene.between(0, (int) hours.toSeconds()));
  }

  private void book() {
    Instant when = someTime();
    LocalTime at =
        when.plus(scene.between(600, 14_400))
            .atZone(scene.world().shipped().timezone())
            .toLocalTime()
            .withSecond(0)
            .withNano(0);
    String words = service() + "@" + at;
    int counter = scene.oneOf(scene.world().shipped().counters()).number();
    scene.then(when, () -> crowd.book(counter, words));
  }

  private void staff() {
    Plan plan = scene.world().shipped();
    List<String> names = new ArrayList<>(plan.staff().stream().map(Plan.Staff::id).toList());
    if (scene.chance(0.3)) {
      Collections.shuffle(names, new Random(scene.below(1_000_000)));
    }
    int index = 0;
    for (Plan.Counter counter : plan.counters()) {
      Optional<String> name =
          index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
      index++;
      Instant comes =
          scene.chance(0.1)
              ? opening.first().plus(scene.between(60, 2400))
              : opening.first().minus(scene.between(0, 300));
      new Clerk(counter.number(), scene, crowd, opening, profile).begin(comes, name);
    }
    scene.then(opening.first().plus(scene.between(3600, 20_000)), this::swap);
  }

  /** Now and then somebody takes another window. */
  private void swap() {
    List<Plan.Staff> staff = scene.world().plan().staff();
    if (!staff.isEmpty() && scene.chance(0.3)) {
      int counter = scene.oneOf(scene.world().plan().counters()).number();
      scene.press(Verb.Key.SIGN_ON, counter, scene.oneOf(staff).id());
    }
  }
}
