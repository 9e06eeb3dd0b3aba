package jiaohao.voice;

import java.io.IOException;

/** Something that speaks. One thread uses it. */
public interface Speaker extends AutoCloseable {
  /**
   * Says one utterance; returns when it has been said.
   *
   * @throws IOException when the output cannot be used
   */
  void speak(Utterance utterance) throws IOException;

  @Override
  void close();
}
