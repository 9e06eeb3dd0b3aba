package jiaohao.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;

/**
 * A state as one line of JSON, and back. No frozen format: whoever changes the spelling raises
 * {@link State#FOLD_VERSION}, and the lines of before are thrown away.
 */
public final class SnapshotJson {
  private SnapshotJson() {}

  /**
   * Spells a state.
   *
   * @throws IllegalArgumentException when something of it would be lost, as with events
   */
  public static String encode(State state) {
    JsonLine line = new JsonLine();
    state.plan().ifPresent(plan -> line.object("plan", () -> PlanJson.write(line, plan)));
    state.day().ifPresent(day -> line.day("day", day));
    state.lastAt().ifPresent(at -> line.time("last_at", at));
    line.number("anchor_ms", millis(state.anchor()));
    state.suspect().ifPresent(reason -> line.text("suspect", reason));
    line.flag("running", state.running())
        .flag("closed", state.closed())
        .object("wish", () -> writeWish(line, state.wish()))
        .number("serial", state.serial());
    writeNumbers(line, state);
    line.objects("tickets", state.tickets().values(), ticket -> writeTicket(line, ticket));
    writeQueues(line, state.queues());
    line.objects("desks", state.desks().values(), desk -> writeDesk(line, desk));
    writeTickets(line, "owed", state.owed());
    writeFaults(line, state.faults());
    return line.toString();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException or DateTimeException when a value is missing or wrong
   */
  public static State decode(String line) {
    JsonFields state = JsonFields.parse(line);
    return new State(
        optional(state, "plan", key -> PlanJson.read(state.object(key))),
        optional(state, "day", state::day),
        optional(state, "last_at", state::time),
        instant(state, "anchor_ms"),
        optional(state, "suspect", state::text),
        state.flag("running"),
        state.flag("closed"),
        readWish(state.object("wish")),
        state.whole("serial"),
        tree(state, "ordinals", SnapshotJson::prefix, entry -> entry.integer("last")),
        tree(state, "carried", entry -> entry.text("number"), SnapshotJson::ticketId),
        readTickets(state),
        tree(state, "queues", entry -> entry.text("stage"), entry -> placed(entry, "waiting")),
        readDesks(state),
        placed(state, "owed"),
        tree(state, "faults", entry -> entry.text("key"), SnapshotJson::readFault));
  }

  private static void writeWish(JsonLine line, State.Wish wish) {
    wish.language().ifPresent(language -> line.text("language", language));
    line.flag("assist", wish.assist()).number("at_ms", millis(wish.at()));
  }

  private static State.Wish readWish(JsonFields wish) {
    return new State.Wish(
        optional(wish, "language", wish::text), wish.flag("assist"), instant(wish, "at_ms"));
  }

  private static void writeNumbers(JsonLine line, State state) {
    line.objects(
            "ordinals",
            state.ordinals().entries(),
            entry ->
                line.text("prefix", entry.getKey().toString()).number("last", entry.getValue()))
        .objects(
            "carried",
            state.carried().entries(),
            entry ->
                line.text("number", entry.getKey()).text("ticket", entry.getValue().toString()));
  }

  private static void writeTicket(JsonLine line, Ticket ticket) {
    line.text("ticket", ticket.id().toString())
        .text("service", ticket.service())
        .texts("route", ticket.route())
        .text("stage", ticket.stage())
        .text("language", ticket.language())
        .flag("assist", ticket.assist())
        .number("ahead", ticket.ahead())
        .text("reference", ticket.reference())
        .time("issued_at", ticket.issuedAt())
        .number("serial", ticket.serial())
        .text("status", ticket.status().name())
        .text("before", ticket.before().name())
        .number("counter", ticket.counter())
        .number("place", ticket.place())
        .number("aside", ticket.aside());
    if (ticket.calledAt() != null) {
      line.time("called_at", ticket.calledAt());
    }
    line.text("paper", ticket.paper().name());
  }

  private static Tree<TicketId, Ticket> readTickets(JsonFields state) {
    Tree<TicketId, Ticket> tickets = Tree.empty();
    for (Ticket ticket : state.objects("tickets", SnapshotJson::readTicket)) {
      tickets = tickets.with(ticket.id(), ticket);
    }
    return tickets;
  }

  private static Ticket readTicket(JsonFields ticket) {
    OffsetDateTime calledAt = ticket.has("called_at") ? ticket.time("called_at") : null;
    return new Ticket(
        ticketId(ticket),
        ticket.text("service"),
        ticket.texts("route"),
        ticket.text("stage"),
        ticket.text("language"),
        ticket.flag("assist"),
        ticket.integer("ahead"),
        ticket.text("reference"),
        ticket.time("issued_at"),
        ticket.whole("serial"),
        Ticket.Status.valueOf(ticket.text("status")),
        Ticket.Status.valueOf(ticket.text("before")),
        ticket.integer("counter"),
        ticket.whole("place"),
        ticket.whole("aside"),
        calledAt,
        Ticket.Paper.valueOf(ticket.text("paper")));
  }

  private static void writeQueues(JsonLine line, Tree<String, Tree<Long, TicketId>> queues) {
    line.objects(
        "queues",
        queues.entries(),
        queue -> writeTickets(line.text("stage", queue.getKey()), "waiting", queue.getValue()));
  }

  private static void writeDesk(JsonLine line, Desk desk) {
    line.number("counter", desk.counter()).flag("paused", desk.paused());
    desk.inHand().ifPresent(ticket -> line.text("in_hand", ticket.toString()));
    line.number("call_serial", desk.callSerial());
    writeTickets(line, "held", desk.held());
    writeTickets(line, "missed", desk.missed());
    desk.lastFinished().ifPresent(ticket -> line.text("last_finished", ticket.toString()));
  }

  private static Tree<Integer, Desk> readDesks(JsonFields state) {
    Tree<Integer, Desk> desks = Tree.empty();
    for (Desk desk : state.objects("desks", SnapshotJson::readDesk)) {
      desks = desks.with(desk.counter(), desk);
    }
    return desks;
  }

  private static Desk readDesk(JsonFields desk) {
    return new Desk(
        desk.integer("counter"),
        desk.flag("paused"),
        optional(desk, "in_hand", key -> TicketId.parse(desk.text(key))),
        desk.whole("call_serial"),
        placed(desk, "held"),
        placed(desk, "missed"),
        optional(desk, "last_finished", key -> TicketId.parse(desk.text(key))));
  }

  private static void writeFaults(JsonLine line, Tree<String, Event.FaultRaised> faults) {
    line.objects(
        "faults",
        faults.entries(),
        entry ->
            line.text("key", entry.getKey())
                .text("device", entry.getValue().device())
                .text("fault", entry.getValue().fault())
                .flag("stops", entry.getValue().stops()));
  }

  private static Event.FaultRaised readFault(JsonFields fault) {
    return new Event.FaultRaised(fault.text("device"), fault.text("fault"), fault.flag("stops"));
  }

  private static void writeTickets(JsonLine line, String name, Tree<Long, TicketId> tickets) {
    line.objects(
        name,
        tickets.entries(),
        entry -> line.number("place", entry.getKey()).text("ticket", entry.getValue().toString()));
  }

  private static Tree<Long, TicketId> placed(JsonFields fields, String name) {
    return tree(fields, name, entry -> entry.whole("place"), SnapshotJson::ticketId);
  }

  private static <K extends Comparable<? super K>, V> Tree<K, V> tree(
      JsonFields fields, String name, Function<JsonFields, K> key, Function<JsonFields, V> value) {
    Tree<K, V> tree = Tree.empty();
    for (JsonFields entry : fields.objects(name, Function.identity())) {
      tree = tree.with(key.apply(entry), value.apply(entry));
    }
    return tree;
  }

  private static <T> Optional<T> optional(
      JsonFields fields, String name, Function<String, T> read) {
    return fields.has(name) ? Optional.of(read.apply(name)) : Optional.empty();
  }

  private static TicketId ticketId(JsonFields fields) {
    return TicketId.parse(fields.text("ticket"));
  }

  private static char prefix(JsonFields fields) {
    String prefix = fields.text("prefix");
    if (prefix.length() != 1) {
      throw new IllegalArgumentException("\"prefix\" is not one letter");
    }
    return prefix.charAt(0);
  }

  private static Instant instant(JsonFields fields, String name) {
    return Instant.ofEpochMilli(fields.whole(name));
  }

  private static long millis(Instant instant) {
    long millis = instant.toEpochMilli();
    if (!Instant.ofEpochMilli(millis).equals(instant)) {
      throw new IllegalArgumentException("time is kept in whole milliseconds, not " + instant);
    }
    return millis;
  }
}
