package jiaohao.hall;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What the centre asked for and still stands.
 *
 * @param taken today's orders by their id, with the number that came of it, or "": whoever asks a
 *     second time gets the same answer
 * @param posted words for everybody in the hall
 * @param files hall files, so that one can be taken back
 */
public record Orders(Tree<String, String> taken, Optional<Posted> posted, Sources files) {
  static final Orders NONE = new Orders(Tree.empty(), Optional.empty(), Sources.NONE);

  /** Words for everybody, until then. */
  public record Posted(Text words, OffsetDateTime until) {}

  /**
   * Texts of hall files; "" for none yet.
   *
   * @param own that the technician put on the box last
   * @param inForce that the hall works by: the same, unless the centre sent another
   * @param before that it worked by before
   */
  public record Sources(String own, String inForce, String before) {
    static final Sources NONE = new Sources("", "", "");

    private Sources with(String source, boolean ordered) {
      return new Sources(ordered ? own : source, source, inForce);
    }

    /** Whether the centre's stands in place of what the technician put there. */
    boolean standsFor(String source) {
      return source.equals(own) && !inForce.equals(own);
    }
  }

  /** The words that are shown now. */
  public Optional<Text> shown(Instant now) {
    return posted.filter(it -> now.isBefore(it.until().toInstant())).map(Posted::words);
  }

  Orders taking(String id, String result) {
    return new Orders(taken.with(id, result), posted, files);
  }

  Orders posting(Event.NoticePosted notice) {
    return new Orders(taken, Optional.of(new Posted(notice.words(), notice.until())), files);
  }

  Orders adopting(Event.HallAdopted adopted) {
    return new Orders(taken, posted, files.with(adopted.source(), adopted.ordered()));
  }

  Orders newDay() {
    return new Orders(Tree.empty(), posted, files);
  }
}
