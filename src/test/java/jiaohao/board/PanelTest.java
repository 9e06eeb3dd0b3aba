package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
  /** A dot near the top left corner, one right and two down, and where turning takes it. */
  @ParameterizedTest
  @CsvSource({"0, 2, 0x40", "90, 6, 0x20", "180, 5, 0x02", "270, 1, 0x04"})
  void aTurnedModuleIsDrivenSoThatThePictureStandsUpright(int rotation, int register, String bit) {
    Dots picture = new Dots(8, 8);
    picture.light(1, 2);
    int[][] registers = panel(1, 1, Order.ROWS, rotation).registers(picture);
    assertEquals(Integer.decode(bit), registers[0][register]);
  }

  @Test
  void rowsRunFromLeftToRight() {
    Panel panel = panel(6, 2, Order.ROWS, 0);
    assertEquals(24, panel.width());
    assertEquals(16, panel.height());
    assertEquals(2, panel.chip(16, 0));
    assertEquals(3, panel.chip(0, 8));
    assertEquals(5, panel.chip(23, 15));
  }

  @Test
  void aSnakeComesBack() {
    Panel panel = panel(6, 2, Order.SNAKE, 0);
    assertEquals(2, panel.chip(16, 7));
    assertEquals(3, panel.chip(16, 8));
    assertEquals(5, panel.chip(0, 8));
    assertEquals(1, panel.row(5));
  }

  @Test
  void everyPictureIsReadBackWhateverTheLayout() {
    Random random = new Random(7219);
    for (Order order : Order.values()) {
      for (int rotation = 0; rotation < 360; rotation += 90) {
        Panel panel = panel(16, 4, order, rotation);
        Dots picture = new Dots(panel.width(), panel.height());
        for (int dot = 0; dot < 300; dot++) {
          picture.light(random.nextInt(panel.width()), random.nextInt(panel.height()));
        }
        assertEquals(picture, panel.dots(panel.registers(picture)), order + " " + rotation);
      }
    }
  }

  private static Panel panel(int chips, int rows, Order order, int rotation) {
    return new Panel(chips, new Layout(rows, order, rotation));
  }
}
