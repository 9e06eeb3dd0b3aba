package jiaohao.kiosk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jiaohao.hall.Fact;
import jiaohao.hall.State;

/** A journal that lasts as long as the test: facts since a checkpoint, folded anew when opened. */
final class MemoryLedger extends Ledger {
  private final Fuse fuse;
  private final List<Fact> facts = new ArrayList<>();
  private State checkpoint = State.EMPTY;
  private long lastSeq;

  MemoryLedger(Fuse fuse) {
    super(Path.of("never-opened"));
    this.fuse = fuse;
  }

  /** What was before need not be folded any more. */
  void checkpoint(State state) {
    checkpoint = state;
    facts.clear();
  }

  @Override
  void lock() {
    // Nobody else has this memory.
  }

  @Override
  State open() {
    State state = checkpoint;
    for (Fact fact : facts) {
      state = state.apply(fact);
    }
    return state;
  }

  @Override
  void append(List<Fact> news) {
    fuse.beforeCommit();
    facts.addAll(news);
    lastSeq += news.size();
    fuse.afterCommit(news);
  }

  @Override
  long lastSeq() {
    return lastSeq;
  }

  @Override
  void keep(State state) {}

  @Override
  void keepNowAndThen(State state) {}

  @Override
  public void close() {}
}
