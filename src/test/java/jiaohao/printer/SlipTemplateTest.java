package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.SlipTemplate.Line;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;

/** What a hall lets stand on its slips. */
class SlipTemplateTest {
  private static final List<Text> FOOTER =
      List.of(Text.of("咨询电话 12123", "Help: 12123"), Text.same("www.example.cn"));

  private static SlipTemplate template(OptionalInt logo, List<Text> footer, Line... lines) {
    return new SlipTemplate(List.of(lines), true, logo, footer);
  }

  private static String text(SlipTemplate template) {
    return SlipLayoutTest.printed(80, Slips.setOut(template)).text();
  }

  @Test
  void theLinesStandInTheOrderOfTheHall() {
    SlipTemplate template =
        template(OptionalInt.empty(), FOOTER, Line.TIME, Line.NUMBER, Line.FOOTER, Line.SERVICE);
    assertEquals(
        """
        2026-11-22 09:15
        A012
        咨询电话 12123
        Help: 12123
        www.example.cn
        年检
        Annual inspection\
        """,
        text(template));
  }

  @Test
  void theNumberAloneIsASlip() {
    assertEquals("A012", text(template(OptionalInt.empty(), List.of(), Line.NUMBER)));
  }

  @Test
  void theLogoCostsFourBytes() {
    SlipTemplate with = template(OptionalInt.of(2), List.of(), Line.LOGO, Line.NUMBER);
    String bytes = HexFormat.of().formatHex(bytes(with));
    assertTrue(bytes.contains("1c700200"), bytes);
    PrintedSlip slip = SlipLayoutTest.printed(58, Slips.setOut(with));
    assertEquals(
        StoredPictures.of(Alignment.CENTRE).heightDots(), slip.strips().getFirst().heightDots());
  }

  @Test
  void aLineWithNothingToSayTakesNoPaper() {
    SlipTemplate without = template(OptionalInt.empty(), List.of(), Line.NUMBER);
    SlipTemplate empty =
        template(OptionalInt.empty(), List.of(), Line.LOGO, Line.NUMBER, Line.FOOTER);
    assertEquals(HexFormat.of().formatHex(bytes(without)), HexFormat.of().formatHex(bytes(empty)));
  }

  private static byte[] bytes(SlipTemplate template) {
    return new SlipLayout(58).lay(Slips.setOut(template)).bytes();
  }
}
