package jiaohao.sync;

import java.io.IOException;
import jiaohao.health.Fault;

/** The server cannot be used; the fault says what to do about it. */
public final class LinkException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  LinkException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
