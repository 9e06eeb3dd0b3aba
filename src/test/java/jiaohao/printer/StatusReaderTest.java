package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusReaderTest {
  private final StatusReader reader = new StatusReader();

  private List<Reply> read(int... bytes) {
    List<Reply> replies = new ArrayList<>();
    for (int one : bytes) {
      reader.read((byte) one, 0).ifPresent(replies::add);
    }
    return replies;
  }

  @Test
  void everyKindOfReplyIsToldApart() {
    assertEquals(List.of(new Reply.Automatic(0x38, 0x08, 0x0F)), read(0x38, 0x08, 0x0F, 0x0F));
    assertEquals(List.of(new Reply.Paper(0x03)), read(0x03));
    assertEquals(List.of(new Reply.RealTime(0x1A)), read(0x1A));
    assertEquals(List.of(new Reply.ProcessId("0042")), read(0x37, 0x22, '0', '0', '4', '2', 0));
    assertEquals(List.of(new Reply.Block()), read(0x37, 0x25, 0));
    assertEquals(List.of(new Reply.Flow(true), new Reply.Flow(false)), read(0x11, 0x13));
  }

  @Test
  void anAnswerInTheMidstOfAutomaticStatusIsReadForItself() {
    assertEquals(
        List.of(new Reply.RealTime(0x12), new Reply.Flow(false), new Reply.Automatic(0x18, 0, 0)),
        read(0x18, 0x12, 0x00, 0x13, 0x00, 0x0F));
  }

  @Test
  void aTicketNotYetTornAwayIsStillAnAnswer() {
    assertEquals(List.of(new Reply.RealTime(0x92)), read(0x92));
  }

  @Test
  void aReplyBrokenOffDoesNotSwallowTheNext() {
    assertEquals(List.of(), read(0x37, 0x22, '0'));
    long later = TimeUnit.SECONDS.toNanos(1);
    assertEquals(new Reply.Paper(0), reader.read((byte) 0, later).orElseThrow());
  }

  @Test
  void noNoiseStopsTheReaderForLong() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int n = 0; n < 10_000; n++) {
      read(random.nextInt(256));
    }
    assertEquals(
        new Reply.RealTime(0x12),
        reader.read((byte) 0x12, TimeUnit.SECONDS.toNanos(2)).orElseThrow(),
        "seed " + seed);
  }
}
