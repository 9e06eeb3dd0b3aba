package jiaohao.voice;

/** A hall without sound. */
public final class SilentSpeaker implements Speaker {
  @Override
  public void speak(Utterance utterance) {
    // Meant to be silent: output = "off".
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
