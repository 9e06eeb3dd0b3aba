package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Gesture;
import jiaohao.config.DeviceFile;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Command;
import jiaohao.hall.Text;
import jiaohao.hall.Verb;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is said can be seen as well, and nobody presses in vain without being told why. */
class NewsTest {
  @TempDir private Path stateDir;

  private static void does(Firmware firmware, String... verbs) throws Exception {
    for (String verb : verbs) {
      Command.Press press = new Command.Press(Verb.parse(verb), "REF");
      Answer answer = firmware.kiosk().press(press).get(10, TimeUnit.SECONDS);
      assertInstanceOf(Answer.Done.class, answer, verb);
    }
  }

  @Test
  void whatIsSaidIsNewsInEveryLanguageForAWhile() throws Exception {
    Wiring wiring = new Wiring(LargeHall.plan(1), "printer");
    try (Firmware firmware = wiring.start(stateDir)) {
      does(firmware, "take inspection", "next 1", "transfer 1 certificate");
      Text sentOn = Text.of("请A001号到出证等候叫号", "Number A001, please wait for Certificate");
      assertEquals(List.of(sentOn), firmware.kiosk().news().of(Set.of()));
      does(firmware, "take questions", "next 1", "miss 1");
      assertEquals(2, firmware.kiosk().news().of(Set.of()).size());
      assertTrue(firmware.kiosk().news().ofHall().orElseThrow().in("zh").contains("已过号"));
      wiring.clock.pass(Duration.ofSeconds(16));
      assertEquals(List.of(), firmware.kiosk().news().of(Set.of()));
    }
  }

  @Test
  void callsAndWhatStandsOnTheBoardAnywayAreNoNews() throws Exception {
    Wiring wiring = new Wiring(LargeHall.plan(0), "printer");
    try (Firmware firmware = wiring.start(stateDir)) {
      does(firmware, "take questions", "next 1", "recall 1", "suspend", "resume");
      assertEquals(List.of(), firmware.kiosk().news().of(Set.of()));
    }
  }

  @Test
  void aWindowThatPausesConcernsItsOwnBoards() throws Exception {
    Wiring wiring = new Wiring(LargeHall.plan(0), "printer");
    try (Firmware firmware = wiring.start(stateDir)) {
      does(firmware, "pause 9");
      assertEquals(1, firmware.kiosk().news().of(Set.of(9)).size());
      assertEquals(1, firmware.kiosk().news().of(Set.of()).size());
      assertTrue(firmware.kiosk().news().ofHall().isEmpty());
      assertEquals(List.of(), firmware.kiosk().news().of(Set.of(1)));
    }
  }

  @Test
  void whoPressesInVainHearsAndSeesWhy() throws Exception {
    try (Box box = Box.start(stateDir, "no_paper = \"refuse\"")) {
      box.trouble(Trouble.PAPER_END);
      box.firmware.presses().gesture(new Gesture(takeButton(box), false));
      Await.until("it is seen", () -> box.board().equals(List.of("NO")));
      Await.until("it is heard", () -> box.said().contains("取号机暂停使用,请到服务台"));
      Await.until("it passes", () -> box.board().isEmpty());
    }
  }

  @Test
  void whoHammersOnTheButtonIsToldOnce() throws Exception {
    try (Box box = Box.start(stateDir, "no_paper = \"refuse\"")) {
      box.trouble(Trouble.PAPER_END);
      for (int press = 0; press < 5; press++) {
        box.firmware.presses().gesture(new Gesture(takeButton(box), false));
      }
      Await.until("it is heard", () -> box.said().contains("取号机暂停使用,请到服务台"));
      box.trouble(Trouble.NONE);
      box.does("take inspection").does("next 1");
      Await.until("a call", () -> box.said().contains("请A001号到1号窗口"));
      assertEquals(1, box.said().stream().filter(said -> said.startsWith("取号机")).count());
    }
  }

  private static int takeButton(Box box) {
    List<DeviceFile.Button> buttons = SimulatedButtons.of(box.state().plan().orElseThrow());
    for (int button = 0; button < buttons.size(); button++) {
      if (buttons.get(button).press() instanceof Verb.Take) {
        return button;
      }
    }
    throw new AssertionError("no button gives out numbers");
  }
}
