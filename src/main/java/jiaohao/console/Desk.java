package jiaohao.console;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Kiosk;
import jiaohao.web.Json;
import jiaohao.web.Patience;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;

/**
 * What staff do from a page on the LAN: their keys, and what no key can mean. Whoever knows the
 * staff's PIN may; without one in the device file nobody may.
 */
final class Desk {
  private static final long ANSWER_SECONDS = 5;

  private final Kiosk kiosk;
  private final Optional<String> pin;
  private final Patience patience = new Patience(System::nanoTime);

  Desk(Kiosk kiosk, Optional<String> pin) {
    this.kiosk = kiosk;
    this.pin = pin;
  }

  /** What a desk chooses from. */
  Reply hall(Request request) throws Refused {
    requirePin(request);
    Plan plan = kiosk.state().plan().orElseThrow(Desk::notYet);
    return Reply.json(Json.object(json -> write(json, plan)));
  }

  private static Refused notYet() {
    return new Refused(503, "正在启动,请稍候 / starting; one moment");
  }

  private static void write(JsonWriter json, Plan plan) throws IOException {
    json.name("counters").beginArray();
    for (Plan.Counter counter : plan.counters()) {
      json.value(counter.number());
    }
    json.endArray();
    String language = plan.defaultLanguage();
    Json.objects(
        json.name("stages"),
        plan.stages(),
        stage -> choice(json, stage.id(), stage.name().in(language)));
    Json.objects(
        json.name("services"),
        plan.services(),
        service -> choice(json, service.id(), service.name().in(language)));
    Json.objects(
        json.name("staff"),
        plan.staff(),
        person -> choice(json, person.id(), person.name().in(language)));
  }

  private static void choice(JsonWriter json, String id, String name) throws IOException {
    json.name("id").value(id).name("name").value(name);
  }

  /** Carries out what was pressed or typed. */
  Reply press(Request request) throws Refused, InterruptedException {
    requirePin(request);
    Verb verb = verb(request.posted("verb"));
    try {
      return told(kiosk.typed(verb).get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException noAnswer) {
      throw new Refused(503, "没有得到回答 / not answered in time");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("presses are answered, never failed", failed);
    }
  }

  /** A customer's buttons are for customers, who hold a slip afterwards. */
  private static Verb verb(String words) throws Refused {
    try {
      Verb verb = Verb.parse(words);
      if (verb instanceof Verb.Take
          || verb instanceof Verb.Language
          || verb instanceof Verb.Assist) {
        throw new Refused(400, "这是取号机上的按键 / this is a button of the ticket machine: " + words);
      }
      return verb;
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(400, "看不懂 / not understood: " + words + "; " + unreadable.getMessage());
    }
  }

  private Reply told(Answer answer) throws Refused {
    if (answer instanceof Answer.Refused(var refusal)) {
      Text reason = refusal.reason();
      List<String> languages = List.of("zh", "en");
      throw new Refused(409, String.join(" / ", languages.stream().map(reason::in).toList()));
    }
    return Reply.NOTHING;
  }

  private void requirePin(Request request) throws Refused {
    if (pin.isEmpty()) {
      throw new Refused(404, "没有开通:在设备文件 [console] 写上 pin / not open: write pin under [console]");
    }
    String address = request.address();
    Optional<Duration> left = patience.left(address);
    if (left.isPresent()) {
      long seconds = left.get().toSeconds() + 1;
      throw new Refused(
          429, "试错太多,请 " + seconds + " 秒后再试 / too many tries; again in " + seconds + " s");
    }
    if (!same(request.header("X-Pin"), pin.get())) {
      patience.failed(address);
      throw new Refused(401, "口令不对 / wrong PIN");
    }
    patience.succeeded(address);
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
