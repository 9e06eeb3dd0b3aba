package jiaohao.printer;

import java.time.LocalDateTime;
import java.util.List;
import jiaohao.hall.Text;

/**
 * What a slip says; how it looks is {@link SlipLayout}'s affair.
 *
 * @param number "A012"
 * @param ahead customers waiting before this one
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
    int ahead,
    List<Text> papers,
    LocalDateTime issuedAt,
    String reference,
    String language,
    boolean larger,
    boolean reprint)
    implements Sheet {
  public Slip {
    papers = List.copyOf(papers);
  }
}
