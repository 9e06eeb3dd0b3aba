package jiaohao.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What a server answers with. Asked by many threads at once. */
public interface Site {
  /** Tells one open page what happens, until the page is gone, which is an IOException. */
  @FunctionalInterface
  interface Live {
    void tell(LiveEvents events) throws IOException, InterruptedException;
  }

  /**
   * A body of any size, written as it is made.
   *
   * @param contentType such as "text/csv; charset=utf-8"
   * @param body writes it; an IOException of the stream means that whoever asked is gone
   */
  record Download(String contentType, Body body) {
    /** Writes a body. */
    @FunctionalInterface
    public interface Body {
      void to(OutputStream out) throws IOException;
    }
  }

  /** The one method a path is used with: "GET" or "POST". */
  String method(String path);

  /** How long a form may be that is posted to a path. */
  default int mostFormBytes(String path) {
    return 16 * 1024;
  }

  /**
   * What an open page is told at this path; empty where there are only answers.
   *
   * @throws Refused for whatever cannot be had
   */
  Optional<Live> live(Request request) throws Refused, IOException;

  /**
   * What is downloaded by this request; empty where there are only answers.
   *
   * @throws Refused for whatever cannot be had
   */
  default Optional<Download> download(Request request) throws Refused, IOException {
    return Optional.empty();
  }

  /**
   * Answers a request that came with the right method.
   *
   * @throws Refused for whatever cannot be had: also when there is no such path
   */
  Reply answer(Request request) throws Refused, IOException, InterruptedException;
}
