package jiaohao.printer;

/** One thing a printer is told, as {@link EscPosReader} reads it. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
sealed interface EscPosCommand {
  /** One character to print. */
  record Letter(String letter) implements EscPosCommand {}

  /** LF. */
  record LineFeed() implements EscPosCommand {}

  /** ESC @. */
  record Initialize() implements EscPosCommand {}

  /** FS & and FS . */
  record Chinese(boolean on) implements EscPosCommand {}

  /** ESC a. */
  record Align(Alignment alignment) implements EscPosCommand {}

  /** ESC E. */
  record Bold(boolean on) implements EscPosCommand {}

  /** GS !; times, 1–8. */
  record Size(int width, int height) implements EscPosCommand {}

  /** ESC d; lines 0–255. */
  record FeedLines(int lines) implements EscPosCommand {}

  /** ESC J; dots 0–255. */
  record FeedDots(int dots) implements EscPosCommand {}

  /** GS V or ESC i. */
  record Cut(boolean feedsFirst) implements EscPosCommand {}

  /** GS v 0; rows of {@code widthBytes} bytes, a set bit is black, the left-most in bit 7. */
  record Raster(int widthBytes, int height, byte[] rows) implements EscPosCommand {}

  /** FS p: a picture stored in the printer. */
  record StoredPicture(int number) implements EscPosCommand {}

  /** GS ( k 67. */
  record QrModule(int dots) implements EscPosCommand {}

  /** GS ( k 69; one of L, M, Q, H. */
  record QrCorrection(char level) implements EscPosCommand {}

  /** GS ( k 80. */
  record QrStore(byte[] content) implements EscPosCommand {}

  /** GS ( k 81. */
  record QrPrint() implements EscPosCommand {}

  /** GS ( H 48; four bytes. */
  record ProcessId(byte[] id) implements EscPosCommand {}

  /** GS r. */
  record AskPaper() implements EscPosCommand {}

  /** GS a; 0 is off. */
  record ReportChanges(int what) implements EscPosCommand {}

  /** DLE EOT, heard at once; 1–4. */
  record AskStatus(int number) implements EscPosCommand {}

  /** DLE ENQ 2, heard at once. */
  record RecoverAndClear() implements EscPosCommand {}

  /** DLE DC4 8, heard at once. */
  record ClearBuffer() implements EscPosCommand {}

  /** Bytes that are no command of the subset. */
  record Unknown(byte[] bytes) implements EscPosCommand {}
}
