package jiaohao.printer;

import java.time.LocalDateTime;
import jiaohao.hall.Text;

/**
 * For whoever pressed for a number that cannot be had here now.
 *
 * @param words why, and where to go
 * @param at in the hall's own time
 */
public record Sorry(Text hall, Text words, LocalDateTime at, Look look) implements Sheet {}
