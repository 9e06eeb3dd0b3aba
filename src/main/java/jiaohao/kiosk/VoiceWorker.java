package jiaohao.kiosk;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;
import jiaohao.voice.Announcement;
import jiaohao.voice.Speaker;
import jiaohao.voice.VoiceException;
import jiaohao.voice.Wording;

/**
 * Says what happens while it happens: takes what is committed from now on, one announcement after
 * the other, and drops a call only when its number is no longer called.
 */
final class VoiceWorker extends Worker implements Watcher, Presses.Listener {
  /** A speaker that failed is tried again after so long, even when there is nothing to say. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** So soon after the last words the hall is still listening. */
  private static final long LISTENING_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long REFUSED_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final Kiosk kiosk;
  private final Reopened<Speaker> speaker;
  private final FaultReport report;
  private final Clock clock;
  private final VoiceQueue queue = new VoiceQueue(this::outdated);

  /** What it is called when the speaker cannot be used. */
  private Fault trouble = Fault.VOICE_DEAD;

  private Set<Fault> faults = Set.of();
  private boolean looked;
  private long lookedNanos;
  private long endedNanos;
  private volatile long refusedNanos;

  VoiceWorker(Kiosk kiosk, Reopened.Opener<Speaker> opener, Clock clock) {
    super("voice");
    this.kiosk = kiosk;
    this.clock = clock;
    this.speaker = new Reopened<>("voice", () -> open(opener));
    this.report = new FaultReport(kiosk, "voice", clock);
    this.endedNanos = clock.nanos() - LISTENING_NANOS;
    this.refusedNanos = clock.nanos() - REFUSED_AGAIN_NANOS - 1;
    var _ = kiosk.ready().thenRun(this::wake);
  }

  private Speaker open(Reopened.Opener<Speaker> opener) throws IOException {
    try {
      return opener.open();
    } catch (VoiceException known) {
      trouble = known.fault();
      throw known;
    }
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    for (Fact fact : facts) {
      if (concerns(fact.event(), state) && VoiceQueue.fresh(fact, clock.wall())) {
        queue.add(VoiceQueue.Happened.of(fact.event(), state, clock.nanos()));
        wake();
      }
    }
  }

  /** Whoever pressed for a number and got none hears why, though not at every further press. */
  @Override
  public void answered(int button, Verb verb, Answer answer) {
    long now = clock.nanos();
    if (verb instanceof Verb.Take
        && answer instanceof Answer.Refused(Refusal refusal)
        && now - refusedNanos > REFUSED_AGAIN_NANOS) {
      VoiceQueue.Happened refused = VoiceQueue.Happened.of(refusal, kiosk.state(), now);
      if (refused(refused).isPresent()) {
        refusedNanos = now;
        queue.add(refused);
        wake();
      }
    }
  }

  /** While everybody leaves, windows and numbers are of no interest. */
  private boolean concerns(Event event, State state) {
    boolean leaving = state.stopwatch().suspended();
    boolean elsewhere =
        event instanceof Event.TicketIssued issued
            && !issued.terms().satellite().equals(kiosk.satellite());
    return !elsewhere
        && Announcements.concern(event, state)
        && (!leaving || event instanceof Event.HallSuspended);
  }

  @Override
  long work() throws InterruptedException {
    if (!kiosk.ready().isDone()) {
      return 1000; // clips are loaded once the box has nothing better to do
    }
    look();
    Optional<VoiceQueue.Happened> next = queue.poll(clock.nanos());
    if (next.isPresent()) {
      say(next.get());
      return 0;
    }
    report.now(faults);
    return 1000;
  }

  /** A wrong output shows before the first customer is called, and a mended one soon. */
  private void look() throws InterruptedException {
    boolean again = faults.contains(trouble) && clock.nanos() - lookedNanos > RETRY_NANOS;
    if (!looked || again) {
      use(device -> {});
    }
  }

  private void say(VoiceQueue.Happened next) throws InterruptedException {
    boolean follows = clock.nanos() - endedNanos < LISTENING_NANOS;
    Optional<Announcement> words =
        next.event()
            .map(event -> Announcements.of(event, next.state(), queue.others(), follows))
            .orElseGet(() -> refused(next));
    if (words.isPresent()) {
      use(device -> device.speak(words.get(), queue::urgent));
      endedNanos = clock.nanos();
    }
  }

  private static Optional<Announcement> refused(VoiceQueue.Happened next) {
    String code = next.refusal().orElseThrow().code();
    return next.state()
        .plan()
        .map(plan -> new Wording(plan).refused(code))
        .filter(words -> !words.isEmpty())
        .map(words -> new Announcement(words, true, false));
  }

  private void use(Reopened.Use<Speaker> use) throws InterruptedException {
    looked = true;
    lookedNanos = clock.nanos();
    trouble = Fault.VOICE_DEAD;
    Set<Fault> amiss = EnumSet.noneOf(Fault.class);
    boolean used =
        speaker.use(device -> {
          use.with(device);
          amiss.addAll(device.faults());
        });
    faults = used ? amiss : Set.of(trouble);
    report.now(faults);
  }

  /**
   * Whether the number is no longer called at that window, or its holder is there already; or
   * whether everybody may stay after all.
   */
  private boolean outdated(Event event) {
    return switch (event) {
      case Event.TicketCalled called ->
          !at(called, called.counter(), EnumSet.of(Ticket.Status.CALLED));
      // Recalled while being served: start was pressed for somebody who is not there.
      case Event.TicketRecalled called ->
          !at(called, called.counter(), EnumSet.of(Ticket.Status.CALLED, Ticket.Status.SERVING));
      case Event.HallSuspended suspended -> !kiosk.state().stopwatch().suspended();
      default -> false;
    };
  }

  private boolean at(Event.OfTicket call, int counter, Set<Ticket.Status> statuses) {
    return kiosk.state().ticket(call.ticket()).stream()
        .flatMap(ticket -> ticket.legAt(counter).stream())
        .anyMatch(leg -> statuses.contains(leg.status()));
  }

  @Override
  void release() {
    speaker.close();
  }
}
