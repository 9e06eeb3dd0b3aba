package jiaohao.voice;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jiaohao.health.Fault;

/** Something that speaks. One thread uses it. */
public interface Speaker extends AutoCloseable {
  /**
   * Says one announcement; returns when it has been said.
   *
   * @param brokenOff asked from time to time while it speaks; once true, what is left is not said
   * @throws IOException when the output cannot be used
   */
  void speak(Announcement announcement, BooleanSupplier brokenOff) throws IOException;

  /** What is amiss although it speaks. */
  default Set<Fault> faults() {
    return Set.of();
  }

  @Override
  void close();
}
