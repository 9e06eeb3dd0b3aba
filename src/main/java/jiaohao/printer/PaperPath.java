package jiaohao.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What stands under the simulated print head: the modes, the line being composed, the slip. */
final class PaperPath {
  private final int widthDots;
  private final List<Strip> strips = new ArrayList<>();
  private final List<String> qrCodes = new ArrayList<>();
  private final List<Strip.Run> line = new ArrayList<>();
  private int lineDots;
  private Alignment alignment;
  private boolean bold;
  private int width;
  private int height;
  private int qrModuleDots;
  private char qrCorrection;
  private byte[] qrContent = {};

  PaperPath(int widthDots) {
    this.widthDots = widthDots;
    initialize();
  }

  /**
   * Does what the command says.
   *
   * @return dots of paper moved
   */
  int obey(EscPosCommand command) {
    return switch (command) {
      case EscPosCommand.Letter letter -> letter(letter.letter());
      case EscPosCommand.LineFeed feed -> printLine();
      case EscPosCommand.FeedLines feed -> printLine() + blank(feed.lines() * SlipLayout.LINE_DOTS);
      case EscPosCommand.FeedDots feed -> (line.isEmpty() ? 0 : printLine()) + blank(feed.dots());
      case EscPosCommand.Cut cut -> (line.isEmpty() ? 0 : printLine()) + feedToCutter(cut);
      case EscPosCommand.Raster raster ->
          picture(
              new Strip.Picture(raster.widthBytes(), raster.height(), raster.rows(), alignment));
      case EscPosCommand.StoredPicture stored -> picture(StoredPictures.of(alignment));
      case EscPosCommand.QrPrint print -> qrCode();
      default -> mode(command);
    };
  }

  /** The power-on modes; the line being composed is lost. */
  void initialize() {
    dropLine();
    alignment = Alignment.LEFT;
    bold = false;
    width = 1;
    height = 1;
    qrModuleDots = 3;
    qrCorrection = 'L';
  }

  void dropLine() {
    line.clear();
    lineDots = 0;
  }

  /** Whether the piece of paper in the printer has anything on it. */
  boolean printed() {
    return strips.stream().anyMatch(strip -> !(strip instanceof Strip.Blank));
  }

  /** The piece of paper leaves the printer. */
  PrintedSlip take(boolean cut) {
    PrintedSlip slip = new PrintedSlip(strips, qrCodes, cut, widthDots);
    strips.clear();
    qrCodes.clear();
    return slip;
  }

  private int mode(EscPosCommand command) {
    switch (command) {
      case EscPosCommand.Initialize initialize -> initialize();
      case EscPosCommand.Align align -> alignment = line.isEmpty() ? align.alignment() : alignment;
      case EscPosCommand.Bold wanted -> bold = wanted.on();
      case EscPosCommand.Size size -> {
        width = size.width();
        height = size.height();
      }
      case EscPosCommand.QrModule module -> qrModuleDots = Math.clamp(module.dots(), 1, 16);
      case EscPosCommand.QrCorrection correction -> qrCorrection = correction.level();
      case EscPosCommand.QrStore store -> qrContent = store.content();
      default -> {} // asks are the printer's affair, unknown bytes nobody's
    }
    return 0;
  }

  private int letter(String letter) {
    int dots = Columns.of(letter) * 12 * width;
    int moved = lineDots + dots > widthDots ? printLine() : 0;
    Strip.Run last = line.isEmpty() ? null : line.removeLast();
    if (last != null && last.width() == width && last.height() == height && last.bold() == bold) {
      line.add(new Strip.Run(last.text() + letter, width, height, bold));
    } else {
      if (last != null) {
        line.add(last);
      }
      line.add(new Strip.Run(letter, width, height, bold));
    }
    lineDots += dots;
    return moved;
  }

  private int printLine() {
    if (line.isEmpty()) {
      return blank(SlipLayout.LINE_DOTS);
    }
    int tallest = line.stream().mapToInt(Strip.Run::height).max().orElse(1);
    int dots = Math.max(SlipLayout.LINE_DOTS, SlipLayout.CHARACTER_DOTS * tallest);
    strips.add(new Strip.Line(line, alignment, dots));
    dropLine();
    return dots;
  }

  private int blank(int dots) {
    if (dots > 0) {
      strips.add(new Strip.Blank(dots));
    }
    return dots;
  }

  private int feedToCutter(EscPosCommand.Cut cut) {
    return cut.feedsFirst() ? SlipLayout.CUT_FEED_DOTS : 0; // white at the next slip's top
  }

  private int picture(Strip.Picture picture) {
    strips.add(picture);
    return picture.heightDots();
  }

  private int qrCode() {
    if (qrContent.length == 0) {
      return 0;
    }
    Strip.Picture dots = QrDots.of(qrContent, qrCorrection, qrModuleDots, alignment);
    qrCodes.add(new String(qrContent, StandardCharsets.ISO_8859_1));
    return picture(dots);
  }
}
