package jiaohao.kiosk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Gesture;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;
import org.tinylog.Logger;

/**
 * Makes commands of gestures. Whoever presses a ticket button again while the slip is still coming
 * out wants that slip, not a second one: the button is locked until it is out.
 */
public final class Presses {
  /** A slip that takes longer than this is no reason to keep the next customer waiting. */
  private static final long LOCKED_AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Hears what came of each press. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Hears of one press; called on whatever thread answered it, and must return at once.
     *
     * @param button index in the device file, from 0
     */
    void answered(int button, Verb verb, Answer answer);
  }

  /** The last ticket taken with a button; no ticket yet while the press is being decided. */
  private record Taken(Optional<TicketId> ticket, long nanos) {}

  private final Kiosk kiosk;
  private final List<DeviceFile.Button> buttons;
  private final Clock clock;
  private final References references = new References();
  private final Map<Integer, Taken> taken = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  Presses(Kiosk kiosk, List<DeviceFile.Button> buttons, Clock clock) {
    this.kiosk = kiosk;
    this.buttons = buttons;
    this.clock = clock;
  }

  /** Lets {@code listener} hear what comes of presses. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Whether a press of this button would be ignored because its last slip is still coming. */
  public boolean locked(int button) {
    Taken last = taken.get(button);
    return last != null
        && clock.nanos() - last.nanos() < LOCKED_AT_MOST_NANOS
        && last.ticket().map(this::stillPrinting).orElse(true);
  }

  private boolean stillPrinting(TicketId id) {
    State state = kiosk.state();
    return !state.stopped("printer")
        && state.ticket(id).map(ticket -> ticket.paper().owed()).orElse(false);
  }

  /** Brings what was typed at a desk, where there is no button to be locked. */
  public CompletableFuture<Answer> typed(Verb verb) {
    return kiosk.typed(verb);
  }

  void gesture(Gesture gesture) {
    DeviceFile.Button button = buttons.get(gesture.button());
    Verb verb = gesture.held() ? button.held().orElse(button.press()) : button.press();
    if (verb instanceof Verb.Take && locked(gesture.button())) {
      tell(gesture.button(), verb, new Answer.Refused(Troubles.STILL_PRINTING));
      return;
    }
    press(gesture.button(), verb);
  }

  private void press(int button, Verb verb) {
    if (verb instanceof Verb.Take) {
      taken.put(button, new Taken(Optional.empty(), clock.nanos()));
    }
    CompletableFuture<Answer> answer = kiosk.press(new Command.Press(verb, references.next()));
    var _ = answer.thenAccept(told -> answered(button, verb, told));
  }

  private void answered(int button, Verb verb, Answer answer) {
    if (verb instanceof Verb.Take) {
      noteTicket(button, answer);
    }
    tell(button, verb, answer);
  }

  private void noteTicket(int button, Answer answer) {
    Optional<TicketId> ticket =
        switch (answer) {
          case Answer.Done(List<Fact> facts) ->
              facts.stream()
                  .map(Fact::event)
                  .filter(Event.TicketIssued.class::isInstance)
                  .map(event -> ((Event.TicketIssued) event).ticket())
                  .findFirst();
          case Answer.Refused(Refusal refusal) -> Optional.empty();
        };
    if (ticket.isPresent()) {
      taken.put(button, new Taken(ticket, clock.nanos()));
    } else {
      taken.remove(button);
    }
  }

  private void tell(int button, Verb verb, Answer answer) {
    for (Listener listener : listeners) {
      try {
        listener.answered(button, verb, answer);
      } catch (RuntimeException bug) {
        Logger.error(bug, "the answer to {} was not taken", verb);
      }
    }
  }
}
