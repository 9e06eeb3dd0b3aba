package jiaohao.central;

import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jiaohao.sync.LinkException;
import jiaohao.sync.Orders;
import jiaohao.web.Json;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;

/** Passes on what somebody at the centre's pages wants of a hall, and what the hall answers. */
final class HallOrders {
  private final Orders orders;

  HallOrders(Orders orders) {
    this.orders = orders;
  }

  /**
   * Asks a hall for what a posted form says.
   *
   * @param by who asks, as the hall's journal will have it
   */
  Reply ask(HallCopy hall, Request request, String by) throws Refused, InterruptedException {
    String answer =
        asked(hall, json(request.sent().form(), by))
            .orElseThrow(() ->
                new Refused(
                    504,
                    "营业厅没有应答,可能离线;用同一编号可放心再试 / the hall does not answer and may be offline;"
                        + " the same id may safely be tried again"));
    boolean ok = JsonParser.parseString(answer).getAsJsonObject().get("ok").getAsBoolean();
    return Reply.json(ok ? 200 : 409, answer);
  }

  private Optional<String> asked(HallCopy hall, String json) throws Refused, InterruptedException {
    try {
      return orders.ask(hall.id(), json);
    } catch (LinkException lost) {
      throw new Refused(503, lost.getMessage());
    }
  }

  private static String json(Map<String, String> form, String by) {
    return Json.object(json -> {
      json.name("id").value(form.getOrDefault("id", UUID.randomUUID().toString()));
      json.name("by").value(by);
      for (var field : form.entrySet()) {
        if (!field.getKey().equals("id") && !field.getKey().equals("by")) {
          json.name(field.getKey()).value(field.getValue());
        }
      }
    });
  }
}
