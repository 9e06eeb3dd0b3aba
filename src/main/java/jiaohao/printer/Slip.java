package jiaohao.printer;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Expected;
import jiaohao.hall.Text;

/**
 * What a slip says; how it looks is {@link SlipLayout}'s affair.
 *
 * @param number "A012"
 * @param turn what the customer has to expect
 * @param papers to have ready
 * @param issuedAt in the hall's own time
 * @param reference unguessable word in the QR code
 * @param language of this ticket
 * @param larger the variant for people who see badly
 * @param reprint marked 补打: this number may be on paper already
 */
public record Slip(
    Text hall,
    String number,
    Text service,
    Turn turn,
    List<Text> papers,
    LocalDateTime issuedAt,
    String reference,
    String language,
    boolean larger,
    boolean reprint)
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
}
