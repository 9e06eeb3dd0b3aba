package jiaohao.printer;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;
import jiaohao.health.Fault;

/**
 * Prints slips over a serial line and finds out, as surely as this printer lets it, whether they
 * are on paper. It never waits for a status before it prints, and learns how the printer confirms,
 * so that a slip costs no more time than it must.
 */
public final class SerialSlipPrinter implements SlipPrinter {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Slow kiosk printers feed 60 mm a second. */
  private static final long DOT_NANOS =
      TimeUnit.SECONDS.toNanos(1) / (60L * Job.DOTS_PER_MILLIMETRE);

  private static final long CUT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** One that has confirmed before is given so much longer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private static final Slip SAMPLE =
      new Slip(
          Text.same("叫号"),
          "A001",
          Text.same("业务"),
          Slip.Turn.behind(0),
          List.of(Text.same("证件")),
          LocalDateTime.of(2026, 1, 1, 0, 0),
          "0123456789ABC",
          Look.in("zh"),
          SlipTemplate.USUAL);

  private final PrinterLink link;
  private final SlipLayout layout;
  private final Clock clock;
  private final Pause pause;
  private int processId;
  private boolean rehearsed;

  /**
   * A printer that is opened once it is wanted.
   *
   * @param source the port, and the port again after it was lost
   * @param baud of the port
   * @param widthMillimetres of the paper, 58 or 80
   * @param charset characters the printer has
   */
  public SerialSlipPrinter(
      PortSource source, int baud, int widthMillimetres, DeviceFile.Charset charset, Clock clock) {
    this(
        source,
        baud,
        new SlipLayout(widthMillimetres, charset, new InstalledTypeface()),
        clock,
        Pause.SLEEP);
  }

  /** A printer that has every character. */
  public SerialSlipPrinter(PortSource source, int baud, int widthMillimetres, Clock clock) {
    this(source, baud, widthMillimetres, DeviceFile.Charset.GB18030, clock);
  }

  SerialSlipPrinter(PortSource source, int baud, SlipLayout layout, Clock clock, Pause pause) {
    this.link = new PrinterLink(source, baud, clock);
    this.layout = layout;
    this.clock = clock;
    this.pause = pause;
    this.processId = Math.floorMod(clock.wall().getEpochSecond(), 10_000);
  }

  @Override
  public Outcome print(Sheet sheet) {
    link.prepare();
    if (link.lost()) {
      return new Outcome.Kept(Fault.OFFLINE);
    }
    Optional<Fault> stop = link.condition().stop();
    if (stop.isPresent()) {
      askAndWait(); // perhaps it has just been put right
      stop = link.condition().stop();
    }
    if (stop.isPresent()) {
      return new Outcome.Kept(stop.get());
    }
    link.prepare();
    awaitUntil(link.settledNanos());
    return send(layout.lay(sheet));
  }

  @Override
  public Set<Fault> faults() {
    rehearse();
    link.tend();
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    faults.addAll(link.faults());
    if (layout.lacksFont()) {
      faults.add(Fault.NO_FONT);
    }
    return faults;
  }

  /** Loads what laying out a slip needs before the first customer waits for it. */
  private void rehearse() {
    if (!rehearsed) {
      rehearsed = true;
      layout.lay(SAMPLE);
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private Outcome send(Job job) {
    processId = (processId + 1) % 10_000;
    String id = String.format("%04d", processId);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    bytes.writeBytes(job.bytes());
    bytes.writeBytes(new EscPos().processId(id).askPaper().toBytes());
    link.send(bytes.toByteArray());
    return new Confirmation(id, job).outcome();
  }

  /** Whether the printer has answered all four questions. */
  private boolean askAndWait() {
    link.listen();
    if (link.condition().answered()) {
      link.ask();
    }
    long until = Math.max(link.lineFreeNanos(), clock.nanos()) + ANSWER_NANOS;
    while (!link.condition().answered()
        && clock.nanos() < until
        && !link.lost()
        && !interrupted()) {
      pause.of(POLL_NANOS);
      link.listen();
    }
    return link.condition().speaks() && link.condition().answered();
  }

  private void awaitUntil(long nanos) {
    while (clock.nanos() < nanos && !interrupted()) {
      pause.of(POLL_NANOS);
      link.listen();
    }
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** The wait for one slip to be on paper. */
  private final class Confirmation {
    private final String id;
    private final long printedNanos;
    private boolean complete;
    private boolean reached;

    Confirmation(String id, Job job) {
      this.id = id;
      this.printedNanos = link.lineFreeNanos() + job.paperDots() * DOT_NANOS + CUT_NANOS;
    }

    Outcome outcome() {
      while (!interrupted()) {
        link.listen().forEach(this::heard);
        Optional<Outcome> known = known();
        if (known.isPresent()) {
          return known.get();
        }
        if (clock.nanos() >= limitNanos()) {
          break;
        }
        pause.of(POLL_NANOS);
      }
      return asSureAsItGets();
    }

    private void heard(Reply reply) {
      complete |= reply instanceof Reply.ProcessId block && block.id().equals(id);
      reached |= reply instanceof Reply.Paper;
    }

    private Optional<Outcome> known() {
      if (complete) {
        return Optional.of(new Outcome.Printed(Outcome.Tier.A));
      }
      if (link.lost()) {
        link.lostInSlip();
        return Optional.of(new Outcome.Kept(Fault.OFFLINE));
      }
      Optional<Fault> stop = link.condition().stop();
      if (stop.isPresent()) {
        return Optional.of(kept(stop.get()));
      }
      return reached && link.condition().confirms().equals(Optional.of(Outcome.Tier.B))
          ? Optional.of(new Outcome.Printed(Outcome.Tier.B))
          : Optional.empty();
    }

    private long limitNanos() {
      boolean promised = link.condition().confirms().isPresent() && link.condition().speaks();
      return printedNanos + (promised ? PATIENCE_NANOS : MARGIN_NANOS);
    }

    private Outcome asSureAsItGets() {
      if (reached) {
        link.condition().confirmsByPaperStatusOnly();
        return new Outcome.Printed(Outcome.Tier.B);
      }
      if (!link.condition().speaks()) {
        return new Outcome.Printed(Outcome.Tier.D);
      }
      boolean clean = cleanTwice();
      return known().orElse(new Outcome.Printed(clean ? Outcome.Tier.C : Outcome.Tier.D));
    }

    private boolean cleanTwice() {
      return askAndWait() && link.condition().stop().isEmpty() && askAndWait();
    }

    private Outcome kept(Fault fault) {
      link.clear(fault);
      return new Outcome.Kept(fault);
    }
  }
}
