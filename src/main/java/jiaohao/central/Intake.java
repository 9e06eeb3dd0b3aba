package jiaohao.central;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jiaohao.hall.State;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Row;
import jiaohao.sync.Deliveries.Delivery;
import jiaohao.sync.Message;
import org.tinylog.Logger;

/**
 * Judges the messages that share a transaction: what each hall gains by them, and what does not
 * fit. Changes nothing before it is published. One thread uses it, once.
 */
final class Intake {
  private final Halls halls;
  private final CentreFile file;
  private final long judged;
  private final Map<String, Growth> growths = new LinkedHashMap<>();
  private long strays;
  private boolean gap;
  private OptionalLong refusedFrom = OptionalLong.empty();

  /**
   * An intake that has read nothing.
   *
   * @param judged up to which message of the stream those that do not fit have been counted
   */
  Intake(Halls halls, CentreFile file, long judged) {
    this.halls = halls;
    this.file = file;
    this.judged = judged;
  }

  /** What one hall gains. */
  private static final class Growth {
    final HallCopy hall;
    final List<Row> rows = new ArrayList<>();
    State state;
    Optional<Misfit> misfit = Optional.empty();
    long refused;
    Instant heard = Instant.EPOCH;

    Growth(HallCopy hall) {
      this.hall = hall;
      this.state = hall.state();
    }

    long seq() {
      return rows.isEmpty() ? hall.seq() : rows.getLast().seq();
    }

    String hash() {
      return rows.isEmpty() ? hall.hash() : rows.getLast().hash();
    }

    void publish() {
      if (!rows.isEmpty()) {
        hall.take(rows, state, heard);
      }
      misfit.ifPresent(it -> hall.refuse(it.why(), refused));
    }
  }

  /** Whether something between was not seen. */
  boolean hasGap() {
    return gap;
  }

  /** The first message that does not fit. */
  OptionalLong refusedFrom() {
    return refusedFrom;
  }

  List<CentreFile.Addition> additions() {
    return growths.values().stream()
        .filter(growth -> !growth.rows.isEmpty())
        .map(growth -> new CentreFile.Addition(growth.hall.id(), growth.rows))
        .toList();
  }

  /** Lets everybody see it, and counts what was refused; once it is in the file. */
  void publish() {
    growths.values().forEach(Growth::publish);
    long refused = strays + growths.values().stream().mapToLong(growth -> growth.refused).sum();
    halls.countRefused(refused);
  }

  /** Takes the next message in. */
  void read(Delivery delivery) throws IOException {
    String id = hallOf(delivery.subject());
    if (!Halls.ID.matcher(id).matches()) {
      strays += delivery.streamSeq() > judged ? 1 : 0;
      return;
    }
    Growth growth = growths.computeIfAbsent(id, name -> new Growth(halls.made(name)));
    Optional<Misfit> misfit;
    try {
      misfit = add(Message.read(delivery.body()).rows(), growth);
    } catch (EventFormatException strange) {
      misfit = Optional.of(Misfit.of(strange.getMessage()));
    }
    if (misfit.isPresent()) {
      refuse(delivery, growth, misfit.get());
    } else {
      growth.heard = delivery.at();
    }
  }

  private void refuse(Delivery delivery, Growth growth, Misfit misfit) {
    long seq = delivery.streamSeq();
    growth.misfit = Optional.of(misfit);
    gap |= misfit.gap();
    refusedFrom = refusedFrom.isPresent() ? refusedFrom : OptionalLong.of(seq);
    if (seq > judged) { // else it has been counted
      growth.refused++;
      Logger.debug("{}: message {} is refused: {}", growth.hall.id(), seq, misfit.why());
    }
  }

  private static String hallOf(String subject) {
    String[] tokens = subject.split("\\.", -1);
    return tokens.length == 3 ? tokens[1] : "";
  }

  /** Adds a message's events, all or none; those that are held already are passed over. */
  private Optional<Misfit> add(List<Row> rows, Growth growth) throws IOException {
    if (growth.seq() == 0 && halls.isOfAnother(rows.getFirst().journal(), growth.hall.id())) {
      return Optional.of(Misfit.of("the journal of another hall"));
    }
    List<Row> fresh = new ArrayList<>();
    long seq = growth.seq();
    String hash = growth.hash();
    for (Row row : rows) {
      if (row.seq() <= seq) {
        if (!held(row, growth)) {
          return Optional.of(
              Misfit.of("another event " + row.seq() + " than the one that is held"));
        }
        continue;
      }
      Optional<Misfit> misfit = growth.hall.misfit(row, seq, hash);
      if (misfit.isPresent()) {
        return misfit;
      }
      fresh.add(row);
      seq = row.seq();
      hash = row.hash();
    }
    return grow(growth, fresh);
  }

  /** Folded before it is kept: what the rules cannot fold is no event of ours. */
  private static Optional<Misfit> grow(Growth growth, List<Row> fresh) {
    try {
      State state = growth.state;
      for (Row row : fresh) {
        state = state.apply(row.fact());
      }
      growth.state = state;
      growth.rows.addAll(fresh);
      return Optional.empty();
    } catch (RuntimeException impossible) {
      return Optional.of(Misfit.of("events that cannot have happened: " + impossible));
    }
  }

  private boolean held(Row row, Growth growth) throws IOException {
    for (Row pending : growth.rows) {
      if (pending.seq() == row.seq()) {
        return pending.hash().equals(row.hash());
      }
    }
    return file.line(growth.hall.id(), row.seq()).filter(row.exported()::equals).isPresent();
  }
}
