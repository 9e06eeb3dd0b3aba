package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;
import jiaohao.testing.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front panel in a real browser. */
final class PageTest {
  private static final String COUNTER_1 = "[data-counter='1'] ";

  /** Where the picture for the README goes; see {@link #pictureForTheReadme}. */
  private static final String PICTURE = "jiaohao.picture";

  private static Browser browser;

  @TempDir private Path state;
  private RunningBench bench;

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
  void open() throws Exception {
    bench = RunningBench.start(state);
    browser.resize(1920, 1080);
    browser.go(bench.server.page());
    Await.until("the page is live", () -> text("#link").equals("实时"));
    browser.complaints(); // those of the page before
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String text(String selector) throws Exception {
    return browser.value("document.querySelector(\"" + selector + "\")?.textContent");
  }

  private int count(String selector) throws Exception {
    return Integer.parseInt(
        browser.value("document.querySelectorAll(\"" + selector + "\").length"));
  }

  @Test
  void aCustomersWayIsSeenOnThePage() throws Exception {
    browser.click(".service");
    Await.until("the slip", () -> count(".chute .sheet img") == 1);
    Await.until(
        "its picture",
        () ->
            browser
                .value("document.querySelector('.chute img').naturalWidth > 500")
                .equals("true"));
    Await.until("the queue", () -> text(".chips").equals("A001"));

    browser.click("[data-verb='next 1']");
    Await.until("the number in hand", () -> text(COUNTER_1 + ".in-hand").equals("A001"));
    Await.until("the call is said", () -> text(".said-one").startsWith("请A001号到1号窗口"));
    Await.until("the board", () -> chipLabel().equals("A001   1"));
    Await.until("lit digits", () -> count(".chip .lit") > 15);
    assertEquals(List.of(), browser.complaints());
  }

  private String chipLabel() throws Exception {
    return browser.value("document.querySelector('.chip').getAttribute('aria-label')");
  }

  @Test
  void aKeyHeldLongMeansItsOtherMeaning() throws Exception {
    bench.press("take inspection");
    bench.press("next 1");
    Await.until("the number in hand", () -> text(COUNTER_1 + ".in-hand").equals("A001"));
    browser.hold("[data-verb='recall 1']", Duration.ofMillis(1700));
    Await.until("missed", () -> text(COUNTER_1 + ".aside").contains("过号 A001"));
  }

  @Test
  void aRefusedPressIsToldInWords() throws Exception {
    browser.click("[data-verb='next 2']");
    Await.until("the reason", () -> text(".toast").equals("2号窗口没有人等候"));
  }

  @Test
  void aFaultStandsInABannerWithItsRemedy() throws Exception {
    browser.click("[data-fault='printer paper-end']");
    Await.until("the remedy", () -> text("#trouble").contains("装入新纸卷"));
    browser.click("[data-language='en']");
    Await.until("in English", () -> text("#trouble").contains("put in a new roll"));
    browser.click("[data-fault='printer none']");
    Await.until(
        "no banner",
        () -> browser.value("document.querySelector('#trouble').hidden").equals("true"));
  }

  @Test
  void whatIsTypedAtADeskIsDoneOrRefusedInWords() throws Exception {
    bench.press("take inspection");
    type("call 1 A001");
    Await.until("the number in hand", () -> text(COUNTER_1 + ".in-hand").equals("A001"));
    assertEquals("", browser.value("document.querySelector('#typed').value"));
    type("suspend");
    Await.until("the hall stands still", () -> text("#standing").equals("全厅暂停"));
    type("suspend");
    Await.until("the reason", () -> count(".toast") == 1);
    assertEquals("suspend", browser.value("document.querySelector('#typed').value"));
    assertEquals("", scrolling());
    type("resume");
    Await.until(
        "it goes on",
        () -> browser.value("document.querySelector('#standing').hidden").equals("true"));
  }

  private void type(String words) throws Exception {
    browser.value(
        "(() => {document.querySelector('#typed').value = '"
            + words
            + "'; document.querySelector('#desk').requestSubmit(); return true})()");
  }

  @Test
  void aWindowShowsWhoSitsThereWhatRunsOutAndThatItHandlesPapers() throws Exception {
    try (RunningBench staffed = StaffedHall.start(state.resolve("staffed"))) {
      browser.go(staffed.server.page());
      for (String verb :
          List.of(
              "sign-on 1 li",
              "take inspection",
              "next 1",
              "start 1",
              "take new-vehicle",
              "next 3")) {
        assertEquals(204, staffed.press(verb), verb);
      }
      Await.until("the member of staff", () -> text(COUNTER_1 + ".staff").equals("李敏"));
      Await.until("the mark", () -> count(COUNTER_1 + ".sign.broken") == 1);
      Await.until(
          "papers", () -> count("[data-counter='3'].is-silent[data-status='serving']") == 1);
      assertEquals("", scrolling());
    }
  }

  @Test
  void everythingFitsOnAHallManagersScreen() throws Exception {
    assertEquals("", scrolling());
    browser.resize(1920, 937); // what the browser's own bars leave of it
    assertEquals("", scrolling());
  }

  @Test
  void nothingIsWiderThanASmallScreen() throws Exception {
    for (int width : List.of(1280, 1000, 390)) {
      browser.resize(width, 800);
      assertEquals("true", browser.value("document.documentElement.scrollWidth <= " + width));
    }
  }

  /** The parts of the page that would have to be scrolled, by name. */
  private String scrolling() throws Exception {
    return browser.value(
        "['html', '.counters', '.queue', '.side', '.kiosk'].filter(name => {"
            + "const e = document.querySelector(name);"
            + "return e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1})");
  }

  @Test
  void namesOfTheHallFileAreTextAndNeverMarkup() throws Exception {
    String name = "<img src=x><b>站</b>";
    String hall = RunningBench.demoHall().replace("城北机动车检测站", name).replace("机动车年检", name);
    try (RunningBench odd =
        RunningBench.start(hall, RunningBench.demoDevice(), state.resolve("odd"))) {
      browser.go(odd.server.page());
      Await.until("the page is live", () -> text("#link").equals("实时"));
      assertEquals(name, text("#hall-name"));
      assertEquals(name, text(".service-name"));
      assertEquals(0, count("main b:not(.counter-title b), main img"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  /**
   * Draws the picture in the README. Run by
   *
   * <pre>
   * mvn -q test -Dtest=PageTest -Djiaohao.picture=device/bench.png
   * </pre>
   */
  @Test
  void pictureForTheReadme() throws Exception {
    String picture = System.getProperty(PICTURE);
    assumeTrue(picture != null, "only with -D" + PICTURE + "=FILE");
    for (String verb :
        List.of(
            "take inspection",
            "take new-vehicle",
            "take inspection",
            "next 1",
            "next 3",
            "start 3",
            "take inspection",
            "take enquiry",
            "pause 2",
            "finish 1",
            "take inspection",
            "next 1",
            "take inspection")) {
      assertEquals(204, bench.press(verb), verb);
    }
    Await.until("all slips", () -> count(".stack-slip") == 5);
    Await.until(
        "the slip has come out",
        () -> browser.value("document.getAnimations().length").equals("0"));
    Await.until("a lit half of the blink", () -> count(".chip .lit") > 30);
    Picture.write(browser.picture(), 1440, Path.of(picture));
  }
}
