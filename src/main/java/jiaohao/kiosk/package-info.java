/**
 * The firmware's one loop. Commands come into a bounded inbox; the loop decides, journals, and only
 * then answers and lets the outputs see. Outputs are workers of their own: a dead one stops nobody.
 */
package jiaohao.kiosk;
