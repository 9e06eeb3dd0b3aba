package jiaohao.style;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One layout for all sources: run as a program it rewrites them, and a test checks them. */
final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = formatted(source);
      if (!formatted.equals(source)) {
        Files.writeString(file, formatted);
        System.err.println("formatted " + file);
      }
    }
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String formatted(String source) throws FormatterException {
    JavaFormatterOptions.Style style = JavaFormatterOptions.Style.GOOGLE;
    String imports =
        RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(source, style));
    return new Formatter(JavaFormatterOptions.builder().style(style).build()).formatSource(imports);
  }
}
