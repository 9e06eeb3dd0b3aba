package jiaohao.printer;

import java.time.LocalDateTime;
import java.util.List;
import jiaohao.hall.Notice;
import jiaohao.hall.Text;

/**
 * What a notice says; how it looks is {@link HandoutLayout}'s affair.
 *
 * @param number "A012"; empty on the staff's own
 * @param title the stage it is about
 * @param items one a line
 * @param at in the hall's own time
 */
public record Handout(
    Text hall,
    Notice.Kind kind,
    String number,
    Text title,
    List<Text> items,
    LocalDateTime at,
    Look look)
    implements Sheet {
  public Handout {
    items = List.copyOf(items);
  }
}
