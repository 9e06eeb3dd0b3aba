package jiaohao.voice;

import java.io.IOException;
import jiaohao.health.Fault;

/** Nothing can be said, and it is known why. */
public final class VoiceException extends IOException {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  VoiceException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
