package jiaohao.kiosk;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private final Speaker speaker;
  private final FaultReport report;
  private final Queue<Announcement> queue = new ConcurrentLinkedQueue<>();

  VoiceWorker(Kiosk kiosk, Speaker speaker) {
    super("voice");
    this.kiosk = kiosk;
    this.speaker = speaker;
    this.report = new FaultReport(kiosk, "voice");
  }

  @Override
  public void committed(State state, List<Fact> facts) {
    facts.forEach(fact -> queue.add(new Announcement(fact.event(), state)));
    wake();
  }

  @Override
  long work() throws InterruptedException {
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
    try {
      speaker.speak(utterance);
      report.now(Set.of());
    } catch (IOException dead) {
      report.now(Set.of(Fault.VOICE_DEAD));
    }
  }

  @Override
  public void close() {
    super.close();
    speaker.close();
  }
}
