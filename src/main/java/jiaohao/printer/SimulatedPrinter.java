package jiaohao.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jiaohao.clock.Clock;
import jiaohao.printer.PrinterModel.Answer;

/**
 * A printer that behaves: its line paces at its baud, its motor at its speed, it runs out of paper,
 * jams, falls silent, and spits out on fresh paper what nobody cleared. It has no thread: whoever
 * calls it makes it catch up with the clock, so it runs in any clock's time. Any thread may call.
 */
public final class SimulatedPrinter implements Port {
  /** As much as a tty driver takes at once. */
  private static final int LINE_BYTES = 4096;

  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long NEVER = Long.MAX_VALUE;

  private record Timed(byte value, long nanos) {}

  private final PrinterModel model;
  private final Clock clock;
  private final Pause pause;
  private final long beganNanos;
  private final List<Consumer<PrintedSlip>> listeners = new CopyOnWriteArrayList<>();
  private final List<PrintedSlip> slips = new ArrayList<>();
  private final Queue<Byte> line = new ArrayDeque<>();
  private final Queue<Timed> received = new ArrayDeque<>();
  private final Queue<Timed> replies = new ArrayDeque<>();
  private final EscPosReader reader = new EscPosReader();
  private final RealTimeEar ear = new RealTimeEar();
  private final PaperPath paper;
  private Trouble trouble = Trouble.NONE;
  private boolean plugged = true;
  private boolean jammed;
  private boolean reportsChanges;
  private int paperLeftDots = Integer.MAX_VALUE;
  private long arrivalNanos;
  private long freedNanos;
  private long busyUntilNanos;
  private long repliedNanos;

  public SimulatedPrinter(PrinterModel model, Clock clock) {
    this(model, clock, Pause.SLEEP);
  }

  SimulatedPrinter(PrinterModel model, Clock clock, Pause pause) {
    this.model = model;
    this.clock = clock;
    this.pause = pause;
    this.beganNanos = clock.nanos();
    this.paper = new PaperPath(model.widthDots());
  }

  /** Hears of every piece of paper; must return at once and not call back. */
  public void listen(Consumer<PrintedSlip> listener) {
    listeners.add(listener);
  }

  /** The pieces of paper so far, in order of printing. */
  public synchronized List<PrintedSlip> slips() {
    catchUp();
    return List.copyOf(slips);
  }

  /** Something breaks, or with {@link Trouble#NONE} is put right, with a new roll in. */
  public synchronized void trouble(Trouble now) {
    catchUp();
    if (now == Trouble.PAPER_END && paper.printed()) {
      finish(false);
    }
    if (now == Trouble.NONE) {
      paperLeftDots = Integer.MAX_VALUE;
    }
    changed(now, nanos());
  }

  public synchronized Trouble trouble() {
    catchUp();
    return trouble;
  }

  /** The roll ends after so much paper. */
  synchronized void paperLeft(int millimetres) {
    paperLeftDots = millimetres * Job.DOTS_PER_MILLIMETRE;
  }

  /** The cable comes out: the line is gone, what was on it lost. */
  synchronized void unplug() {
    catchUp();
    plugged = false;
    line.clear();
    replies.clear();
  }

  synchronized void plugIn() {
    plugged = true;
  }

  /** The port as a driver opens it. */
  public synchronized Port connect() throws IOException {
    requirePlugged();
    return this;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    long takenNanos = clock.nanos();
    for (byte one : bytes) {
      while (!take(one)) {
        if (clock.nanos() - takenNanos > STALLED_NANOS) {
          throw new IOException("the printer takes nothing more");
        }
        pause.of(TimeUnit.MILLISECONDS.toNanos(5));
      }
      takenNanos = clock.nanos();
    }
  }

  @Override
  public synchronized byte[] read() throws IOException {
    requirePlugged();
    catchUp();
    ByteArrayOutputStream ready = new ByteArrayOutputStream();
    while (!replies.isEmpty() && replies.element().nanos() <= nanos()) {
      ready.write(replies.remove().value());
    }
    return ready.toByteArray();
  }

  /** Nothing to give back: {@link #connect} opens it again. */
  @Override
  public void close() {}

