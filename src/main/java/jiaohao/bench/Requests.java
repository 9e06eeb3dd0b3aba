package jiaohao.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jiaohao.board.SimulatedBoard;
import jiaohao.hall.Refusal;
import jiaohao.hall.Text;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.StateJson;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.printer.SlipPicture;
import jiaohao.printer.Trouble;
import jiaohao.web.Json;
import jiaohao.web.PageFiles;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;
import jiaohao.web.Site;

/** Every request the bench answers. */
final class Requests implements Site {
  static final String EVENTS = "/bench/events";

  /** Longer than a stuck button takes to be noticed, and no longer. */
  private static final long LONGEST_HELD_MILLIS = 120_000;

  /** As long as a press is waited for. */
  private static final long TYPED_MILLIS = 5000;

  private static final PageFiles FILES = new PageFiles(Requests.class);

  private static final Pattern SLIP = Pattern.compile("/bench/slips/([1-9]\\d{0,8})\\.png");

  private static final Pattern BOARD = Pattern.compile("/bench/board/([1-9]\\d{0,3})\\.png");

  /** Answers one kind of request. */
  @FunctionalInterface
  private interface Answering {
    Reply to(Request request) throws Refused, IOException, InterruptedException;
  }

  private final Bench bench;
  private final Map<String, Answering> reads;
  private final Map<String, Answering> acts;

  Requests(Bench bench) {
    this.bench = bench;
    BenchDevices devices = bench.devices();
    reads =
        Map.of(
            "/api/state", request -> Reply.json(StateJson.of(bench.firmware().kiosk())),
            "/bench/board", request -> Reply.json(DeviceJson.board(devices)),
            "/bench/segments", request -> Reply.json(DeviceJson.segments(devices)),
            "/bench/counter_displays", request -> Reply.json(DeviceJson.counterDisplays(devices)),
            "/bench/slips", request -> Reply.json(DeviceJson.slips(devices)),
            "/bench/said", request -> Reply.json(said()),
            "/bench/panel", request -> Reply.json(PanelJson.of(bench)),
            "/bench/hall", request -> Reply.json(HallJson.of(bench)));
    acts = Map.of("/bench/press", this::press, "/bench/fault", this::fault);
  }

  /** GET for all but what acts. */
  @Override
  public String method(String path) {
    return acts.containsKey(path) ? "POST" : "GET";
  }

  @Override
  public Optional<Live> live(Request request) {
    return request.path().equals(EVENTS) ? Optional.of(new LivePanel(bench)) : Optional.empty();
  }

  @Override
  public Reply answer(Request request) throws Refused, IOException, InterruptedException {
    Answering answering = acts.getOrDefault(request.path(), reads.get(request.path()));
    if (answering != null) {
      return answering.to(request);
    }
    Matcher slip = SLIP.matcher(request.path());
    if (slip.matches()) {
      return picture(Integer.parseInt(slip.group(1)));
    }
    Matcher board = BOARD.matcher(request.path());
    if (board.matches()) {
      return boardPicture(Integer.parseInt(board.group(1)));
    }
    return FILES
        .file(request.path().equals("/") ? "index.html" : request.path().substring(1))
        .orElseThrow(() -> new Refused(404, "没有这个地址 / no such address: " + request.path()));
  }

  private String said() {
    return DeviceJson.said(bench.devices(), bench.plan().timezone(), Integer.MAX_VALUE);
  }

  private Reply picture(int number) throws Refused {
    List<PrintedSlip> slips =
        bench.devices().printer().map(SimulatedPrinter::slips).orElse(List.of());
    if (number > slips.size()) {
      throw new Refused(404, "还没有第" + number + "张号票 / there is no slip " + number + " yet");
    }
    return Reply.png(SlipPicture.png(slips.get(number - 1)));
  }

