package jiaohao.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jiaohao.kiosk.Kiosk;
import jiaohao.kiosk.StateJson;
import jiaohao.web.PageFiles;
import jiaohao.web.Refused;
import jiaohao.web.Reply;
import jiaohao.web.Request;
import jiaohao.web.Site;

/** What can be read on the LAN, and done there by staff. */
final class ConsoleSite implements Site {
  private static final String TV = "/tv";
  private static final String DESK = "/desk";
  private static final String PRESS = "/api/press";
  private static final String EVENTS = "/tv/events";
  private static final List<String> TV_FILES =
      List.of(
          "tv.html",
          "tv.css",
          "tv.js",
          "tvboxes.js",
          "tvcalls.js",
          "tvlists.js",
          "tvwords.js",
          "dom.js",
          "live.js");

  private final Kiosk kiosk;
  private final PageFiles files = new PageFiles(ConsoleSite.class);
  private final TvScreen screen;
  private final Desk desk;

  ConsoleSite(Kiosk kiosk, Desk desk) throws IOException {
    this.kiosk = kiosk;
    this.desk = desk;
    screen = new TvScreen(kiosk, files.mark(TV_FILES));
  }

  @Override
  public String method(String path) {
    return path.equals(PRESS) ? "POST" : "GET";
  }

  @Override
  public Optional<Live> live(Request request) {
    return request.path().equals(EVENTS) ? Optional.of(screen) : Optional.empty();
  }

  @Override
  public Reply answer(Request request) throws Refused, IOException, InterruptedException {
    return switch (request.path()) {
      case "/api/state" -> Reply.json(StateJson.of(kiosk));
      case "/api/desk" -> desk.hall(request);
      case PRESS -> desk.press(request);
      default ->
          file(request.path())
              .orElseThrow(() -> new Refused(404, "没有这个地址 / no such address: " + request.path()));
    };
  }

  private Optional<Reply> file(String path) throws IOException {
    if (path.equals(TV)) {
      return files.file("tv.html");
    }
    if (path.equals(DESK)) {
      return files.file("desk.html");
    }
    if (path.startsWith(DESK + "/")) {
      return files.file(path.substring(DESK.length() + 1));
    }
    return path.startsWith(TV + "/") ? files.file(path.substring(4)) : Optional.empty();
  }
}
