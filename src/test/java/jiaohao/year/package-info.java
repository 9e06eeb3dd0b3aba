/**
 * A year in a minute: the real hall and the kiosk's own loop in virtual time, with a printer,
 * customers and staff that behave as such. Day scripts play days that people wrote, the simulator
 * makes up days of its own; over both watch the same invariants, and a day that breaks one is cut
 * down to a short script.
 */
package jiaohao.year;
