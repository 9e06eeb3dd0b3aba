package jiaohao.kiosk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.hall.Event;
import jiaohao.hall.Order;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.health.Fault;
import jiaohao.web.Json;
import org.tinylog.Logger;

/**
 * Takes the centre's orders: one JSON object each, {@code {"id","by","order",…}}, answered by
 * {@code {"ok":true,…}} or {@code {"ok":false,"error"}} once what came of it is durable. All values
 * are strings. An order that arrives again, under the same id, is answered again and carried out
 * once.
 *
 * <table>
 * <caption>Orders</caption>
 * <tr><td>{@code issue}</td><td>{@code service}, {@code at} "14:30", {@code language}, {@code
 *     assist} "true"; answers {@code number} and {@code reference}</td></tr>
 * <tr><td>{@code post}</td><td>{@code zh}, {@code en}, {@code minutes}; 0 takes it away</td></tr>
 * <tr><td>{@code pause}, {@code open}</td><td>{@code counter}</td></tr>
 * <tr><td>{@code suspend}, {@code resume}</td><td></td></tr>
 * <tr><td>{@code hall}</td><td>{@code text} of the whole hall file</td></tr>
 * <tr><td>{@code holidays}</td><td>{@code text}: its tables holiday and workday</td></tr>
 * <tr><td>{@code rollback}</td><td>to the hall file before</td></tr>
 * <tr><td>{@code reprint}</td><td>{@code number}</td></tr>
 * <tr><td>{@code selftest}</td><td>answers {@code faults}</td></tr>
 * </table>
 */
final class OrderDesk {
  private static final long ANSWER_MILLIS = 1800;
  private static final Duration LONGEST_NOTICE = Duration.ofDays(31);

  private final Kiosk kiosk;
  private final HallFiles files;

  OrderDesk(Kiosk kiosk, HallCheck check) {
    this.kiosk = kiosk;
    this.files = new HallFiles(kiosk, check);
  }

  /** Carries an order out, and answers it. */
  String answer(String request) {
    try {
      JsonObject asked = parsed(request);
      String id = word(asked, "id", "[0-9A-Za-z-]{1,64}");
      String by = word(asked, "by", "[^\\p{Cntrl}]{1,64}");
      Order order = order(asked);
      Answer answer = kiosk.order(id, by, order).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
      return switch (answer) {
        case Answer.Done _ -> done(id, order);
        case Answer.Refused(var refusal) ->
            refused(refusal.reason().in("zh") + " / " + refusal.reason().in("en"));
      };
    } catch (NotAnOrderException unreadable) {
      return refused(unreadable.getMessage());
    } catch (TimeoutException late) {
      return refused("没有及时完成,请用同一编号再试 / not done in time; try again with the same id");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return refused("正在关机 / the kiosk is stopping");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("orders are answered, never failed", failed);
    }
  }

