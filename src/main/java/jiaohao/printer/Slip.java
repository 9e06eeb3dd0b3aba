package jiaohao.printer;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Expected;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;

/**
 * What a slip says; how it looks is {@link SlipLayout}'s affair.
 *
 * @param number "A012"
 * @param turn what the customer has to expect
 * @param papers to have ready
 * @param issuedAt in the hall's own time
 * @param qr what its QR code says: the address of the ticket's own page, or an unguessable word;
 *     empty: there is none
 * @param template which of this stands on it, and in which order
 */
public record Slip(
    Text hall,
    String number,
    Text service,
    Turn turn,
    List<Text> papers,
    LocalDateTime issuedAt,
    String qr,
    Look look,
    SlipTemplate template)
    implements Sheet {
  /**
   * What the customer has to expect.
   *
   * @param ahead customers to be called before
   * @param expected how long that is likely to take, if it can be told
   * @param appointment when the number enters the line, if it is booked
   */
  public record Turn(int ahead, Optional<Expected> expected, Optional<LocalTime> appointment) {
    /** So many are before. */
    public static Turn behind(int ahead) {
      return new Turn(ahead, Optional.empty(), Optional.empty());
    }
  }

  public Slip {
    papers = List.copyOf(papers);
  }

  /** Whether the QR code leads a telephone somewhere. */
  boolean leadsToPage() {
    return qr.contains("://");
  }
}
