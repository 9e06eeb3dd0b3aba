package jiaohao.kiosk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jiaohao.clock.Clock;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.voice.Announcement;
import jiaohao.voice.Utterance;

/**
 * What the hall has just been told, in the words in which it is said, for those who do not hear:
 * boards and screens show it for a while. What stands there anyway, such as calls and breaks, is no
 * news. Any thread may read it.
 */
public final class News implements Watcher {
  private static final long LASTS_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final int MOST = 20;

  /** Windows that it concerns; empty for the whole hall. */
  private record Item(Text words, OptionalInt window, long nanos) {
    boolean concerns(Set<Integer> windows) {
      return window.isEmpty() || windows.isEmpty() || windows.contains(window.getAsInt());
    }
  }

  private final Optional<String> satellite;
  private final Clock clock;
  private final Deque<Item> items = new ArrayDeque<>();

  /** {@code satellite}: the box's name, if another one decides for the hall. */
  News(Optional<String> satellite, Clock clock) {
    this.satellite = satellite;
    this.clock = clock;
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    for (Fact fact : facts) {
      if (passes(fact.event(), state) && VoiceQueue.fresh(fact, clock.wall())) {
        Announcements.of(fact.event(), state, false, false)
            .map(News::words)
            .ifPresent(words -> add(new Item(words, window(fact.event()), clock.nanos())));
      }
    }
  }

  /** Said once, and seen nowhere else afterwards. */
  private boolean passes(Event event, State state) {
    return switch (event) {
      case Event.TicketIssued issued ->
          issued.terms().satellite().equals(satellite) && Announcements.concern(event, state);
      case Event.ToWindow called -> false;
      case Event.TicketRecalled called -> false;
      case Event.HallSuspended suspended -> false;
      case Event.BreakStarted started -> false;
      case Event.NumbersEnded ended -> false;
      default -> Announcements.concern(event, state);
    };
  }

  private static OptionalInt window(Event event) {
    return switch (event) {
      case Event.CounterPaused paused -> OptionalInt.of(paused.counter());
      case Event.CounterResumed resumed -> OptionalInt.of(resumed.counter());
      default -> OptionalInt.empty();
    };
  }

  private static Text words(Announcement said) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Utterance utterance : said.utterances()) {
      words.put(utterance.language(), utterance.text());
    }
    return new Text(words);
  }

  private synchronized void add(Item item) {
    items.addFirst(item);
    if (items.size() > MOST) {
      items.removeLast();
    }
  }

  /** The latest that is not about one window, which a screen shows where it shows the window. */
  public Optional<Text> ofHall() {
    return items().filter(item -> item.window().isEmpty()).map(Item::words).findFirst();
  }

  /** What concerns these windows, or any if there are none, the latest first. */
  List<Text> of(Set<Integer> windows) {
    return items().filter(item -> item.concerns(windows)).map(Item::words).toList();
  }

  private synchronized Stream<Item> items() {
    long now = clock.nanos();
    items.removeIf(item -> now - item.nanos() > LASTS_NANOS);
    return List.copyOf(items).stream();
  }
}
