package jiaohao.sync;

import jiaohao.hall.Event;
import jiaohao.hall.Fact;

/** An event that is larger than a message of several should be. */
final class Large {
  private Large() {}

  static Fact hall() {
    Fact usual = Notebook.fact(1);
    String words = "x".repeat(CentreStream.MOST_BYTES);
    return new Fact(usual.at(), usual.day(), new Event.FaultRaised("printer", words, false));
  }
}
