package jiaohao.journal;

import java.util.Map;
import java.util.function.Function;
import jiaohao.hall.Event;
import jiaohao.hall.Notice;
import jiaohao.hall.Orders;
import jiaohao.hall.State;
import jiaohao.hall.Stopwatch;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;

/**
 * A state as one line of JSON, and back. No frozen format: whoever changes the spelling raises
 * {@link State#FOLD_VERSION}, and the lines of before are thrown away. What could be told from the
 * tickets is written out all the same: a start then reads, and follows no rules of the hall.
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
    line.millis("anchor_ms", state.anchor())
        .text("suspect", state.suspect())
        .object("stopwatch", () -> writeStopwatch(line, state.stopwatch()))
        .flag("running", state.running())
        .flag("numbers_ended", state.numbersEnded())
        .flag("closed", state.closed())
        .object("wish", () -> writeWish(line, state.wish()))
        .number("serial", state.serial());
    writeNumbers(line, state);
    line.objects("tickets", state.tickets().values(), ticket -> TicketJson.write(line, ticket))
        .number("absent", state.absent())
        .objects("lines", state.lines().entries(), entry -> SpotsJson.writeLine(line, entry))
        .objects("desks", state.desks().values(), desk -> SpotsJson.writeDesk(line, desk))
        .objects("paces", state.paces().entries(), entry -> SpotsJson.writePace(line, entry));
    SpotsJson.writeStops(line, "dues", state.dues());
    SpotsJson.writeStops(line, "bookings", state.bookings());
    SpotsJson.writeAside(line, "owed", state.owed());
    line.objects("notices", state.notices().values(), notice -> writeNotice(line, notice));
    state.apologizedAt().ifPresent(reading -> line.number("apologized_at", reading));
    return line.objects("faults", state.faults().entries(), entry -> writeFault(line, entry))
        .object("orders", () -> writeOrders(line, state.orders()))
        .toString();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException or DateTimeException when a value is missing or wrong
   */
  public static State decode(String line) {
    JsonFields state = JsonFields.parse(line);
    return new State(
        state.optional("plan", key -> PlanJson.read(state.object(key))),
        state.optional("day", state::day),
        state.optional("last_at", state::time),
        state.millis("anchor_ms"),
        state.optionalText("suspect"),
        readStopwatch(state.object("stopwatch")),
        state.flag("running"),
        state.flag("numbers_ended"),
        state.flag("closed"),
        readWish(state.object("wish")),
        state.whole("serial"),
        tree(state, "ordinals", SnapshotJson::prefix, entry -> entry.integer("last")),
        tree(state, "tallies", entry -> entry.text("service"), SnapshotJson::readTally),
        tree(state, "carried", entry -> entry.text("number"), SpotsJson::ticket),
        tree(state, "tickets", SpotsJson::ticket, TicketJson::read),
        state.integer("absent"),
        tree(state, "lines", entry -> entry.text("stage"), SpotsJson::readLine),
        tree(state, "desks", desk -> desk.integer("counter"), SpotsJson::readDesk),
        tree(state, "paces", entry -> entry.text("stage"), SpotsJson::readPace),
        SpotsJson.readStops(state, "dues"),
        SpotsJson.readStops(state, "bookings"),
        SpotsJson.readAside(state, "owed"),
        tree(state, "notices", notice -> notice.whole("serial"), SnapshotJson::readNotice),
        state.optionalWhole("apologized_at"),
        tree(state, "faults", entry -> entry.text("key"), SnapshotJson::readFault),
        readOrders(state.object("orders")));
  }

  /** A tree that was written as a list of its entries. */
  static <K extends Comparable<? super K>, V> Tree<K, V> tree(
      JsonFields fields, String name, Function<JsonFields, K> key, Function<JsonFields, V> value) {
    Tree<K, V> tree = Tree.empty();
    for (JsonFields entry : fields.objects(name, Function.identity())) {
      tree = tree.with(key.apply(entry), value.apply(entry));
    }
    return tree;
  }

  private static void writeStopwatch(JsonLine line, Stopwatch stopwatch) {
    line.number("excluded_ms", stopwatch.excludedMillis())
        .number("leapt_ms", stopwatch.leaptMillis());
    stopwatch.stoppedAt().ifPresent(at -> line.millis("stopped_at_ms", at));
    line.flag("suspended", stopwatch.suspended()).flag("on_break", stopwatch.onBreak());
  }

  private static Stopwatch readStopwatch(JsonFields stopwatch) {
    return new Stopwatch(
        stopwatch.whole("excluded_ms"),
        stopwatch.whole("leapt_ms"),
        stopwatch.optional("stopped_at_ms", stopwatch::millis),
        stopwatch.flag("suspended"),
        stopwatch.flag("on_break"));
  }

  private static void writeWish(JsonLine line, State.Wish wish) {
    line.text("language", wish.language())
        .flag("assist", wish.assist())
        .text("group", wish.group())
        .text("staff", wish.staff())
        .millis("at_ms", wish.at());
  }

  private static State.Wish readWish(JsonFields wish) {
    return new State.Wish(
        wish.optionalText("language"),
        wish.flag("assist"),
        wish.optionalText("group"),
        wish.optionalText("staff"),
        wish.millis("at_ms"));
  }

  private static void writeNumbers(JsonLine line, State state) {
    line.objects(
            "ordinals",
            state.ordinals().entries(),
            entry ->
                line.text("prefix", entry.getKey().toString()).number("last", entry.getValue()))
        .objects(
            "tallies",
            state.tallies().entries(),
            entry ->
                line.text("service", entry.getKey())
                    .number("issued", entry.getValue().issued())
                    .number("inside", entry.getValue().inside()))
        .objects(
            "carried",
            state.carried().entries(),
            entry ->
                line.text("number", entry.getKey()).text("ticket", entry.getValue().toString()));
  }

  private static char prefix(JsonFields fields) {
    String prefix = fields.text("prefix");
    if (prefix.length() != 1) {
      throw new IllegalArgumentException("\"prefix\" is not one letter");
    }
    return prefix.charAt(0);
  }

  private static State.Tally readTally(JsonFields tally) {
    return new State.Tally(tally.integer("issued"), tally.integer("inside"));
  }

  private static void writeNotice(JsonLine line, Notice notice) {
    line.number("serial", notice.serial())
        .text("kind", notice.kind().name())
        .text("of_ticket", notice.ticket().map(TicketId::toString))
        .text("language", notice.language())
        .words("title", notice.title())
        .wordsList("items", notice.items())
        .time("at", notice.at())
        .flag("again", notice.again());
  }

  private static Notice readNotice(JsonFields notice) {
    return new Notice(
        notice.whole("serial"),
        Notice.Kind.valueOf(notice.text("kind")),
        notice.optionalText("of_ticket").map(TicketId::parse),
        notice.text("language"),
        notice.words("title"),
        notice.wordsList("items"),
        notice.time("at"),
        notice.flag("again"));
  }

  private static void writeOrders(JsonLine line, Orders orders) {
    line.objects(
        "taken",
        orders.taken().entries(),
        order -> line.text("order", order.getKey()).text("result", order.getValue()));
    orders
        .posted()
        .ifPresent(posted -> line.words("posted", posted.words()).time("until", posted.until()));
    line.text("file_own", orders.files().own())
        .text("file_in_force", orders.files().inForce())
        .text("file_before", orders.files().before());
  }

  private static Orders readOrders(JsonFields orders) {
    return new Orders(
        tree(orders, "taken", order -> order.text("order"), order -> order.text("result")),
        orders.optional(
            "posted", words -> new Orders.Posted(orders.words(words), orders.time("until"))),
        new Orders.Sources(
            orders.text("file_own"), orders.text("file_in_force"), orders.text("file_before")));
  }

  private static void writeFault(JsonLine line, Map.Entry<String, Event.FaultRaised> fault) {
    line.text("key", fault.getKey())
        .text("device", fault.getValue().device())
        .text("fault", fault.getValue().fault())
        .flag("stops", fault.getValue().stops());
  }

  private static Event.FaultRaised readFault(JsonFields fault) {
    return new Event.FaultRaised(fault.text("device"), fault.text("fault"), fault.flag("stops"));
  }
}
