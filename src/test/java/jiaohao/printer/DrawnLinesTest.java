package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jiaohao.config.DeviceFile.Charset;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;
import jiaohao.health.Fault;
import org.junit.jupiter.api.Test;

/** Lines with characters that a printer does not have. */
class DrawnLinesTest {
  /** 㐂 is in GB18030 alone; 年检 in GB2312 as well. */
  private static final Text RARE = Text.same("㐂年检");

  private static final Typeface BLOCKS = new Blocks();

  private static Slip slip(Text service) {
    Slip usual = Slips.ordinary();
    return new Slip(
        usual.hall(),
        usual.number(),
        service,
        usual.turn(),
        usual.papers(),
        usual.issuedAt(),
        usual.qr(),
        usual.look(),
        SlipTemplate.USUAL);
  }

  private static PrintedSlip printed(Charset charset, Typeface typeface, Slip slip) {
    PaperPath paper = new PaperPath(576);
    EscPosReader.readAll(SlipLayout.setUp().toBytes()).forEach(paper::obey);
    Job job = new SlipLayout(80, charset, typeface).lay(slip);
    int dots = EscPosReader.readAll(job.bytes()).stream().mapToInt(paper::obey).sum();
    assertEquals(job.paperDots(), dots);
    return paper.take(true);
  }

  private static List<Strip.Picture> pictures(PrintedSlip slip) {
    return slip.strips().stream()
        .flatMap(strip -> strip instanceof Strip.Picture drawn ? Stream.of(drawn) : Stream.empty())
        .toList();
  }

  @Test
  void aLineWithARareCharacterIsDrawnAsAWhole() {
    PrintedSlip slip = printed(Charset.GB2312, BLOCKS, slip(RARE));
    assertFalse(slip.text().contains("年检"), slip.text());
    assertTrue(slip.text().contains("前面5位"), slip.text());
    Strip.Picture line = pictures(slip).getFirst();
    assertEquals(48, line.heightDots());
    assertEquals(6 * 24 / 8, line.widthBytes());
    assertEquals(Alignment.CENTRE, line.alignment());
    assertArrayEquals(BLOCKS.draw("㐂年检", 2).orElseThrow().rows(), line.rows());
  }

  @Test
  void aPrinterWithAllOfTheStandardDrawsItItself() {
    PrintedSlip slip = printed(Charset.GB18030, Typeface.NONE, slip(RARE));
    assertTrue(slip.text().contains("㐂年检"), slip.text());
  }

  @Test
  void aPrinterWithoutChineseGetsEveryChineseLineDrawn() {
    PrintedSlip slip = printed(Charset.ASCII, BLOCKS, Slips.ordinary());
    assertEquals("A012\n2026-11-22 09:15", slip.text());
    assertEquals(6, pictures(slip).size()); // five lines and the QR code
    List<EscPosCommand> commands =
        EscPosReader.readAll(new SlipLayout(80, Charset.ASCII, BLOCKS).lay(slip(RARE)).bytes());
    assertTrue(commands.stream().noneMatch(EscPosCommand.Chinese.class::isInstance));
  }

  @Test
  void nothingChangesForALineThatThePrinterHas() {
    assertArrayEquals(
        new SlipLayout(80).lay(Slips.ordinary()).bytes(),
        new SlipLayout(80, Charset.GB2312, BLOCKS).lay(Slips.ordinary()).bytes());
  }

  @Test
  void aTallPictureGoesOutInBandsOf128Rows() {
    byte[] bytes = new EscPos().raster(BLOCKS.draw("车", 8).orElseThrow()).toBytes();
    List<EscPosCommand> bands = EscPosReader.readAll(bytes);
    assertEquals(
        List.of(128, 64),
        bands.stream().map(band -> ((EscPosCommand.Raster) band).height()).toList());
  }

  @Test
  void withoutAFontThereAreQuestionMarksAndAFaultThatSaysWhatToInstall() {
    VirtualTime time = new VirtualTime();
    SimulatedPrinter paper =
        new SimulatedPrinter(PrinterModel.of(9600, 80), time.clock(), time.pause());
    SlipLayout layout = new SlipLayout(80, Charset.GB2312, Typeface.NONE);
    try (SerialSlipPrinter driver =
        new SerialSlipPrinter(paper::connect, 9600, layout, time.clock(), time.pause())) {
      driver.print(slip(RARE));
      assertTrue(paper.slips().getLast().text().contains("\n?年检\n"));
      assertEquals(Set.of(Fault.NO_FONT), driver.faults());
    }
    assertTrue(Fault.NO_FONT.remedy("zh").contains("fonts-wqy-zenhei"));
  }

  @Test
  void theFontOfTheBoxFillsThePrintersCells() {
    Optional<Dots> drawn = new InstalledTypeface().draw("车A", 2);
    assumeTrue(drawn.isPresent(), "no Chinese font on this machine");
    assertEquals(9, drawn.get().widthBytes());
    assertEquals(48, drawn.get().height());
    int black = 0;
    for (byte eight : drawn.get().rows()) {
      black += Integer.bitCount(eight & 0xFF);
    }
    assertTrue(black > 200 && black < 1500, black + " black dots");
  }

  @Test
  void aCharacterThatNoFontHasIsNotDrawn() {
    assertEquals(Optional.empty(), new InstalledTypeface().draw("\uDBFF\uDFFD", 1));
  }
}
