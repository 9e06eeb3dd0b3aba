package jiaohao.central;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.journal.Row;

/** Every hall the centre knows. Any thread may ask; one, the follower's, brings news. */
public final class Halls {
  /** As interfaces spell a hall's id. */
  static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

  private final Path stateDir;
  private final Map<String, HallCopy> halls = new ConcurrentSkipListMap<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong version = new AtomicLong();
  private volatile boolean connected;

  Halls(Path stateDir) {
    this.stateDir = stateDir;
  }

  /** In the order of their ids. */
  public List<HallCopy> all() {
    return List.copyOf(halls.values());
  }

  public Optional<HallCopy> hall(String id) {
    return Optional.ofNullable(halls.get(id));
  }

  /**
   * The open ticket that a reference leads to. Every hall is looked through, whether or not one is
   * found: an answer that comes sooner would tell something.
   */
  public Optional<Turn> turn(String reference) {
    Optional<Turn> found = Optional.empty();
    for (HallCopy hall : halls.values()) {
      for (Ticket ticket : hall.state().tickets().values()) {
        if (ticket.reference().equals(reference)) {
          found = Optional.of(new Turn(hall, ticket));
        }
      }
    }
    return found;
  }

  /** Messages that were not taken, of whatever hall, since the centre started. */
  public long refused() {
    return refused.get();
  }

  /** Whether the stream can be read at this moment. */
  public boolean connected() {
    return connected;
  }

  /** Grows with every change, so that whoever shows the halls knows when to look again. */
  public long version() {
    return version.get();
  }

  void connected(boolean is) {
    connected = is;
    changed();
  }

  void changed() {
    version.incrementAndGet();
  }

  void countRefused(long messages) {
    refused.addAndGet(messages);
    changed();
  }

  /** Whether another hall than this one is copied from a journal. */
  boolean isOfAnother(UUID journal, String id) {
    return halls.values().stream()
        .filter(hall -> !hall.id().equals(id))
        .anyMatch(hall -> hall.journal().filter(journal::equals).isPresent());
  }

  /** The copy of a hall that something was heard of. */
  HallCopy made(String id) {
    return halls.computeIfAbsent(id, name -> new HallCopy(name, stateDir));
  }

  /** Folds what the file holds: from the kept states on, where there are any. */
  void begin(CentreFile file) throws IOException {
    for (String hall : file.halls()) {
      begin(file, hall);
    }
  }

  private void begin(CentreFile file, String hall) throws IOException {
    Optional<CentreFile.Kept> kept = file.kept(hall);
    boolean sound =
        kept.isPresent()
            && file.line(hall, kept.get().seq())
                .map(line -> Row.ofExported(line).hash().equals(kept.get().hash()))
                .orElse(false);
    State[] state = {sound ? kept.get().state() : State.EMPTY};
    List<Row> last = new ArrayList<>(1);
    file.read(
        hall,
        sound ? kept.get().seq() + 1 : 1,
        Long.MAX_VALUE,
        line -> state[0] = state[0].apply(Row.ofExported(line).fact()));
    file.last(hall).ifPresent(last::add);
    made(hall).begin(state[0], last.getFirst());
  }
}
