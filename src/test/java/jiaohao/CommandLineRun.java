package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One run of the command line inside the test, with what it wrote. */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
      int exitCode =
          Main.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
      return new CommandLineRun(
          exitCode, data.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The same with more arguments behind. */
  static CommandLineRun of(List<String> command, Object... arguments) {
    return of(Stream.concat(command.stream(), Arrays.stream(arguments)).toArray());
  }

  /** Insists on the exit code, and that whatever was said is for people. */
  CommandLineRun ends(int expected) {
    assertEquals(expected, exitCode, err);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    return this;
  }

  /** Insists that all that was said is one line on stderr. */
  CommandLineRun saysOneLine() {
    assertEquals("", out);
    assertEquals(1, err.lines().count(), err);
    return this;
  }
}
