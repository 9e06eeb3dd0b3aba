package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import jiaohao.testing.Pty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real line, on a pseudo terminal. */
class TtyLineContractTest extends LineContract {
  private static final int WAIT_MILLIS = 200;

  private Pty pty;

  @BeforeEach
  void hasATerminal() throws IOException {
    pty = Pty.open();
  }

  @Override
  void close() {
    pty.close();
  }

  @Override
  Line open() throws IOException {
    return TtyLine.open(pty.slave());
  }

  @Override
  byte[] arrived() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (pty.readable(bytes.size() < 2 * WindowScreen.FRAME_BYTES ? WAIT_MILLIS : 0)) {
      bytes.writeBytes(pty.read(0));
    }
    return bytes.toByteArray();
  }

  @Test
  void aMissingPortIsAnErrorWorthAnotherTry() {
    IOException missing = assertThrows(IOException.class, () -> TtyLine.open("/dev/ttyNOTHERE"));
    assertTrue(missing.getMessage().contains("/dev/ttyNOTHERE"), missing.getMessage());
  }

  @Test
  void aLineThatHungUpIsAnError() throws IOException {
    Line line = open();
    pty.close();
    assertThrows(IOException.class, () -> line.write(WindowScreen.frame(WindowScreen.RED, 1)));
    line.close();
  }
}
