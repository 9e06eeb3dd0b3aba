package jiaohao.kiosk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jiaohao.hall.State;
import jiaohao.health.Fault;

/**
 * Who answers what lies in a kiosk's inbox: the {@link Loop}, which decides for its hall, or a
 * {@link SatelliteLoop}, which asks the box that does. One thread runs it; any may ask.
 */
interface Engine extends Runnable {
  /** Done once no other process can have the state directory, and with it the devices. */
  CompletableFuture<Void> locked();

  /** Done once the devices are this process's to use. */
  CompletableFuture<Void> ours();

  /** Done once presses are answered; fails if they never will be. */
  CompletableFuture<Void> ready();

  /** Done once nothing is answered any more. */
  CompletableFuture<Void> ended();

  /** The hall after the last commit. */
  State state();

  /** Sequence of the last event; 0 for none. */
  long lastSeq();

  /** What keeps it from answering, and cannot be journaled. */
  Optional<Fault> trouble();

  /** Lets {@code watcher} see every commit from now on. */
  void watch(Watcher watcher);
}
