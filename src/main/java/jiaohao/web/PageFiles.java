package jiaohao.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The files of a page, from the class path: those of the folder "page" beside a class, and those
 * that all pages share.
 */
public final class PageFiles {
  private static final Pattern NAME = Pattern.compile("[a-z]+\\.(html|css|js|svg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Class<?> room;

  /** The page of a room: of any class in it. */
  public PageFiles(Class<?> room) {
    this.room = room;
  }

  /**
   * One file.
   *
   * @param name without a folder: "main.js"
   * @return empty if the page has none such
   */
  public Optional<Reply> file(String name) throws IOException {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String type = TYPES.get(parts.group(1));
    Optional<Reply> own = read(room, "page/" + name, type);
    return own.isPresent() ? own : read(PageFiles.class, name, type);
  }

  /** A short word that differs when any of these files does; one that is missing is an error. */
  public String mark(List<String> names) throws IOException {
    CRC32 sum = new CRC32();
    for (String name : names) {
      sum.update(file(name).orElseThrow(() -> new FileNotFoundException(name)).body());
    }
    return Long.toHexString(sum.getValue());
  }

  private static Optional<Reply> read(Class<?> beside, String name, String type)
      throws IOException {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Reply(200, type, file.readAllBytes()));
    }
  }
}
