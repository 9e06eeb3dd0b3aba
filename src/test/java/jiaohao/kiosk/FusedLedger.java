package jiaohao.kiosk;

import java.nio.file.Path;
import java.util.List;
import jiaohao.hall.Fact;
import jiaohao.journal.JournalException;

/** The real journal on a real disk, in a box whose power can fail around a commit. */
final class FusedLedger extends Ledger {
  private final Fuse fuse;

  FusedLedger(Path stateDir, Fuse fuse) {
    super(stateDir);
    this.fuse = fuse;
  }

  @Override
  void append(List<Fact> facts) throws JournalException {
    fuse.beforeCommit();
    super.append(facts);
    fuse.afterCommit(facts);
  }
}
