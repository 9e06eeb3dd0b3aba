package jiaohao.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jiaohao.board.MatrixLines.Item;
import jiaohao.board.MatrixLines.Placed;
import jiaohao.board.MatrixLines.Scene;
import jiaohao.config.DeviceFile.Layout;

/**
 * A board of 8×8 modules. Two rows of them are one line of 16×16 characters, a call a line: {@code
 * A012 → 3号窗口}. A 64×16 panel is 16 chips: 13 frames of 32 bytes, 3.3 ms at 1 MHz.
 *
 * <p>A blinking call is made dark with the shutdown register of its line's chips, unless its text
 * is on the move.
 */
public final class MatrixBoard implements Board {
  /** Rows of chips that one line of characters takes. */
  public static final int ROWS_A_LINE = BitmapFont.HEIGHT / Panel.SIDE;

  private final Chain chain;
  private final Panel panel;
  private final BitmapFont font;
  private final MatrixLines lines;
  private List<String> told = List.of();
  private long sinceMillis;

  /**
   * Takes over the bus, and closes it when closed itself.
   *
   * @param chips in the chain, 1–64
   * @param layout with an even number of rows
   */
  public MatrixBoard(Spi spi, int chips, Layout layout, BitmapFont font) {
    this.chain = new Chain(spi, chips);
    this.panel = new Panel(chips, layout);
    this.font = font;
    this.lines = new MatrixLines(panel.width(), layout.rows() / ROWS_A_LINE, font::width);
  }

  @Override
  public long show(Picture picture) throws IOException {
    beginAnew(picture);
    Scene scene = lines.at(items(picture), Math.max(0, picture.millis() - sinceMillis));
    int[][] registers = panel.registers(drawn(scene));
    chain.show(
        picture.brightness(),
        chip -> picture.dark() && blinks(scene, chip) ? 0 : 1,
        (chip, digit) -> registers[chip][digit]);
    return scene.stayMillis();
  }

  /** The first turn is that of the news; a minute or a customer more is none. */
  private void beginAnew(Picture picture) {
    List<String> telling =
        Stream.concat(
                picture.calls().stream().map(call -> call.number() + " " + call.counter()),
                picture.notices().stream())
            .toList();
    if (!telling.equals(told)) {
      told = telling;
      sinceMillis = picture.millis();
    }
  }

  private List<Item> items(Picture picture) {
    Picture.Around around = picture.around();
    if (around.starting()) {
      return still(Words.starting(around.languages()));
    }
    if (picture.urgent()) {
      return still(picture.notices());
    }
    List<Item> items = new ArrayList<>();
    picture.calls().forEach(call -> items.add(call(call, language(around))));
    items.addAll(still(picture.notices()));
    boolean roomLeft = items.size() < panel.height() / BitmapFont.HEIGHT;
    if (picture.calls().isEmpty() || roomLeft) {
      items.addAll(idle(around, picture.calls().isEmpty()));
    }
    return items;
  }

  private Item call(Shown call, String language) {
    String spaced = Words.call(call, language, true);
    boolean fits = font.width(spaced) <= panel.width();
    return new Item(
        fits ? spaced : Words.call(call, language, false), call.blinking(), false, false);
  }

  private static List<Item> still(List<String> texts) {
    return texts.stream().map(text -> new Item(text, false, false, true)).toList();
  }

  /** Time and count in one, where that fits; the hall's name where nobody is called. */
  private List<Item> idle(Picture.Around around, boolean named) {
    String waiting = around.waiting() > 0 ? Words.waiting(around.waiting(), language(around)) : "";
    String both = (around.clock() + " " + waiting).strip();
    List<String> texts = new ArrayList<>();
    if (font.width(both) > panel.width()) {
      texts.addAll(List.of(around.clock(), waiting));
    } else if (!both.isEmpty()) {
      texts.add(both);
    }
    List<Item> items = new ArrayList<>();
    texts.forEach(text -> items.add(new Item(text, false, named && items.isEmpty(), true)));
    items.addAll(still(named ? around.names() : List.of()));
    return items;
  }

  private static String language(Picture.Around around) {
    return around.languages().isEmpty() ? "zh" : around.languages().getFirst();
  }

  private Dots drawn(Scene scene) {
    Dots dots = new Dots(panel.width(), panel.height());
    for (int line = 0; line < scene.placed().size(); line++) {
      Placed placed = scene.placed().get(line);
      font.draw(placed.item().text(), dots, placed.left(), line * BitmapFont.HEIGHT);
    }
    return dots;
  }

  private boolean blinks(Scene scene, int chip) {
    int line = panel.row(chip) / ROWS_A_LINE;
    return line < scene.placed().size()
        && scene.placed().get(line).item().fresh()
        && scene.placed().get(line).left() >= 0;
  }

  @Override
  public void close() {
    chain.close();
  }
}
