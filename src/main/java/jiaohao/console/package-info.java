/**
 * The hall's pages on the LAN: what is to be seen there by everybody, and later by the staff.
 * {@link jiaohao.console.Console} takes the address of the device file, whenever it can be had, and
 * serves what {@link jiaohao.console.ConsoleSite} answers: the call display for a television set,
 * which {@link jiaohao.console.TvScreen} keeps up to date, and the state. Nothing can be commanded
 * here.
 */
package jiaohao.console;
