package jiaohao.central;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jiaohao.clock.Clock;
import jiaohao.report.DayReport;
import jiaohao.web.LiveEvents;
import jiaohao.web.PageFiles;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;
import jiaohao.web.Site;

/** The centre's API and pages: all halls for staff, and one ticket for whoever holds its slip. */
final class CentreSite implements Site {
  private static final Pattern OF_HALL =
      Pattern.compile("/api/halls/([a-z0-9-]{1,32})(?:/(events|report\\.csv|days|plan))?");

  private static final Pattern ORDERS = Pattern.compile("/api/halls/([a-z0-9-]{1,32})/orders");

  private static final Pattern OF_TICKET = Pattern.compile("(/api)?/t/([0-9A-Za-z]{1,64})");

  private static final Set<String> DOWNLOADS = Set.of("events", "report.csv");

  /** Chart.js, of its WebJar: the pages of a region without internet have it too. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  /** Less than a message of NATS may be, 1 MB, with every character escaped. */
  private static final int MOST_ORDER_BYTES = 512 * 1024;

  private static final int LISTED_DAYS = 30;
  private static final long LOOK_MILLIS = 250;
  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Halls halls;
  private final Clock clock;
  private final PageFiles files = new PageFiles(CentreSite.class);
  private final RateLimit ticketLimit;
  private final HallOrders orders;

  CentreSite(Halls halls, HallOrders orders, Clock clock) {
    this.halls = halls;
    this.orders = orders;
    this.clock = clock;
    // A page asks every three seconds, and a family may stand behind one address.
    this.ticketLimit = new RateLimit(40, 4, clock::nanos);
  }

  @Override
  public String method(String path) {
    return isOrder(path) ? "POST" : "GET";
  }

  /** A hall file is sent like any order. */
  @Override
  public int mostFormBytes(String path) {
    return isOrder(path) ? MOST_ORDER_BYTES : Site.super.mostFormBytes(path);
  }

  /** Whether something is wanted of a hall at this path. */
  static boolean isOrder(String path) {
    return ORDERS.matcher(path).matches();
  }

  /** Asks the hall of a path for what was posted there. */
  Reply order(Request request, String by) throws Refused, InterruptedException {
    Matcher parts = ORDERS.matcher(request.path());
    if (!parts.matches()) {
      throw new Refused(404, "没有这个地址 / no such address: " + request.path());
    }
    return orders.ask(hall(parts.group(1)), request, by);
  }

  @Override
  public Optional<Live> live(Request request) {
    return request.path().equals("/api/live") ? Optional.of(this::tell) : Optional.empty();
  }

  /** An open page is told when something has changed, four times a second at most. */
  private void tell(LiveEvents events) throws IOException, InterruptedException {
    long seen = -1;
    events.retry(1000);
    while (true) {
      long version = halls.version();
      if (version != seen) {
        seen = version;
        events.news("changed", Long.toString(version));
      }
      events.beat(BEAT_NANOS, Long.toString(clock.wall().toEpochMilli()));
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Whether something is taken away at this path. */
  static boolean isDownload(String path) {
    Matcher parts = OF_HALL.matcher(path);
    return parts.matches() && DOWNLOADS.contains(String.valueOf(parts.group(2)));
  }

  /** Whether this is a ticket's page, which is everybody's. */
  static boolean isTicket(String path) {
    return OF_TICKET.matcher(path).matches();
  }

  @Override
  public Optional<Download> download(Request request) throws Refused, IOException {
    Matcher path = OF_HALL.matcher(request.path());
    if (!isDownload(request.path()) || !path.matches()) {
      return Optional.empty();
    }
    HallCopy hall = hall(path.group(1));
    return Optional.of(
        path.group(2).equals("events") ? events(hall, from(request)) : csv(hall, day(request)));
  }

  private static Download events(HallCopy hall, long from) {
    return new Download(
        "application/x-ndjson; charset=utf-8",
        out ->
            hall.events(from, line -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8))));
  }

  private static Download csv(HallCopy hall, LocalDate day) throws IOException {
    byte[] csv = hall.report(day).as(DayReport.Format.csv).getBytes(StandardCharsets.UTF_8);
    return new Download("text/csv; charset=utf-8", out -> out.write(csv));
  }

  private static long from(Request request) throws Refused {
    String from = request.field("from").orElse("1");
    if (!from.matches("[1-9]\\d{0,17}")) {
      throw new Refused(400, "from 应为事件序号 / from: expected an event's number, from 1: " + from);
    }
    return Long.parseLong(from);
  }

  private static LocalDate day(Request request) throws Refused {
    String day = request.required("day");
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException notADay) {
      throw new Refused(400, "day 应为日期 / day: expected YYYY-MM-DD: " + day);
    }
  }

  @Override
  public Reply answer(Request request) throws Refused, IOException, InterruptedException {
    String path = request.path();
    if (isOrder(path)) {
      return order(request, "loopback"); // whoever is on this machine
    }
    Matcher ticket = OF_TICKET.matcher(path);
    if (ticket.matches()) {
      return ticket.group(1) == null
          ? files.file("ticket.html").orElseThrow()
          : turn(ticket.group(2), request.address());
    }
    if (path.equals("/api/halls")) {
      return Reply.json(HallsJson.of(halls, clock.wall()));
    }
    if (path.equals("/api/me")) {
      return Reply.NOTHING; // nobody in particular: this centre has no login
    }
    Matcher hall = OF_HALL.matcher(path);
    if (hall.matches()) {
      return ofHall(hall(hall.group(1)), hall.group(2));
    }
    return file(path).orElseThrow(() -> new Refused(404, "没有这个地址 / no such address: " + path));
  }

  private Reply ofHall(HallCopy hall, String what) throws Refused, IOException {
    if (what == null) {
      return Reply.json(hall.stateJson(clock.wall()));
    }
    return what.equals("days")
        ? Reply.json(DaysJson.of(hall, LISTED_DAYS))
        : Reply.json(
            hall.state()
                .plan()
                .map(PlanJson::of)
                .orElseThrow(() -> new Refused(404, "还没有营业厅文件 / no hall file yet")));
  }

  private Optional<Reply> file(String path) throws IOException {
    return switch (path) {
      case "/" -> files.file("index.html");
      case "/charts.js" -> Optional.of(charts());
      default -> files.file(path.substring(1));
    };
  }

  private static Reply charts() throws IOException {
    try (InputStream script = CentreSite.class.getResourceAsStream(CHARTS)) {
      return new Reply(200, "text/javascript; charset=utf-8", script.readAllBytes());
    }
  }

  private HallCopy hall(String id) throws Refused {
    return halls.hall(id).orElseThrow(() -> new Refused(404, "没有这个营业厅 / no such hall: " + id));
  }

  /** The same answer for whatever leads to no open ticket. */
  private Reply turn(String reference, String address) throws Refused {
    if (!ticketLimit.allows(address)) {
      throw new Refused(429, "请求太多,请稍候 / too many requests; one moment");
    }
    return Reply.json(
        halls
            .turn(reference)
            .orElseThrow(() -> new Refused(404, "没有这张号票,或已办结 / no such ticket, or it is finished"))
            .json(clock.wall()));
  }
}
