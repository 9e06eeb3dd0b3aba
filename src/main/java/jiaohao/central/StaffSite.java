package jiaohao.central;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.web.Json;
import jiaohao.web.PageFiles;
import jiaohao.web.Patience;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;
import jiaohao.web.Site;

/**
 * The centre's site behind a login: tickets are for everybody, all else for those who may. Whoever
 * has not logged in learns nothing but that.
 */
final class StaffSite implements Site {
  private static final String LOGIN = "/api/login";
  private static final String LOGOUT = "/api/logout";
  private static final String COOKIE = "session";

  /** What the login page is made of, and tickets'. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "/login.css",
          "/login.js",
          "/dom.js",
          "/words.js",
          "/icon.svg",
          "/ticket.css",
          "/ticket.js");

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int LISTED_DEEDS = 200;

  private final CentreSite centre;
  private final StaffFile staff;
  private final Clock clock;
  private final boolean https;
  private final PageFiles files = new PageFiles(StaffSite.class);
  private final Sessions sessions;
  private final Patience patience;

  /**
   * @param https whether browsers come over TLS, and keep the cookie for it alone
   */
  StaffSite(CentreSite centre, StaffFile staff, Clock clock, boolean https) {
    this.centre = centre;
    this.staff = staff;
    this.clock = clock;
    this.https = https;
    this.sessions = new Sessions(clock::nanos);
    this.patience = new Patience(clock::nanos);
  }

  @Override
  public String method(String path) {
    return path.equals(LOGIN) || path.equals(LOGOUT) ? "POST" : centre.method(path);
  }

  @Override
  public int mostFormBytes(String path) {
    return centre.mostFormBytes(path);
  }

  @Override
  public Optional<Live> live(Request request) throws Refused, IOException {
    Optional<Live> live = centre.live(request);
    if (live.isPresent()) {
      var _ = required(request, Role.VIEWER);
    }
    return live;
  }

  @Override
  public Optional<Download> download(Request request) throws Refused, IOException {
    if (!CentreSite.isDownload(request.path())) {
      return Optional.empty();
    }
    Sessions.Session session = required(request, Role.VIEWER);
    note(session.person().name(), request, "download " + request.path());
    return centre.download(request);
  }

  @Override
  public Reply answer(Request request) throws Refused, IOException, InterruptedException {
    if (CentreSite.isOrder(request.path())) {
      return order(request);
    }
    return switch (request.path()) {
      case LOGIN -> login(request);
      case LOGOUT -> logout(request);
      case "/api/me" -> me(required(request, Role.VIEWER));
      case "/api/deeds" -> deeds(request);
      default -> page(request);
    };
  }

  /** On record here before it is sent, and at the hall once it is taken. */
  private Reply order(Request request) throws Refused, IOException, InterruptedException {
    Sessions.Session session = required(request, Role.OPERATOR);
    requireProof(request, session);
    String what = request.posted("order").replaceAll("[^a-z]", "?");
    note(session.person().name(), request, "order " + request.path() + " " + what);
    return centre.order(request, session.person().name());
  }

  private Reply page(Request request) throws Refused, IOException, InterruptedException {
    String path = request.path();
    if (FOR_EVERYBODY.contains(path) || CentreSite.isTicket(path)) {
      return centre.answer(request);
    }
    if (path.equals("/") && session(request).isEmpty()) {
      return files.file("login.html").orElseThrow();
    }
    var _ = required(request, Role.VIEWER);
    return centre.answer(request);
  }

  private Reply login(Request request) throws Refused, IOException {
    String name = request.posted("name").strip().toLowerCase(Locale.ROOT);
    String[] keys = {"name " + name, "address " + request.address()};
    Optional<Duration> left = patience.left(keys);
    if (left.isPresent()) {
      throw new Refused(
          429,
          "试错太多,请 "
              + (left.get().toSeconds() + 1)
              + " 秒后再试 / too many tries; again in "
              + (left.get().toSeconds() + 1)
              + " s");
    }
    Optional<StaffFile.Person> person =
        staff.person(name, request.posted("password").toCharArray());
    if (person.isEmpty()) {
      patience.failed(keys);
      note(name, request, "login refused");
      throw new Refused(401, "用户名或密码不对 / wrong name or password");
    }
    patience.succeeded(keys);
    note(name, request, "login");
    Sessions.Begun begun = sessions.begin(person.get());
    return me(begun.session()).with("Set-Cookie", cookie(begun.token(), LONGEST));
  }

  private String cookie(String token, Duration age) {
    return COOKIE
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + age.toSeconds()
        + (https ? "; Secure" : "");
  }

  private Reply logout(Request request) throws Refused, IOException {
    Sessions.Session session = required(request, Role.VIEWER);
    requireProof(request, session);
    sessions.end(request.cookies().get(COOKIE));
    note(session.person().name(), request, "logout");
    return Reply.json("{}").with("Set-Cookie", cookie("", Duration.ZERO));
  }

  /** Another site can have a browser send its cookie, but cannot know this word. */
  private static void requireProof(Request request, Sessions.Session session) throws Refused {
    byte[] given = request.header("X-Proof").getBytes(StandardCharsets.UTF_8);
    byte[] expected = session.proof().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, expected)) {
      throw new Refused(403, "请求不是来自本页面 / not asked by this page");
    }
  }

  private static Reply me(Sessions.Session session) {
    return Reply.json(
        Json.object(json -> {
          json.name("name").value(session.person().name());
          json.name("role").value(session.person().role().name().toLowerCase(Locale.ROOT));
          json.name("proof").value(session.proof());
        }));
  }

  private Reply deeds(Request request) throws Refused, IOException {
    var _ = required(request, Role.ADMIN);
    List<StaffFile.Deed> deeds = staff.deeds(LISTED_DEEDS);
    return Reply.json(
        Json.of(json ->
            Json.objects(
                json,
                deeds,
                deed -> {
                  json.name("at").value(deed.at().toString());
                  json.name("who").value(deed.who());
                  json.name("address").value(deed.address());
                  json.name("what").value(deed.what());
                })));
  }

  private Optional<Sessions.Session> session(Request request) throws IOException {
    Optional<Sessions.Session> session =
        Optional.ofNullable(request.cookies().get(COOKIE)).flatMap(sessions::find);
    // Whoever was removed, or given another role, is so at once.
    return session.isPresent()
            && staff.role(session.get().person()).equals(Optional.of(session.get().person().role()))
        ? session
        : Optional.empty();
  }

  private Sessions.Session required(Request request, Role role) throws Refused, IOException {
    Sessions.Session session =
        session(request).orElseThrow(() -> new Refused(401, "请先登录 / please log in"));
    if (!session.person().role().covers(role)) {
      throw new Refused(403, "没有这个权限 / you may not do this");
    }
    return session;
  }

  private void note(String who, Request request, String what) throws IOException {
    staff.note(new StaffFile.Deed(clock.wall(), who, request.address(), what));
  }
}
