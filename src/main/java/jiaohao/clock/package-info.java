/**
 * Wall and monotonic time, and how far the wall clock may be believed. Everything that needs the
 * time asks a {@link jiaohao.clock.Clock}; {@link jiaohao.clock.SimulatedClock} lets a year of hall
 * days run in a minute.
 */
package jiaohao.clock;
