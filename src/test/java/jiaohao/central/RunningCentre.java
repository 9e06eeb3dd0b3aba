package jiaohao.central;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jiaohao.clock.SystemClock;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Link;
import jiaohao.testing.Await;

/** A centre of a test, and a browser for it that asks plain questions. */
final class RunningCentre implements AutoCloseable {
  private final Central central;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningCentre(Central central) {
    this.central = central;
  }

  static RunningCentre start(Path stateDir, String server) throws Exception {
    return start(stateDir, server, List.of(CentreStream.SUBJECTS));
  }

  static RunningCentre start(Path stateDir, String server, List<String> subjects) throws Exception {
    return start(stateDir, server, subjects, Central.Door.loopback(0));
  }

  /** One that asks for a login, as behind a web server of that address. */
  static RunningCentre locked(Path stateDir, String server) throws Exception {
    Central.Door door = new Central.Door("127.0.0.1", 0, "https://queue.example.cn");
    return start(stateDir, server, List.of(CentreStream.SUBJECTS), door);
  }

  private static RunningCentre start(
      Path stateDir, String server, List<String> subjects, Central.Door door) throws Exception {
    Link link = new Link(List.of(server), Optional.empty(), Optional.empty(), "test centre");
    return new RunningCentre(
        Central.start(link, subjects, stateDir, door, new SystemClock(SystemClock.Trust.ALWAYS)));
  }

  Halls halls() {
    return central.halls();
  }

  HallCopy hall(String id) {
    return halls().hall(id).orElseThrow();
  }

  /** Waits until the centre has everything of a hall. */
  RunningCentre awaitAll(LiveHall hall) throws Exception {
    return await(hall.id(), hall.last());
  }

  RunningCentre await(String id, long seq) throws Exception {
    Await.until(
        id + " is here up to " + seq,
        () -> halls().hall(id).filter(copy -> copy.seq() >= seq).isPresent());
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + central.port() + path;
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  List<String> lines(String id) throws Exception {
    return get("/api/halls/" + id + "/events").body().lines().toList();
  }

  @Override
  public void close() {
    http.close();
    central.close();
  }
}
