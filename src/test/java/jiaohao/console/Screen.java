package jiaohao.console;

import java.util.List;
import java.util.stream.Stream;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;

/** A television set that shows the call display. */
final class Screen {
  private final Browser browser;

  Screen(Browser browser) {
    this.browser = browser;
  }

  /** Opens a page of the console and waits until it shows a hall. */
  void open(RunningConsole console, String path) throws Exception {
    browser.go(console.uri(path));
    Await.until("the hall's name", () -> !text("#name").isEmpty());
    browser.complaints(); // those of the page before
  }

  void turn(int width, int height) throws Exception {
    browser.resize(width, height);
    Await.until("its size", () -> value("innerWidth").equals("" + width));
    browser.value("dispatchEvent(new Event('resize'))");
  }

  String value(String expression) throws Exception {
    return browser.value(expression);
  }

  /** The text of the first element found; "undefined" when there is none. */
  String text(String selector) throws Exception {
    return value("(document.querySelector(\"" + selector + "\") || {}).textContent");
  }

  /** The texts of all elements found, in order. */
  List<String> texts(String selector) throws Exception {
    String joined =
        value(
            "[...document.querySelectorAll(\""
                + selector
                + "\")].map(e => e.textContent).join('|')");
    return Stream.of(joined.split("\\|")).filter(text -> !text.isEmpty()).toList();
  }

  boolean shows(String selector) throws Exception {
    return value("(document.querySelector(\"" + selector + "\") || {}).offsetHeight > 0")
        .equals("true");
  }

  /** The numbers that stand in large, the latest first. */
  List<String> large() throws Exception {
    return texts(".call-number");
  }

  /** What a window shows: "A012", "–", or that it is paused. */
  String window(int number) throws Exception {
    return text("[data-window='" + number + "'] > :last-child");
  }

  /**
   * What does not fit: elements that reach out of the screen or out of the box they stand in, and
   * the page itself when it scrolls.
   */
  String misfits() throws Exception {
    return value(
        """
        (() => {
          const root = document.documentElement;
          const wrong = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight ? ['page'] : [];
          const inside = (e, box) => {
            const [a, b] = [e.getBoundingClientRect(), box.getBoundingClientRect()];
            return a.width * a.height === 0 || a.left >= b.left - 1 && a.right <= b.right + 1
                && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
          };
          for (const e of document.querySelectorAll('body *')) {
            const box = e.parentElement.closest('.call, .calls, .tile, .windows, .service, .services, '
                + '.notice, .promise, .head, body');
            if (!inside(e, box) || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0) {
              wrong.push(e.className + ':' + e.textContent.slice(0, 20));
            }
          }
          return wrong;
        })()\
        """);
  }

  /** The height of the ink of the smallest of the large numbers, as a share of the screen's. */
  double inkOfLargest() throws Exception {
    return number(
        """
        Math.min(...[...document.querySelectorAll('.call-number')].map(e => {
          const pen = document.createElement('canvas').getContext('2d');
          const style = getComputedStyle(e);
          pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
          return pen.measureText('0').actualBoundingBoxAscent / innerHeight;
        }))\
        """);
  }

  /** The same of its letters' size. */
  double sizeOfLargest() throws Exception {
    return number(
        "Math.min(...[...document.querySelectorAll('.call-number')].map(e =>"
            + " parseFloat(getComputedStyle(e).fontSize))) / innerHeight");
  }

  /** The smallest text that shows, as a share of the screen's short side. */
  double smallestText() throws Exception {
    return number(
        "Math.min(...[...document.querySelectorAll('body *')].filter(e => e.offsetHeight > 0"
            + " && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
            + ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
            + " / Math.min(innerWidth, innerHeight)");
  }

  private double number(String expression) throws Exception {
    return Double.parseDouble(value(expression));
  }
}