  /** Of the simulated boards, in the order of the device file. */
  private Reply boardPicture(int number) throws Refused {
    List<SimulatedBoard> boards = List.copyOf(bench.devices().boards().values());
    if (number > boards.size()) {
      throw new Refused(404, "没有第" + number + "块模拟屏 / there is no simulated board " + number);
    }
    return Reply.png(boards.get(number - 1).png());
  }

  private Reply press(Request request) throws Refused, InterruptedException {
    String words = request.required("button");
    Optional<Fingers.Touch> touch = bench.fingers().meaning(words, heldMillis(request));
    return told(touch.isPresent() ? pressed(touch.get()) : typed(words));
  }

  private Answer pressed(Fingers.Touch touch) throws Refused, InterruptedException {
    try {
      return bench.fingers().press(touch);
    } catch (TimeoutException noAnswer) {
      throw Fingers.tooShort(touch)
          ? new Refused(409, "触碰太短,不算按键 / too short a touch to count as a press")
          : unanswered();
    }
  }

  private Answer typed(String words) throws Refused, InterruptedException {
    Verb verb = Typing.read(words, bench.plan());
    try {
      return bench.firmware().presses().typed(verb).get(TYPED_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException noAnswer) {
      throw unanswered();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("presses are answered, never failed", failed);
    }
  }

  private static Refused unanswered() {
    return new Refused(503, "按键没有得到回答 / the press was not answered in time");
  }

  private Reply told(Answer answer) throws Refused {
    if (answer instanceof Answer.Refused refused) {
      throw byTheHall(refused.refusal(), bench.plan().defaultLanguage());
    }
    return Reply.NOTHING;
  }

  /** The hall's own refusal: the reason in its first language, and in all it is worded in. */
  private static Refused byTheHall(Refusal refusal, String language) {
    Text reason = refusal.reason();
    String told =
        Json.object(json -> {
          json.name("error").value(reason.in(language));
          json.name("code").value(refusal.code());
          Json.text(json.name("words"), reason);
        });
    return new Refused(reason.in(language), Reply.json(409, told));
  }

  private static OptionalLong heldMillis(Request request) throws Refused {
    String text = request.field("held_ms").orElse("");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("\\d{1,6}") || Long.parseLong(text) > LONGEST_HELD_MILLIS) {
      throw new Refused(
          400, "held_ms 应为毫秒数 / must be milliseconds, 0 to " + LONGEST_HELD_MILLIS + ": " + text);
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private Reply fault(Request request) throws Refused {
    String device = request.required("device");
    String fault = request.required("fault");
    if (device.equals("printer")) {
      printerFault(fault);
    } else if (device.equals("board") || device.startsWith("board:")) {
      boardFault(device, fault);
    } else {
      throw new Refused(400, "device 应为 printer 或 board / must be printer or board: " + device);
    }
    return Reply.NOTHING;
  }

  private void printerFault(String fault) throws Refused {
    Trouble trouble =
        Trouble.of(fault)
            .orElseThrow(() ->
                unknownFault(fault, "paper-end, near-end, cover, offline, cutter, silent, none"));
    bench.devices().printer().orElseThrow(() -> notSimulated("printer")).trouble(trouble);
  }

  private void boardFault(String device, String fault) throws Refused {
    if (!List.of("glitch", "dead", "none").contains(fault)) {
      throw unknownFault(fault, "glitch, dead, none");
    }
    List<String> meant = bench.devices().boardsMeant(device);
    if (meant.isEmpty()) {
      throw notSimulated(device);
    }
    for (String board : meant) {
      if (fault.equals("glitch")) {
        bench.devices().glitch(board);
      } else {
        bench.devices().dead(board, fault.equals("dead"));
      }
    }
  }

  private static Refused unknownFault(String fault, String expected) {
    return new Refused(400, "没有这种故障 / no such fault: " + fault + "; " + expected);
  }

  private static Refused notSimulated(String device) {
    return new Refused(404, "没有模拟的设备 / no simulated device: " + device);
  }
}
