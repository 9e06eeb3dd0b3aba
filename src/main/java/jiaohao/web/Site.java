package jiaohao.web;

import java.io.IOException;
import java.util.Optional;

/** What a server answers with. Asked by many threads at once. */
public interface Site {
  /** Tells one open page what happens, until the page is gone, which is an IOException. */
  @FunctionalInterface
  interface Live {
    void tell(LiveEvents events) throws IOException, InterruptedException;
  }

  /** The one method a path is used with: "GET" or "POST". */
  String method(String path);

  /** What an open page is told at this path; empty where there are only answers. */
  Optional<Live> live(String path);

  /**
   * Answers a request that came with the right method.
   *
   * @throws Refused for whatever cannot be had: also when there is no such path
   */
  Reply answer(Request request) throws Refused, IOException, InterruptedException;
}
