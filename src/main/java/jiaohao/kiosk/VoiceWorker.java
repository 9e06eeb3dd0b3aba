package jiaohao.kiosk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.health.Fault;
import jiaohao.voice.Speaker;
import jiaohao.voice.Utterance;

/**
 * Says what happens while it happens: takes what is committed from now on, one announcement after
 * the other, and drops a call only when its number is no longer called.
 */
final class VoiceWorker extends Worker implements Watcher {
  private final Kiosk kiosk;
  private final Reopened<Speaker> speaker;
  private final FaultReport report;
  private final Clock clock;
  private final VoiceQueue queue = new VoiceQueue(this::outdated);
  private boolean looked;

  VoiceWorker(Kiosk kiosk, Reopened.Opener<Speaker> opener, Clock clock) {
    super("voice");
    this.kiosk = kiosk;
    this.clock = clock;
    this.speaker = new Reopened<>("voice", opener);
    this.report = new FaultReport(kiosk, "voice", clock);
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    for (Fact fact : facts) {
      if (concerns(fact.event(), state) && VoiceQueue.fresh(fact, clock.wall())) {
        queue.add(new VoiceQueue.Announcement(fact.event(), state, clock.nanos()));
        wake();
      }
    }
  }

  /** While everybody leaves, windows and numbers are of no interest. */
  private static boolean concerns(Event event, State state) {
    boolean leaving = state.stopwatch().suspended();
    return Announcements.concern(event, state)
        && (!leaving || event instanceof Event.HallSuspended);
  }

  @Override
  long work() throws InterruptedException {
    lookAtFirst();
    Optional<VoiceQueue.Announcement> next = queue.poll(clock.nanos());
    if (next.isEmpty()) {
      return 1000;
    }
    for (Utterance utterance : Announcements.of(next.get().event(), next.get().state())) {
      if (!outdated(next.get().event()) && !queue.urgent()) {
        speak(utterance);
      }
    }
    return 0;
  }

  /** A wrong output shows before the first customer is called. */
  private void lookAtFirst() throws InterruptedException {
    if (!looked) {
      looked = true;
      boolean there = speaker.use(device -> {});
      report.now(there ? Set.of() : Set.of(Fault.VOICE_DEAD));
    }
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

  private void speak(Utterance utterance) throws InterruptedException {
    boolean spoken = speaker.use(device -> device.speak(utterance));
    report.now(spoken ? Set.of() : Set.of(Fault.VOICE_DEAD));
  }

  @Override
  void release() {
    speaker.close();
  }
}
