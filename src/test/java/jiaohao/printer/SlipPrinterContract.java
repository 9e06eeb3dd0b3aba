package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import jiaohao.health.Fault;
import jiaohao.printer.Outcome.Tier;
import jiaohao.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every slip printer does, whatever line it is on; in real time. */
abstract class SlipPrinterContract {
  private SlipPrinter driver;

  /** A driver, newly connected to {@link #paper}. */
  abstract SlipPrinter connect() throws Exception;

  abstract SimulatedPrinter paper();

  abstract void hangUp() throws Exception;

  abstract void comeBack() throws Exception;

  @BeforeEach
  void open() throws Exception {
    driver = connect();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aSlipIsOnPaperWhenItIsConfirmed() {
    assertEquals(new Outcome.Printed(Tier.A), driver.print(Slips.ordinary()));
    assertEquals(
        SlipLayoutTest.printed(80, Slips.ordinary()).text(), paper().slips().getFirst().text());
  }

  @Test
  void aTroubleShowsAndKeepsTheSlipUntilItIsPutRight() throws Exception {
    paper().trouble(Trouble.PAPER_END);
    Await.until("paper end", () -> driver.faults().equals(Set.of(Fault.PAPER_END)));
    assertEquals(new Outcome.Kept(Fault.PAPER_END), driver.print(Slips.ordinary()));
    paper().trouble(Trouble.NONE);
    Await.until("no fault", () -> driver.faults().isEmpty());
    assertEquals(new Outcome.Printed(Tier.A), driver.print(Slips.reprint()));
    assertEquals(List.of("补打"), paper().slips().getLast().marks());
    assertEquals(1, paper().slips().size());
  }

  @Test
  void aLostLineIsOfflineAndComesBackByItself() throws Exception {
    hangUp();
    Await.until("offline", () -> driver.faults().equals(Set.of(Fault.OFFLINE)));
    assertInstanceOf(Outcome.Kept.class, driver.print(Slips.ordinary()));
    comeBack();
    Await.until("no fault", () -> driver.faults().isEmpty());
    assertEquals(new Outcome.Printed(Tier.A), driver.print(Slips.ordinary()));
  }
}
