package jiaohao.printer;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Hears the commands that a printer obeys as they arrive, even while its buffer waits: DLE EOT, DLE
 * ENQ and DLE DC4. Like a real one it knows them by their bytes alone.
 */
final class RealTimeEar {
  private static final int LONGEST = 10;

  private static final Map<String, EscPosCommand> COMMANDS =
      Map.of(
          "100401", new EscPosCommand.AskStatus(1),
          "100402", new EscPosCommand.AskStatus(2),
          "100403", new EscPosCommand.AskStatus(3),
          "100404", new EscPosCommand.AskStatus(4),
          "100502", new EscPosCommand.RecoverAndClear(),
          "10140801031401060208", new EscPosCommand.ClearBuffer());

  private final byte[] last = new byte[LONGEST];

  /** The command that {@code next} completes, if it does. */
  Optional<EscPosCommand> hear(byte next) {
    System.arraycopy(last, 1, last, 0, LONGEST - 1);
    last[LONGEST - 1] = next;
    for (int length : new int[] {3, LONGEST}) {
      byte[] tail = Arrays.copyOfRange(last, LONGEST - length, LONGEST);
      EscPosCommand command = COMMANDS.get(HexFormat.of().formatHex(tail));
      if (command != null) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
