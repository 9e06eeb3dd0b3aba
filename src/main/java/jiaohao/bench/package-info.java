/**
 * The same kiosk on simulated hardware, with a front panel in the browser: buttons, paper, board,
 * voice, and faults to inject. {@link jiaohao.bench.BenchDevices} makes the devices, {@link
 * jiaohao.bench.Fingers} press the buttons, {@link jiaohao.bench.BenchServer} answers requests and
 * serves the page, which {@link jiaohao.bench.LivePanel} keeps up to date. Bound to loopback only.
 */
package jiaohao.bench;
