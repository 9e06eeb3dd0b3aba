package jiaohao.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jiaohao.hall.Fact;
import jiaohao.journal.EventJson.Decoded;

/**
 * Checks a journal from its first event to its last: sequence, hash chain, one name, spelling,
 * columns, days that never go back, and whatever rules an audit brings. A tail that was cut off
 * cleanly cannot be seen from here; the centre's copy tells.
 */
public final class Verify {
  /**
   * The first thing that is wrong.
   *
   * @param seq the event it was found at
   * @param what in words
   */
  public record Break(long seq, String what) {}

  /**
   * What was found.
   *
   * @param events how many are sound, from the first on
   */
  public record Result(long events, Optional<Break> broken) {
    public boolean ok() {
      return broken.isEmpty();
    }
  }

  /** Ends the reading at the first break. */
  private static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  private final Consumer<Fact> audit;
  private final Chain chain = new Chain();
  private long sound;
  private String lastHash = Chain.START;
  private UUID journal;
  private LocalDate lastDay = LocalDate.MIN;

  private Verify(Consumer<Fact> audit) {
    this.audit = audit;
  }

  /**
   * Checks the journal of a directory, also beside a running kiosk.
   *
   * @param audit sees every fact in order, and throws IllegalStateException, in words, for one that
   *     breaks a rule
   * @throws JournalException when there is no journal, or it cannot be opened
   */
  public static Result journal(Path stateDir, Consumer<Fact> audit) throws JournalException {
    try (JournalReader reader = Journal.reader(stateDir)) {
      return new Verify(audit).all(reader);
    }
  }

  private Result all(JournalReader reader) {
    try {
      reader.readStored(1, this::check);
      return new Result(sound, Optional.empty());
    } catch (IOException e) {
      return new Result(sound, Optional.of(new Break(sound + 1, e.getMessage())));
    }
  }

  private void check(Stored stored) throws Broken {
    require(stored.seq() == sound + 1, "this event is missing; the next one is " + stored.seq());
    String hash = chain.next(lastHash, stored.body());
    require(hash.equals(stored.hash()), "the stored bytes do not match their hash");
    Decoded decoded = decoded(stored);
    require(journal == null || journal.equals(decoded.journal()), "it is of another journal");
    require(!decoded.fact().day().isBefore(lastDay), "its business day goes back");
    audited(decoded.fact());
    journal = decoded.journal();
    lastDay = decoded.fact().day();
    lastHash = hash;
    sound++;
  }

  private static Decoded decoded(Stored stored) throws Broken {
    try {
      Decoded decoded = stored.decoded();
      String spelled = EventJson.encode(decoded.journal(), decoded.seq(), decoded.fact());
      require(Arrays.equals(Row.utf8(spelled), stored.body()), "it is not spelled as format 1");
      require(stored.columnsAgree(decoded), "its columns say other than its body");
      return decoded;
    } catch (EventFormatException e) {
      throw new Broken(e.getMessage());
    }
  }

  private void audited(Fact fact) throws Broken {
    try {
      audit.accept(fact);
    } catch (IllegalStateException e) {
      throw new Broken(e.getMessage());
    }
  }

  private static void require(boolean sound, String otherwise) throws Broken {
    if (!sound) {
      throw new Broken(otherwise);
    }
  }
}
