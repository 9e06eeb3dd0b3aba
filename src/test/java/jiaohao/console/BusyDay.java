package jiaohao.console;

import java.time.Duration;

/** A hall in the middle of a busy morning, which began at twenty past eight. */
final class BusyDay {
  static final String BEGAN = "2026-11-25T08:20";

  private final RunningConsole console;

  private BusyDay(RunningConsole console) {
    this.console = console;
  }

  /** The heating office: five windows and a back office, five services. */
  static void heating(RunningConsole console) throws Exception {
    new BusyDay(console).heating();
  }

  /** The vehicle-inspection station: five windows and five silent posts, three services. */
  static void inspection(RunningConsole console) throws Exception {
    new BusyDay(console).inspection();
  }

  private void heating() throws Exception {
    console.does("take payment", "take payment", "take repair", "take account", "take account");
    for (int round = 0; round < 24; round++) {
      console.does("take payment", "take account", "next 1", "next 3");
      pass(100);
      console.does(round % 3 == 0 ? "take repair" : "take payment", "next 2");
      pass(round % 9 == 4 ? 120 : 60); // now and then it takes longer than is promised
      if (round % 8 == 0) {
        console.does("take suspension", "take complaint");
      }
    }
    console.does("next 5", "take account", "next 3", "next 4", "pause 4", "next 2", "next 1");
  }

  private void inspection() throws Exception {
    console.does("take inspection", "take inspection", "take general", "take general");
    for (int round = 0; round < 24; round++) {
      console.does("take inspection", "take general", "next 1", "bind 1 T" + round);
      pass(round == 7 ? 50 : 25);
      console.does("finish 1", "next 3", "next 10");
      pass(round == 5 ? 100 : 20);
      console.does("finish 3");
    }
    for (int post = 21; post <= 25; post++) {
      console.does("next " + post, "finish " + post);
    }
    console.does("next 9", "next 1", "bind 1 T99", "finish 1", "next 1", "pause 2", "next 3");
  }

  private void pass(int seconds) {
    console.clock.pass(Duration.ofSeconds(seconds));
  }
}
