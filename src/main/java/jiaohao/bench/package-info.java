/**
 * The same kiosk on simulated hardware, with a front panel in the browser: buttons, paper, board,
 * voice, and faults to inject.
 */
package jiaohao.bench;
