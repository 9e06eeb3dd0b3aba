package jiaohao.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jiaohao.console.RunningConsole.SetClock;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;
import jiaohao.testing.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The call display in a real browser, as large as television sets are. */
final class TvPageTest {
  private static final List<int[]> SIZES = List.of(new int[] {1920, 1080}, new int[] {1080, 1920});
  private static final SetClock MORNING = SetClock.at("2026-11-25T10:20");

  /** Where the picture for the README goes; see {@link #pictureForTheReadme}. */
  private static final String PICTURE = "jiaohao.picture";

  private static Browser browser;

  @TempDir private Path state;
  private final Screen screen = new Screen(browser);

  @BeforeAll
  static void openBrowser() throws Exception {
    assumeTrue(Browser.installed(), "chromium and chromium-driver are not installed");
    browser = Browser.open(1920, 1080);
  }

  @AfterAll
  static void closeBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void layDown() throws Exception {
    screen.turn(1920, 1080);
  }

  private RunningConsole heating() throws Exception {
    return RunningConsole.start(RunningConsole.shipped("heating.toml"), MORNING, state);
  }

  @Test
  void aCallAppearsWithinASecondFlashesAndRests() throws Exception {
    try (RunningConsole console = heating()) {
      screen.open(console, "/tv");
      console.does("take payment", "next 1");
      Await.until("the call", Duration.ofSeconds(1), () -> screen.large().equals(List.of("A001")));
      assertEquals("A001", screen.window(1));
      assertEquals("1号窗口Window", screen.text(".call-window"));
      assertTrue(screen.shows(".call.fresh") && screen.shows("[data-window='1'].fresh"));
      Await.until("it rests", Duration.ofSeconds(20), () -> !screen.shows(".fresh"));
      assertEquals(List.of("A001"), screen.large());
      console.does("recall 1");
      Await.until("it is called anew", () -> screen.shows(".call.fresh"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void whatIsSaidIsReadForAWhile() throws Exception {
    try (RunningConsole console = heating()) {
      screen.open(console, "/tv");
      console.does("take payment", "next 1", "transfer 1 account");
      Await.until("news", () -> screen.text("#notice").contains("请A001号到"));
      fits();
      console.clock.pass(Duration.ofSeconds(16));
      Await.until("no news", () -> !screen.shows("#notice"));
    }
  }

  @Test
  void whoAskedForHelpHasLongerToFindTheirNumber() throws Exception {
    try (RunningConsole console = heating()) {
      screen.open(console, "/tv");
      console.does("assist", "take payment", "next 1", "take account", "next 3");
      Await.until("both", () -> screen.large().equals(List.of("C001", "A001")));
      Await.until(
          "only help is fresh",
          Duration.ofSeconds(20),
          () -> screen.large().equals(List.of("A001")) && screen.shows(".call.fresh"));
    }
  }

  @Test
  void callsAtOnceAllAppear() throws Exception {
    try (RunningConsole console = heating()) {
      screen.open(console, "/tv");
      console.does("take payment", "take account", "take complaint");
      console.does("next 1", "next 3");
      Await.until("two", () -> screen.large().equals(List.of("C001", "A001")));
      console.does("next 5");
      Await.until("three", () -> screen.large().equals(List.of("H001", "C001", "A001")));
      for (int[] size : SIZES) {
        screen.turn(size[0], size[1]);
        fits();
        assertTrue(screen.sizeOfLargest() >= 1 / 8.0, "" + screen.sizeOfLargest());
      }
    }
  }

  @Test
  void aBusyHallFitsAndCanBeReadFromAfar() throws Exception {
    try (RunningConsole console =
        RunningConsole.start(
            RunningConsole.shipped("heating.toml"), SetClock.at(BusyDay.BEGAN), state)) {
      BusyDay.heating(console);
      fitsAndCanBeRead(console);
      assertEquals(5, screen.texts(".tile").size());
      assertEquals(5, screen.texts(".service").size());
    }
  }

  @Test
  void aHallWithSilentPostsFitsAndShowsOnlyWhoIsCalled() throws Exception {
    try (RunningConsole console =
        RunningConsole.start(
            RunningConsole.shipped("vehicle-inspection.toml"), SetClock.at(BusyDay.BEGAN), state)) {
      BusyDay.inspection(console);
      fitsAndCanBeRead(console);
      assertEquals("undefined", screen.window(21), "nobody is called to a silent post");
      assertEquals("暂停服务\uff0c请到1号窗口Paused; use window 1", screen.window(2));
    }
  }

  private void fitsAndCanBeRead(RunningConsole console) throws Exception {
    screen.open(console, "/tv");
    Await.until("a call", () -> !screen.large().isEmpty());
    for (int[] size : SIZES) {
      screen.turn(size[0], size[1]);
      fits();
      assertTrue(screen.inkOfLargest() >= 1 / 8.0, "" + screen.inkOfLargest());
      assertTrue(screen.smallestText() >= 0.0225, "" + screen.smallestText());
    }
  }

  private void fits() throws Exception {
    for (int look = 0; look < 100 && !screen.misfits().isEmpty(); look++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertEquals("", screen.misfits());
  }

  @Test
  void aLargeHallWithLongNamesFitsPageByPage() throws Exception {
    try (RunningConsole console = RunningConsole.start(LargeHallFile.text(24, 9), MORNING, state)) {
      screen.open(console, "/tv");
      console.does("take s1", "next 1");
      Await.until("a call", () -> screen.large().equals(List.of("A001")));
      for (int[] size : SIZES) {
        screen.turn(size[0], size[1]);
        fits();
        assertTrue(screen.inkOfLargest() >= 1 / 8.0, "" + screen.inkOfLargest());
      }
      String first = screen.text(".tile .window-number");
      Await.until(
          "the next page of windows",
          Duration.ofSeconds(25),
          () -> !screen.text(".tile .window-number").equals(first));
    }
  }

  @Test
  void customersAreCountedAndToldTheirWaitAndThePromiseIsShownAsItIsKept() throws Exception {
    try (RunningConsole console =
        RunningConsole.start(
            RunningConsole.shipped("heating.toml"), SetClock.at(BusyDay.BEGAN), state)) {
      BusyDay.heating(console);
      screen.open(console, "/tv");
      Await.until("the wait", () -> screen.text("[data-service='payment']").contains("分钟"));
      assertTrue(
          screen
              .text("[data-service='payment']")
              .matches("A缴纳热费Pay heating fees\\d+人等候waiting约.*min"));
      Await.until(
          "how it is kept",
          Duration.ofSeconds(60),
          () -> screen.text("#promise").matches("公开承诺Our promise收费 · 3分钟内办好\uff08今日\\d+%\uff09.*"));
    }
  }

  @Test
  void itSaysWhenItHasHeardNothingAndComesBackByItself() throws Exception {
    String hall = RunningConsole.shipped("heating.toml");
    int port;
    try (RunningConsole console = RunningConsole.start(hall, MORNING, state)) {
      port = console.port;
      screen.open(console, "/tv");
      console.does("take payment", "next 1");
      Await.until("the call", () -> screen.large().equals(List.of("A001")));
    }
    Await.until("the mark", Duration.ofSeconds(14), () -> screen.shows("#stale"));
    assertTrue(screen.text("#stale").matches("信号中断\uff0c停在10:2\\d.*No signal since 10:2\\d"));
    assertEquals("", screen.misfits());
    try (RunningConsole again = RunningConsole.start(hall, MORNING, state, port)) {
      again.does("take payment", "next 2");
      Await.until("the next call", Duration.ofSeconds(14), () -> screen.window(2).equals("A002"));
      assertFalse(screen.shows("#stale"));
    }
  }

  @Test
  void lunchIsToldAndNumbersStayValid() throws Exception {
    String hall = hours("08:30", "12:00") + hours("13:00", "17:00");
    SetClock noon = SetClock.at("2026-11-25T12:10");
    try (RunningConsole console = RunningConsole.start(withHours(hall), noon, state)) {
      screen.open(console, "/tv");
      Await.until("lunch", () -> screen.shows("#notice"));
      assertEquals(
          "午休12:00–13:00\uff0c号码继续有效Lunch 12–1 pm; your number stays valid",
          screen.text("#notice"));
      assertTrue(screen.shows(".idle-clock"));
      for (int[] size : SIZES) {
        screen.turn(size[0], size[1]);
        fits();
      }
    }
  }

  @Test
  void theEndOfTheDayIsTold() throws Exception {
    SetClock evening = SetClock.at("2026-11-25T16:58");
    try (RunningConsole console =
        RunningConsole.start(withHours(hours("08:30", "17:00")), evening, state)) {
      console.does("take payment");
      evening.pass(Duration.ofMinutes(3));
      console.does("next 1");
      screen.open(console, "/tv");
      Await.until("no more numbers", () -> screen.shows("#notice"));
      assertEquals(
          "今日取号已结束\uff0c已取号的用户继续办理No more tickets today; ticket holders will be served",
          screen.text("#notice"));
      assertEquals(List.of("A001"), screen.large());
      fits();
      console.does("finish 1");
      Await.until("shut", () -> screen.text("#notice").contains("下次取号时间 11-26 08:30"));
    }
  }

  private static String hours(String open, String close) {
    return "[[hours]]\ndays = \"mon-fri\"\nopen = \"%s\"\nclose = \"%s\"\n".formatted(open, close);
  }

  private static String withHours(String hours) throws Exception {
    return RunningConsole.shipped("heating.toml") + "\n" + hours;
  }

  @Test
  void aSuspendedHallIsToldToLeaveAndNothingElse() throws Exception {
    try (RunningConsole console = heating()) {
      screen.open(console, "/tv");
      console.does("take payment", "next 1", "suspend");
      Await.until("the emergency", () -> screen.text("#notice").startsWith("请立即从安全出口离开"));
      assertTrue(screen.text("#notice").contains("Leave now by the nearest exit"));
      assertFalse(screen.shows(".calls") || screen.shows(".windows") || screen.shows("#promise"));
      for (int[] size : SIZES) {
        screen.turn(size[0], size[1]);
        fits();
      }
      console.does("resume");
      Await.until("it goes on", () -> screen.shows(".calls") && !screen.shows("#notice"));
    }
  }

  @Test
  void aSetMayBeForSomeWindowsAndSpeakAnotherLanguageFirst() throws Exception {
    try (RunningConsole console = heating()) {
      console.does("take payment", "take complaint", "next 1", "next 5");
      screen.open(console, "/tv?counters=1,2&lang=en");
      Await.until("its own call", () -> screen.large().equals(List.of("A001")));
      assertEquals("Window号窗口1", screen.text(".call-window"));
      assertEquals("East District Heating Service Hall", screen.text("#name .first"));
      assertEquals(2, screen.texts(".tile").size());
      assertEquals("undefined", screen.window(5));
      assertEquals("undefined", screen.text("[data-service='complaint']"));
      assertEquals("", screen.misfits());
      screen.open(console, "/tv?counters=77");
      Await.until("a word on it", () -> screen.text("#notice").startsWith("没有窗口 77"));
    }
  }

  @Test
  void namesOfTheHallFileAreTextAndNeverMarkup() throws Exception {
    String name = "<img src=x onerror=alert(1)></h1><script>alert(2)</script>";
    String hall =
        RunningConsole.shipped("heating.toml")
            .replace("城东供热客服大厅", name)
            .replace("缴纳热费", name)
            .replace("\"收费\"", "'" + name + "'");
    try (RunningConsole console = RunningConsole.start(hall, MORNING, state)) {
      screen.open(console, "/tv");
      Await.until("the services", () -> screen.texts(".service").size() == 5);
      assertEquals(name, screen.text("#name .first"));
      assertEquals(name, screen.text(".service-name .first"));
      assertEquals("0", screen.value("document.querySelectorAll('body img, body script').length"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  /**
   * Draws the picture in the README. Run by
   *
   * <pre>
   * mvn -q test -Dtest=TvPageTest -Djiaohao.picture=device/tv.png
   * </pre>
   */
  @Test
  void pictureForTheReadme() throws Exception {
    String picture = System.getProperty(PICTURE);
    assumeTrue(picture != null, "only with -D" + PICTURE + "=FILE");
    try (RunningConsole console =
        RunningConsole.start(
            RunningConsole.shipped("heating.toml"), SetClock.at(BusyDay.BEGAN), state)) {
      BusyDay.heating(console);
      screen.open(console, "/tv");
      Await.until(
          "how the promise is kept",
          Duration.ofSeconds(90),
          () -> screen.text("#promise").matches(".*收费.*\uff08.*"));
      Picture.write(browser.picture(), 1280, Path.of(picture));
    }
  }
}
