package jiaohao.journal;

import java.time.LocalTime;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;

/** A service of a plan; stages side by side have a plus between them. */
final class ServiceJson {
  private ServiceJson() {}

  static void write(JsonLine line, Plan.Service service) {
    line.text("id", service.id())
        .text("prefix", String.valueOf(service.prefix()))
        .words("name", service.name());
    if (!service.papers().isEmpty()) {
      line.wordsList("papers", service.papers());
    }
    line.texts("stages", service.route().words())
        .number("daily_most", service.limits().dailyMost())
        .number("at_once_most", service.limits().atOnceMost())
        .text("last_ticket", service.limits().lastTicket().map(LocalTime::toString));
  }

  static Plan.Service read(JsonFields service) {
    String prefix = service.text("prefix");
    if (prefix.length() != 1) {
      throw new IllegalArgumentException("\"prefix\" is not one letter");
    }
    return new Plan.Service(
        service.text("id"),
        prefix.charAt(0),
        service.words("name"),
        service.wordsList("papers"),
        Route.parse(service.texts("stages")),
        new Plan.Limits(
            service.optionalInteger("daily_most"),
            service.optionalInteger("at_once_most"),
            service.optionalText("last_ticket").map(LocalTime::parse)));
  }
}
