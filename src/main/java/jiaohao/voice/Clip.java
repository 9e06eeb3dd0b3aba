package jiaohao.voice;

/** What speaks one token, levelled. */
final class Clip {
  static final String SPELLED = "spelled";
  static final String SILENT = "silent";

  private final String token;
  private final short[] sound;
  private final String origin;

  /**
   * A clip.
   *
   * @param sound as {@link Pcm} has it; from here on nobody changes it
   * @param origin {@link ClipIndex#RECORDING}, what made it, {@link #SPELLED} or {@link #SILENT}
   */
  Clip(String token, short[] sound, String origin) {
    this.token = token;
    this.sound = sound;
    this.origin = origin;
  }

  String token() {
    return token;
  }

  short[] sound() {
    return sound;
  }

  String origin() {
    return origin;
  }

  boolean recorded() {
    return origin.equals(ClipIndex.RECORDING);
  }

  boolean silent() {
    return sound.length == 0;
  }
}
