package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import jiaohao.hall.Notice;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;

class HandoutLayoutTest {
  private static final List<Text> PAPERS =
      List.of(
          Text.of("行驶证正副本", "both parts of the licence"),
          Text.of("检测报告", "inspection report"),
          Text.of("外检单", "exterior check sheet"),
          Text.of("有效的交强险副本", "copy of the valid compulsory insurance"));

  private static final List<Text> CHECKS =
      List.of(Text.of("关闭电源", "Power off"), Text.of("锁好门窗", "Doors and windows locked"));

  private static final List<Text> FINDINGS =
      List.of(Text.of("纸快用完了:准备新纸卷", "Paper nearly used up: have a new roll ready"));

  private static Handout handout(
      Notice.Kind kind, List<Text> items, String language, boolean reprint) {
    return handout(kind, items, Looks.of(language, false, reprint));
  }

  static Handout handout(Notice.Kind kind, List<Text> items, Look look) {
    boolean staffs = !kind.ofTicket();
    return new Handout(
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        kind,
        staffs ? "" : "A012",
        staffs ? Text.of("城北", "North") : Text.of("出证", "Certificate"),
        items,
        LocalDateTime.of(2026, 11, 22, 17, 15),
        look);
  }

  /** With what the hall lists for it. */
  static Handout handout(Notice.Kind kind, Look look) {
    List<Text> items =
        switch (kind) {
          case CLOSING -> CHECKS;
          case SELF_TEST -> FINDINGS;
          default -> PAPERS;
        };
    return handout(kind, items, look);
  }

  private static String printed(int width, Handout handout) {
    return SlipLayoutTest.printed(width, handout).text();
  }

  @Test
  void theCustomerIsToldWhatToTakeAlong() {
    assertEquals(
        """
        城北机动车检测站
        A012
        出证
        办理后请携带以下材料
        - 行驶证正副本
        - 检测报告
        - 外检单
        - 有效的交强险副本
        2026-11-22 17:15\
        """,
        printed(80, handout(Notice.Kind.AFTERWARDS, PAPERS, "zh", false)));
  }

  @Test
  void theClerkTicksWhatIsMissing() {
    assertEquals(
        """
        城北机动车检测站
        A012
        出证
        还缺(请勾选)
        □ 行驶证正副本
        □ 检测报告
        □ 外检单
        □ 有效的交强险副本
        补齐后请持本单到服务台
        2026-11-22 17:15\
        """,
        printed(58, handout(Notice.Kind.MISSING, PAPERS, "zh", false)));
  }

  @Test
  void theSameInEnglish() {
    assertEquals(
        """
        North Vehicle Inspection
        A012
        Certificate
        Still missing (tick)
        □ both parts of the licence
        □ inspection report
        □ exterior check sheet
        □ copy of the valid compulsory insurance
        When complete, bring this slip back
        2026-11-22 17:15\
        """,
        printed(80, handout(Notice.Kind.MISSING, PAPERS, "en", false)));
    assertTrue(
        printed(80, handout(Notice.Kind.AFTERWARDS, PAPERS, "en", false))
            .contains("Take these with you afterwards\n- both parts"));
  }

  @Test
  void whereNoPapersAreListedThereIsALineToWriteOn() {
    String text = printed(80, handout(Notice.Kind.MISSING, List.of(), "zh", false));
    assertTrue(text.contains("\n□ ____"), text);
  }

  @Test
  void theChecklistIsDatedAndSigned() {
    assertEquals(
        """
        城北机动车检测站
        关闭检查
        □ 关闭电源
        □ 锁好门窗
        2026-11-22 17:15
        签名:___________\
        """,
        printed(58, handout(Notice.Kind.CLOSING, CHECKS, "zh", false)));
  }

  @Test
  void aNoticeThatMayBeOnPaperAlreadyIsMarked() {
    for (Handout handout : variants(true)) {
      assertTrue(SlipLayoutTest.printed(58, handout).marks().contains("补打"));
    }
    for (Handout handout : variants(false)) {
      assertEquals(List.of(), SlipLayoutTest.printed(58, handout).marks());
    }
  }

  @Test
  void aLongItemGoesOnUnderItsFirstWord() {
    List<Text> items = List.of(Text.same("a copy of the valid compulsory insurance policy"));
    String text = printed(58, handout(Notice.Kind.MISSING, items, "en", false));
    assertTrue(text.contains("□ a copy of the valid\n   compulsory insurance policy"), text);
  }

  @Test
  void noLineIsWiderThanThePaperAndTheLengthIsKnown() {
    for (int width : List.of(58, 80)) {
      for (Handout handout : variants(true)) {
        PaperPath paper = new PaperPath(PrinterModel.of(9600, width).widthDots());
        Job job = new SlipLayout(width).lay(handout);
        int dots = EscPosReader.readAll(job.bytes()).stream().mapToInt(paper::obey).sum();
        assertEquals(job.paperDots(), dots);
        for (Strip strip : paper.take(true).strips()) {
          assertTrue(!(strip instanceof Strip.Line line) || line.widthDots() <= width * 8);
        }
      }
    }
  }

  @Test
  void aNoticeTakesFewBytes() {
    for (Handout handout : variants(false)) {
      int bytes = new SlipLayout(80).lay(handout).bytes().length;
      int most = handout.look().second().isPresent() ? 490 : 300;
      assertTrue(bytes <= most, bytes + " for " + handout);
    }
  }

  @Test
  void theSlipAfterANoticeIsAsAnyOther() {
    PaperPath paper = new PaperPath(576);
    SlipLayout layout = new SlipLayout(80);
    EscPosReader.readAll(SlipLayout.setUp().toBytes()).forEach(paper::obey);
    for (Handout handout : variants(false)) {
      EscPosReader.readAll(layout.lay(handout).bytes()).forEach(paper::obey);
      paper.take(true);
      EscPosReader.readAll(layout.lay(Slips.ordinary()).bytes()).forEach(paper::obey);
      assertEquals(
          SlipLayoutTest.printed(80, Slips.ordinary()).strips().size(),
          paper.take(true).strips().size());
    }
  }

  @Test
  void bothLanguagesStandTogether() {
    assertEquals(
        """
        城北机动车检测站
        North Vehicle Inspection
        关闭检查
        Closing check
        □ 关闭电源
           Power off
        □ 锁好门窗
           Doors and windows locked
        2026-11-22 17:15
        签名 Signed: ___________\
        """,
        printed(80, handout(Notice.Kind.CLOSING, CHECKS, Looks.of("zh+en", false, false))));
    String missing =
        printed(58, handout(Notice.Kind.MISSING, PAPERS, Looks.of("en+zh", false, true)));
    assertTrue(missing.contains("A012\nCertificate\n出证\n补打 REPRINT\n"), missing);
    assertTrue(missing.contains("□ inspection report\n   检测报告\n"), missing);
  }

  private static List<Handout> variants(boolean reprint) {
    List<Handout> all = new ArrayList<>();
    for (Look look : Looks.all()) {
      if (look.reprint() == reprint) {
        for (Notice.Kind kind : Notice.Kind.values()) {
          all.add(handout(kind, look));
        }
      }
    }
    return all;
  }
}
