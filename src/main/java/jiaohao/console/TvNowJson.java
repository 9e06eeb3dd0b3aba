package jiaohao.console;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Adherence;
import jiaohao.hall.Desk;
import jiaohao.hall.Expected;
import jiaohao.hall.Outlook;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.web.Json;

/** What a call display shows now: numbers, and nothing personal. */
final class TvNowJson {
  private final JsonWriter json;
  private final State state;
  private final Plan plan;

  private TvNowJson(JsonWriter json, State state, Plan plan) {
    this.json = json;
    this.state = state;
    this.plan = plan;
  }

  /**
   * One JSON object.
   *
   * @param kept how the standards were kept today, by stage; shown if the hall promises them
   * @param news what the hall has just been told; for a while it stands in place of what is told
   *     all the time
   */
  static String of(
      State state,
      Plan plan,
      Outlook outlook,
      Map<String, Adherence.Kept> kept,
      Optional<Text> news) {
    return Json.object(json -> new TvNowJson(json, state, plan).write(outlook, kept, news));
  }

  private void write(Outlook outlook, Map<String, Adherence.Kept> kept, Optional<Text> news)
      throws IOException {
    json.name("standing").value(TvNotice.word(outlook.standing()));
    boolean leaving = outlook.standing() == Outlook.Standing.SUSPENDED;
    Optional<Text> notice = news.filter(told -> !leaving).or(() -> TvNotice.of(plan, outlook));
    if (notice.isPresent()) {
      Json.text(json.name("notice"), notice.get());
    }
    Json.objects(json.name("calls"), calling(), this::call);
    Json.objects(json.name("paused"), paused(), this::paused);
    Map<String, Integer> waiting = outlook.waiting();
    Json.objects(
        json.name("services"),
        plan.services(),
        service -> service(service, waiting, outlook.expected(service)));
    if (plan.promise()) {
      Json.objects(json.name("kept"), kept.entrySet(), this::kept);
    }
  }

  /** Windows that people are called to, the latest call first. */
  private List<Desk> calling() {
    return state.desks().values().stream()
        .filter(desk ->
            state
                .inHand(desk.counter())
                .flatMap(ticket -> ticket.legAt(desk.counter()))
                .filter(leg -> !leg.silent())
                .isPresent())
        .sorted(Comparator.comparingLong(Desk::callSerial).reversed())
        .toList();
  }

  /** The serial is another one whenever the number is called again. */
  private void call(Desk desk) throws IOException {
    json.name("number").value(desk.inHand().orElseThrow().number());
    json.name("window").value(desk.counter());
    json.name("serial").value(desk.callSerial());
    if (state.inHand(desk.counter()).filter(Ticket::assist).isPresent()) {
      json.name("longer").value(true);
    }
  }

  private List<Plan.Counter> paused() {
    return plan.counters().stream()
        .filter(counter -> state.desk(counter.number()).paused())
        .toList();
  }

  private void paused(Plan.Counter counter) throws IOException {
    json.name("window").value(counter.number());
    int standIn = counter.standIn().orElse(0);
    if (standIn != 0 && !state.desk(standIn).paused()) {
      json.name("instead").value(standIn);
    }
  }

  private void service(
      Plan.Service service, Map<String, Integer> waiting, Optional<Expected> expected)
      throws IOException {
    json.name("id").value(service.id());
    json.name("waiting").value(waiting.getOrDefault(service.id(), 0));
    if (expected.isPresent()) {
      json.name("low_min").value(expected.get().lowMinutes());
      json.name("high_min").value(expected.get().highMinutes());
    }
  }

  private void kept(Map.Entry<String, Adherence.Kept> stage) throws IOException {
    json.name("stage").value(stage.getKey());
    percent("serving", stage.getValue().services());
    percent("waiting", stage.getValue().waits());
  }

  /** Rounded down: a promise broken once is not kept in full. */
  private void percent(String name, Adherence.Share share) throws IOException {
    if (share.accounted() > 0) {
      json.name(name).value(share.within() * 100L / share.accounted());
    }
  }
}
