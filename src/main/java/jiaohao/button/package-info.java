/**
 * Keys and buttons. Edges come in from {@link jiaohao.button.Lines}, real ones through gpiod or
 * simulated ones that bounce; {@link jiaohao.button.Debounce}, pure and with time handed in, makes
 * {@link jiaohao.button.Gesture}s of them: short or held. Beside a counter's keys there may be a
 * {@link jiaohao.button.Beeper}.
 */
package jiaohao.button;