  private synchronized boolean take(byte one) throws IOException {
    requirePlugged();
    catchUp();
    if (line.size() >= LINE_BYTES) {
      return false;
    }
    if (line.isEmpty()) {
      arrivalNanos = Math.max(nanos() + model.byteNanos(), arrivalNanos);
    }
    return line.add(one);
  }

  private void requirePlugged() throws IOException {
    if (!plugged) {
      throw new IOException("the printer is unplugged");
    }
  }

  /** Lets happen, in order, all that the time up to now has room for. */
  private void catchUp() {
    long now = nanos();
    while (true) {
      long arrival =
          line.isEmpty() || received.size() >= model.bufferBytes()
              ? NEVER
              : Math.max(arrivalNanos, freedNanos);
      long work =
          stopped() || received.isEmpty()
              ? NEVER
              : Math.max(busyUntilNanos, received.element().nanos());
      if (Math.min(arrival, work) > now) {
        return;
      }
      if (arrival <= work) {
        arrive(arrival);
      } else {
        work(work);
      }
    }
  }

  private void arrive(long nanos) {
    byte one = line.remove();
    arrivalNanos = nanos + model.byteNanos();
    received.add(new Timed(one, nanos));
    ear.hear(one).ifPresent(command -> atOnce(command, nanos));
  }

  private void atOnce(EscPosCommand command, long nanos) {
    if (!(command instanceof EscPosCommand.AskStatus ask)) {
      received.clear();
      reader.reset(); // and with it the two-byte mode, which every slip sets anew
      paper.dropLine();
      freedNanos = nanos;
    } else if (model.answers().contains(Answer.REAL_TIME)) {
      reply(nanos, trouble.realTimeStatus(ask.number()));
    }
  }

  private void work(long nanos) {
    freedNanos = nanos;
    reader.read(received.remove().value()).ifPresent(command -> obey(command, nanos));
  }

  private void obey(EscPosCommand command, long nanos) {
    int dots = paper.obey(command);
    busyUntilNanos = nanos + model.feedNanos(dots);
    paperLeftDots -= dots;
    if (paperLeftDots <= 0) {
      finish(false);
      paperLeftDots = Integer.MAX_VALUE;
      changed(Trouble.PAPER_END, nanos);
      return;
    }
    switch (command) {
      case EscPosCommand.Cut cut -> cut();
      case EscPosCommand.Initialize initialize -> reportsChanges = false;
      case EscPosCommand.ReportChanges report -> reportChanges(report.what() != 0, nanos);
      case EscPosCommand.AskPaper ask -> answerPaper(nanos);
      case EscPosCommand.ProcessId id -> answerProcessId(id.id(), nanos);
      default -> {}
    }
  }

  private void cut() {
    busyUntilNanos += model.cutNanos();
    jammed = trouble == Trouble.CUTTER;
    if (paper.printed()) {
      finish(!jammed);
    }
  }

  private void finish(boolean cut) {
    PrintedSlip slip = paper.take(cut);
    slips.add(slip);
    listeners.forEach(listener -> listener.accept(slip));
  }

  private boolean stopped() {
    return jammed || trouble.stops();
  }

  private void changed(Trouble now, long nanos) {
    busyUntilNanos = Math.max(busyUntilNanos, nanos);
    jammed &= now == Trouble.CUTTER;
    boolean different = trouble != now;
    trouble = now;
    if (different && reportsChanges) {
      reply(nanos, trouble.automaticStatus());
    }
  }

  private void reportChanges(boolean on, long nanos) {
    reportsChanges = on && model.answers().contains(Answer.AUTOMATIC);
    if (reportsChanges) {
      reply(nanos, trouble.automaticStatus());
    }
  }

  private void answerPaper(long nanos) {
    if (model.answers().contains(Answer.PAPER)) {
      reply(nanos, trouble.paperStatus());
    }
  }

  private void answerProcessId(byte[] id, long nanos) {
    if (model.answers().contains(Answer.PROCESS_ID)) {
      reply(nanos, 0x37, 0x22, id[0], id[1], id[2], id[3], 0x00);
    }
  }

  private void reply(long nanos, int... values) {
    if (trouble == Trouble.SILENT || !plugged) {
      return;
    }
    for (int value : values) {
      repliedNanos = Math.max(nanos, repliedNanos) + model.byteNanos();
      replies.add(new Timed((byte) value, repliedNanos));
    }
  }

  private long nanos() {
    return clock.nanos() - beganNanos;
  }
}
