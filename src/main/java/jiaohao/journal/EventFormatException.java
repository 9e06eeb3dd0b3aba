package jiaohao.journal;

/** A stored line that this firmware cannot read; the message says which, why, and what to do. */
public final class EventFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EventFormatException(String message) {
    super(message);
  }

  public EventFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
