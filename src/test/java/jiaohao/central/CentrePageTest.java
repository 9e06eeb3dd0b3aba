package jiaohao.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;
import jiaohao.testing.NatsServer;
import jiaohao.testing.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The centre's pages in a real browser. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class CentrePageTest {
  @TempDir private Path dir;
  private NatsServer server;
  private RunningCentre centre;
  private Browser browser;
  private final List<LiveHall> halls = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Browser.installed(), "chromium and chromium-driver are not installed");
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    centre = RunningCentre.start(dir.resolve("centre"), server.url());
    browser = Browser.open(1440, 900);
  }

  @AfterEach
  void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    for (LiveHall hall : halls) {
      hall.close();
    }
    if (server != null) {
      centre.close();
      server.close();
    }
  }

  private LiveHall hall(String id, String name) throws Exception {
    LiveHall hall = LiveHall.start(id, name, dir.resolve(id), server.url());
    halls.add(hall);
    return hall;
  }

  private void open(String path) throws Exception {
    browser.go(URI.create(centre.url(path)));
  }

  private String text(String selector) throws Exception {
    return browser.value("(document.querySelector(\"" + selector + "\") || {}).textContent || ''");
  }

  private void awaitText(String selector, String words) throws Exception {
    Await.until(selector + " says " + words, () -> text(selector).contains(words));
  }

  @Test
  void theListFollowsEveryHallAndOneCanBeLookedInto() throws Exception {
    LiveHall north = hall("chebei-01", "城北检测站");
    hall("reli-02", "城南供热所").does("take inspection").send().tell();
    north.does("take inspection").does("take inspection").does("take inspection").send().tell();
    open("/?lang=zh");
    awaitText("[data-hall='chebei-01']", "城北检测站");
    awaitText("[data-hall='chebei-01'] .figure", "3");
    awaitText(".sum-value", "2 / 2");
    north.does("next 1").send();
    awaitText("[data-hall='chebei-01'] .figure", "2");
    browser.value("location.hash = '#chebei-01'");
    awaitText(".hall h1", "城北检测站");
    awaitText(".window.busy", "A001");
    awaitText(".lines", "A002A003");
    Await.until(
        "three charts",
        () -> browser.value("document.querySelectorAll('canvas').length").equals("3"));
    north.does("next 1").send();
    awaitText(".window.busy", "A002");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void namesAreNeverMarkup() throws Exception {
    String name = "<img src=x onerror=document.title='hurt'>\\u2028'</script>";
    LiveHall hall = hall("evil", name);
    hall.does("take inspection").send().tell();
    open("/?lang=zh");
    awaitText("[data-hall='evil']", "<img src=x");
    browser.value("location.hash = '#evil'");
    awaitText(".hall h1", "<img src=x");
    open("/t/" + hall.reference(1));
    awaitText("#hall", "<img src=x");
    assertEquals("0", browser.value("document.querySelectorAll('img[src=x]').length"));
    assertNotEquals("hurt", browser.value("document.title"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theHolderOfASlipSeesTheTurnCome() throws Exception {
    LiveHall hall = hall("chebei-01", "城北检测站");
    hall.does("take inspection").does("take inspection").send();
    open("/t/" + hall.reference(2));
    awaitText("#number", "A002");
    awaitText("#turn", "前面还有 1 位");
    hall.does("next 1").send();
    awaitText("#turn", "下一位就是您");
    hall.does("next 1").send();
    awaitText("#turn", "请到 1 号窗口");
    hall.does("finish 1").send();
    awaitText("#turn", "已办结");
  }

  /** With {@code -Djiaohao.centre.pictures=device/centre}: the README's picture, and others. */
  @Test
  void pictures() throws Exception {
    String where = System.getProperty("jiaohao.centre.pictures");
    assumeTrue(where != null, "no folder for pictures is named");
    LiveHall north = hall("chebei-01", "城北机动车检测站");
    LiveHall heating = hall("reli-02", "城南供热服务大厅");
    LiveHall property = hall("wuye-03", "锦绣花园物业服务中心");
    for (int i = 0; i < 14; i++) {
      north.does("take inspection");
      heating.does("take inspection");
    }
    north.does("next 1").does("finish 1").does("next 1");
    property.does("take inspection").send();
    heating.does("next 1");
    heating.raise("printer", "near-end");
    heating.send().tell();
    north.send().tell();
    Path folder = Files.createDirectories(Path.of(where));
    browser.resize(1280, 460);
    open("/?lang=zh");
    awaitText("[data-hall='chebei-01'] .figure", "12");
    shot(folder, "centre.png");
    browser.resize(1280, 720);
    open("/?lang=en#chebei-01");
    awaitText(".window.busy", "A002");
    Await.until(
        "charts", () -> browser.value("document.querySelectorAll('canvas').length").equals("3"));
    shot(folder, "hall.png");
    browser.resize(390, 844);
    open("/?lang=zh");
    awaitText("[data-hall='chebei-01'] .figure", "12");
    shot(folder, "phone.png");
    open("/t/" + north.reference(8));
    awaitText("#number", "A008");
    shot(folder, "ticket.png");
    open("/t/" + north.reference(2));
    awaitText("#number", "A002");
  }

  private void shot(Path folder, String name) throws Exception {
    Picture.write(browser.picture(), 1280, folder.resolve(name));
  }
}
