package jiaohao.year;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Leg;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;

/**
 * What a script can expect of a hall.
 *
 * <pre>
 * waiting STAGE: A001 A002      who waits there, in order; "nobody" for none
 * serving N: A001               whom the window has in hand
 * held N: A001    missed N: A001
 * board: A001 1, B002 3         what the board shows, the latest call first
 * finished A001                 its visit is over, and it was served
 * gone A001 missed              its visit is over another way: missed, away
 * away A001    booked A001      it is out of the hall for a while, or comes later
 * happened EVENT [WORDS]        an event of the journal, with these words in it
 * not happened EVENT [WORDS]
 * times N EVENT [WORDS]         that it happened N times
 * closed    open                whether the day is over
 * </pre>
 */
record Expectations(World world, List<Fact> facts) {
  /** What is so instead; empty if it is as expected. */
  Optional<String> wrong(String words) {
    String[] about = words.split(":", 2);
    String[] parts = about[0].strip().split("\\s+");
    String said = about.length == 2 ? about[1].strip() : "";
    return switch (parts[0]) {
      case "waiting" -> same(said, numbers(state().queue(word(parts)).values()));
      case "serving" -> same(said, numbers(state().desk(number(parts)).inHand().stream().toList()));
      case "held" -> same(said, numbers(state().desk(number(parts)).held().values()));
      case "missed" -> same(said, numbers(state().desk(number(parts)).missed().values()));
      case "board" -> same(said, board());
      case "finished" -> finished(word(parts), Event.TicketFinished.SERVED);
      case "gone" -> finished(word(parts), parts[2]);
      case "away" -> status(word(parts), Ticket.Status.AWAY);
      case "booked" -> status(word(parts), Ticket.Status.BOOKED);
      case "closed", "open" -> same(parts[0], state().closed() ? "closed" : "open");
      case "happened" -> times(parts, 1, count -> count > 0);
      case "not" -> times(parts, 2, count -> count == 0);
      case "times" -> times(parts, 2, count -> count == number(parts));
      default -> throw new IllegalArgumentException("nothing can be expected of " + parts[0]);
    };
  }

  private State state() {
    return world.state();
  }

  private static String word(String[] parts) {
    return parts.length > 1 ? parts[1] : "";
  }

  private static int number(String[] parts) {
    return Integer.parseInt(word(parts));
  }

  private static Optional<String> same(String said, String is) {
    return said.equals(is) ? Optional.empty() : Optional.of("it is " + is);
  }

  private static String numbers(List<TicketId> tickets) {
    String all = tickets.stream().map(TicketId::number).collect(Collectors.joining(" "));
    return all.isEmpty() ? "nobody" : all;
  }

  private String board() {
    String shown =
        state().inHand().stream()
            .flatMap(ticket ->
                ticket.legs().stream()
                    .filter(leg -> leg.status().inHand() && !leg.silent())
                    .map(leg -> ticket.number() + " " + leg.counter()))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "nothing" : shown;
  }

  private Optional<String> finished(String number, String how) {
    List<String> ends =
        of(Event.TicketFinished.class)
            .filter(finished -> finished.ticket().number().equals(number))
            .map(Event.TicketFinished::how)
            .toList();
    return ends.contains(how) ? Optional.empty() : Optional.of(ends + " and " + where(number));
  }

  private Optional<String> status(String number, Ticket.Status status) {
    boolean is =
        tickets(number)
            .flatMap(ticket -> ticket.legs().stream())
            .anyMatch(leg -> leg.status() == status);
    return is ? Optional.empty() : Optional.of(where(number));
  }

  private Stream<Ticket> tickets(String number) {
    return state().tickets().values().stream().filter(ticket -> ticket.number().equals(number));
  }

  private String where(String number) {
    return tickets(number)
        .flatMap(ticket -> ticket.legs().stream())
        .map(Expectations::where)
        .collect(Collectors.joining(", ", number + " is ", ""));
  }

  private static String where(Leg leg) {
    return leg.status() + " at " + leg.stage() + (leg.counter() == 0 ? "" : " " + leg.counter());
  }

  private Optional<String> times(String[] parts, int from, Predicate<Long> fits) {
    String type = parts[from];
    List<String> words = List.of(parts).subList(from + 1, parts.length);
    List<String> happened =
        facts.stream()
            .map(Fact::event)
            .filter(event -> event.getClass().getSimpleName().equals(type))
            .map(Event::toString)
            .toList();
    long count =
        happened.stream().filter(event -> words.stream().allMatch(event::contains)).count();
    return fits.test(count)
        ? Optional.empty()
        : Optional.of(
            "it happened " + count + " times; of its kind: " + happened + "; " + lately());
  }

  private String lately() {
    Map<String, Long> kinds =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    fact -> fact.event().getClass().getSimpleName(), Collectors.counting()));
    return kinds.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", ", "in all ", ""));
  }

  private <E extends Event> Stream<E> of(Class<E> kind) {
    return facts.stream().map(Fact::event).filter(kind::isInstance).map(kind::cast);
  }
}
