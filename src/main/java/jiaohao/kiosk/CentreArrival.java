package jiaohao.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.health.Fault;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.sync.CatchUp;
import org.tinylog.Logger;

/**
 * Asks the centre at every start what it has of this hall. A new box plays it all back and goes on
 * where the old one was; a card of an older day gets the rest; a box whose journal is as good as
 * the centre's, or that nobody answers, begins at once.
 */
final class CentreArrival implements Arrival {
  /** More than a hall issues before somebody sees that its box does not send any more. */
  private static final int MARGIN = 50;

  /** More than any hall has issued when its box is replaced without a network: half of a prefix. */
  private static final int MARGIN_WITHOUT_CENTRE = 500;

  private final CatchUp catchUp;
  private final DeviceFile.Sync sync;

  /** There while a take-over is under way: a power cut must not make it look like a usual start. */
  private final Path mark;

  CentreArrival(CatchUp catchUp, DeviceFile.Sync sync, Path stateDir) {
    this.catchUp = catchUp;
    this.sync = sync;
    this.mark = stateDir.resolve("taking-over");
  }

  @Override
  public Optional<Command.TakeOver> complete(Journal journal)
      throws JournalException, NotYetException, InterruptedException {
    try {
      return compared(journal);
    } catch (JournalException | NotYetException known) {
      throw known;
    } catch (IOException failed) {
      throw new NotYetException(Fault.SYNC_WAITING, failed);
    }
  }

  private Optional<Command.TakeOver> compared(Journal journal)
      throws IOException, InterruptedException {
    boolean begun = Files.exists(mark);
    boolean fresh = journal.lastSeq() == 0;
    return switch (catchUp.compare(journal)) {
      case NOTHING_NEW -> begun ? Optional.of(takeOver(MARGIN)) : Optional.empty();
      case BEHIND -> playBack(journal);
      case UNANSWERED -> {
        if (begun || (fresh && sync.first() == DeviceFile.First.WAIT)) {
          throw new NotYetException(Fault.SYNC_WAITING, null);
        }
        yield fresh ? Optional.of(takeOver(MARGIN_WITHOUT_CENTRE)) : Optional.empty();
      }
    };
  }

  private Optional<Command.TakeOver> playBack(Journal journal)
      throws IOException, InterruptedException {
    long before = journal.lastSeq();
    if (!Files.exists(mark)) {
      Files.createFile(mark);
    }
    if (!catchUp.play(journal)) {
      done();
      return Optional.empty(); // the courier will call it a fork
    }
    Logger.info("events {} to {} came back from the centre", before + 1, journal.lastSeq());
    return Optional.of(takeOver(MARGIN));
  }

  private Command.TakeOver takeOver(int margin) {
    return new Command.TakeOver(UUID.randomUUID().toString(), margin, sync.lastNumbers());
  }

  @Override
  public void done() throws IOException {
    Files.deleteIfExists(mark);
  }
}
