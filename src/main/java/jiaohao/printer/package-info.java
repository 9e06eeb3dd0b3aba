/**
 * Paper. In goes a {@link jiaohao.printer.Slip}; out come ESC/POS bytes on a {@link
 * jiaohao.printer.Port} and an {@link jiaohao.printer.Outcome} that says how sure it is that the
 * slip is on paper, or which fault kept it. The simulated printer paces at its baud rate, jams,
 * runs out, and draws the slip from the bytes alone.
 */
package jiaohao.printer;