  /** What cannot be carried out because of how it is written; in both languages. */
  static final class NotAnOrderException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnOrderException(String zh, String en) {
      super(zh + " / " + en);
    }
  }

  private static JsonObject parsed(String request) throws NotAnOrderException {
    try {
      JsonElement parsed = JsonParser.parseString(request);
      if (parsed.isJsonObject()) {
        return parsed.getAsJsonObject();
      }
    } catch (JsonParseException malformed) {
      Logger.debug(malformed, "an order cannot be read");
    }
    throw new NotAnOrderException("应为 JSON 对象", "expected a JSON object");
  }

  private Order order(JsonObject asked) throws NotAnOrderException {
    String name = word(asked, "order", "[a-z]{1,16}");
    return switch (name) {
      case "issue" -> issue(asked);
      case "post" -> post(asked);
      case "pause", "open" -> new Order.Pause(counter(asked), name.equals("pause"));
      case "suspend", "resume" -> new Order.Suspend(name.equals("suspend"));
      case "hall" -> files.hall(word(asked, "text", "(?s).{1,900000}"));
      case "holidays" -> files.holidays(text(asked, "text").orElse(""));
      case "rollback" -> files.before();
      case "reprint" -> new Order.Reprint(word(asked, "number", "[A-Za-z]\\d{3}"));
      case "selftest" -> new Order.SelfTest(findings());
      default -> throw new NotAnOrderException("没有这种命令:" + name, "no such order: " + name);
    };
  }

  private static Order issue(JsonObject asked) throws NotAnOrderException {
    Optional<String> at = text(asked, "at");
    try {
      return new Order.Issue(
          word(asked, "service", "[a-z0-9-]{1,64}"),
          at.map(LocalTime::parse),
          text(asked, "language"),
          text(asked, "assist").filter("true"::equals).isPresent());
    } catch (DateTimeParseException notATime) {
      throw new NotAnOrderException(
          "at 应为 时:分,而不是 " + at.orElse(""), "at is HH:MM, not " + at.orElse(""));
    }
  }

  private static Order post(JsonObject asked) throws NotAnOrderException {
    int minutes = Integer.parseInt(word(asked, "minutes", "\\d{1,6}"));
    Duration lasts = Duration.ofMinutes(minutes);
    if (lasts.compareTo(LONGEST_NOTICE) > 0) {
      throw new NotAnOrderException("minutes 最多 44640(31天)", "minutes is at most 44640, 31 days");
    }
    String zh = minutes == 0 ? text(asked, "zh").orElse("–") : word(asked, "zh", ".{1,200}");
    return new Order.Post(Text.of(zh, text(asked, "en").orElse(zh)), lasts);
  }

  private static int counter(JsonObject asked) throws NotAnOrderException {
    return Integer.parseInt(word(asked, "counter", "\\d{1,4}"));
  }

  private static Optional<String> text(JsonObject asked, String name) throws NotAnOrderException {
    JsonElement value = asked.get(name);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (!value.isJsonPrimitive()) {
      throw new NotAnOrderException(name + " 应为文字", name + " is a string");
    }
    return Optional.of(value.getAsString()).filter(words -> !words.isBlank());
  }

  private static String word(JsonObject asked, String name, String pattern)
      throws NotAnOrderException {
    return text(asked, name)
        .filter(words -> words.matches(pattern))
        .orElseThrow(() ->
            new NotAnOrderException(
                "缺少 " + name + ",或写法不对", name + " is missing, or not written as it should be"));
  }

  /** What is wrong, each with its remedy; one line when nothing is. */
  private List<Text> findings() {
    List<Text> faults =
        kiosk.faults().stream()
            .map(raised ->
                Fault.of(raised.device(), raised.fault())
                    .map(fault -> Text.of(fault.remedy("zh"), fault.remedy("en")))
                    .orElse(Text.same(raised.device() + " " + raised.fault())))
            .toList();
    return faults.isEmpty() ? List.of(Text.of("各设备正常", "All devices in order")) : faults;
  }

  private String done(String id, Order order) {
    return Json.object(json -> {
      json.name("ok").value(true);
      json.name("last").value(kiosk.lastSeq());
      State state = kiosk.state();
      Optional<TicketId> issued =
          state.orders().taken().get(id).filter(result -> !result.isEmpty()).map(TicketId::parse);
      if (issued.isPresent()) {
        ticket(json, state, issued.get());
      }
      if (order instanceof Order.SelfTest) {
        faults(json);
      }
    });
  }

  private static void ticket(JsonWriter json, State state, TicketId id) throws IOException {
    json.name("ticket").value(id.toString()).name("number").value(id.number());
    Optional<Ticket> open = state.ticket(id);
    if (open.isPresent()) {
      json.name("reference").value(open.get().reference());
      json.name("ahead").value(open.get().ahead());
    }
  }

  private void faults(JsonWriter json) throws IOException {
    List<Event.FaultRaised> faults = kiosk.faults();
    Json.objects(
        json.name("faults"),
        faults,
        fault -> json.name("device").value(fault.device()).name("fault").value(fault.fault()));
  }

  private static String refused(String why) {
    return Json.object(json -> json.name("ok").value(false).name("error").value(why));
  }
}
