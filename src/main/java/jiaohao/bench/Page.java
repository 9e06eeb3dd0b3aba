package jiaohao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the page, from the class path. */
final class Page {
  private static final Pattern NAME = Pattern.compile("/([a-z]+\\.(html|css|js|svg))");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private Page() {}

  /** The file a path means; empty if the page has none such. */
  static Optional<Reply> file(String path) throws IOException {
    var name = NAME.matcher(path.equals("/") ? "/index.html" : path);
    if (!name.matches()) {
      return Optional.empty();
    }
    try (InputStream file = Page.class.getResourceAsStream("page/" + name.group(1))) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Reply(200, TYPES.get(name.group(2)), file.readAllBytes()));
    }
  }
}
