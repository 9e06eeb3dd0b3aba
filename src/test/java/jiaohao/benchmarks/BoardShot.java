package jiaohao.benchmarks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import jiaohao.board.Board;
import jiaohao.board.Picture;
import jiaohao.board.Shown;
import jiaohao.board.SimulatedBoard;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;

/**
 * Draws the README's picture of the boards, from the bytes that the drivers send. Arguments: {@code
 * [FILE]}, device/board.png by default.
 */
public final class BoardShot {
  private static final int GAP = 14;
  private static final Color PAPER = new Color(0xF4F2EE);

  private BoardShot() {}

  /** Draws and writes. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args.length > 0 ? args[0] : "device/board.png");
    Picture calls = Picture.of(List.of(new Shown("A012", 3, false), new Shown("C007", 12, false)));
    Picture.Around morning =
        new Picture.Around(false, List.of("zh", "en"), "08:30", List.of("城北机动车检测站"), 5);
    Picture idle = new Picture(List.of(), false, List.of(), false, "", morning, 4, 0);
    List<BufferedImage> boards = new ArrayList<>();
    boards.add(drawn(64, 4, calls));
    boards.add(drawn(64, 4, idle));
    boards.add(drawn(16, 2, calls.at(2300)));
    ImageIO.write(stacked(boards), "png", file.toFile());
  }

  private static BufferedImage drawn(int chips, int rows, Picture picture) throws Exception {
    DeviceFile.Board file =
        new DeviceFile.Board(
            "board",
            DeviceFile.SIMULATED,
            chips,
            Face.MATRIX,
            Set.of(),
            new Layout(rows, Order.SNAKE, 90));
    SimulatedBoard simulated = new SimulatedBoard(file);
    try (Board board = simulated.open()) {
      board.show(picture.at(0));
      board.show(picture);
      return ImageIO.read(new ByteArrayInputStream(simulated.png()));
    }
  }

  private static BufferedImage stacked(List<BufferedImage> boards) {
    int width = boards.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    int height = boards.stream().mapToInt(board -> board.getHeight() + GAP).sum() - GAP;
    BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = all.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, width, height);
    int top = 0;
    for (BufferedImage board : boards) {
      pen.drawImage(board, (width - board.getWidth()) / 2, top, null);
      top += board.getHeight() + GAP;
    }
    pen.dispose();
    return all;
  }
}
