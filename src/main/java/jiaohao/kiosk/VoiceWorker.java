package jiaohao.kiosk;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private record Announcement(Event event, State state) {}

  private final Kiosk kiosk;
  private final Reopened<Speaker> speaker;
  private final FaultReport report;
  private final Queue<Announcement> queue = new ConcurrentLinkedQueue<>();
  private boolean looked;

  VoiceWorker(Kiosk kiosk, Reopened.Opener<Speaker> opener, Clock clock) {
    super("voice");
    this.kiosk = kiosk;
    this.speaker = new Reopened<>("voice", opener);
    this.report = new FaultReport(kiosk, "voice", clock);
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    facts.forEach(fact -> queue.add(new Announcement(fact.event(), state)));
    wake();
  }

  @Override
  long work() throws InterruptedException {
    lookAtFirst();
    Announcement next = queue.poll();
    if (next == null) {
      return 1000;
    }
    for (Utterance utterance : Announcements.of(next.event(), next.state())) {
      if (!outdated(next.event())) {
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

  /** Whether the number is no longer called at that window. */
  private boolean outdated(Event event) {
    return switch (event) {
      case Event.TicketCalled called -> !called(called, called.counter());
      case Event.TicketRecalled called -> !called(called, called.counter());
      default -> false;
    };
  }

  private boolean called(Event.OfTicket call, int counter) {
    return kiosk.state().ticket(call.ticket()).stream()
        .anyMatch(ticket -> ticket.status() == Ticket.Status.CALLED && ticket.counter() == counter);
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
