package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins the clips of an announcement to one piece: a silent lead-in, because amplifiers swallow
 * what comes first, the chime, and each language's clips with the pauses that make them speech.
 */
final class Mixer {
  private static final int LEAD_IN = 200;
  private static final int AFTER_CHIME = 120;
  private static final int BETWEEN_DIGITS = 30;
  private static final int BETWEEN_WORDS = 40;
  private static final int AFTER_PLEASE = 90;
  private static final int BETWEEN_CLAUSES = 160;
  private static final int AFTER_NUMBER = 200;
  private static final int BETWEEN_LANGUAGES = 220;

  /** A player that ends too soon cuts off nothing that is heard. */
  private static final int RUN_OUT = 60;

  /** A language must not take longer, with chime and all; slow recordings are spoken faster. */
  private static final int LONGEST_MILLIS = 6300;

  /** Faster than this nobody understands. */
  private static final double FASTEST = 1.8;

  /** What is read character by character, besides single letters. */
  private static final Set<String> DIGITS =
      Set.of(
          "零", "一", "幺", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "zero", "one", "two",
          "three", "four", "five", "six", "seven", "eight", "nine");

  /**
   * Where a token lies in the mixed sound, in samples.
   *
   * @param language empty for the chime
   */
  record Placed(String language, String token, int from, int to) {}

  /** The piece, and what lies where in it. */
  static final class Mix {
    private final short[] sound;
    private final List<Placed> placed;

    private Mix(short[] sound, List<Placed> placed) {
      this.sound = sound;
      this.placed = placed;
    }

    short[] sound() {
      return sound;
    }

    List<Placed> placed() {
      return placed;
    }
  }

  private final ClipBank bank;
  private final Tape tape = new Tape();
  private final List<Placed> placed = new ArrayList<>();

  private Mixer(ClipBank bank) {
    this.bank = bank;
  }

  /**
   * Mixes an announcement.
   *
   * @param gain what each sample is multiplied by, 0–1
   */
  static Mix mix(Announcement announcement, ClipBank bank, double gain) {
    Mixer mixer = new Mixer(bank);
    mixer.tape.pause(Pcm.samples(LEAD_IN));
    if (announcement.chime() || mixer.silent(announcement)) {
      mixer.lay("", bank.chime(), 0, 1);
    }
    for (Utterance utterance : announcement.utterances()) {
      mixer.lay(utterance);
    }
    mixer.tape.pause(Pcm.samples(RUN_OUT));
    return new Mix(softened(mixer.tape.sound(), gain), List.copyOf(mixer.placed));
  }

  /** Where no word has a clip, the tones at least make people look up at the board. */
  private boolean silent(Announcement announcement) {
    return announcement.utterances().stream()
        .allMatch(utterance ->
            utterance.tokens().stream()
                .allMatch(token -> bank.clip(utterance.language(), token).silent()));
  }

  private void lay(Utterance utterance) {
    double tempo = tempo(utterance);
    int pause = placed.isEmpty() ? 0 : before();
    List<String> tokens = utterance.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Clip clip = bank.clip(utterance.language(), tokens.get(i));
      if (!clip.silent()) {
        lay(utterance.language(), clip, pause, tempo);
        pause = 0;
      }
      pause = Math.max(pause, i + 1 < tokens.size() ? between(utterance, i) : 0);
    }
  }

  /** How much faster the clips are to be than they are, so that it does not take too long. */
  private double tempo(Utterance utterance) {
    List<String> tokens = utterance.tokens();
    int fixed = Pcm.samples(LEAD_IN + AFTER_CHIME + RUN_OUT) + bank.chime().sound().length;
    int spoken = 0;
    for (int i = 0; i < tokens.size(); i++) {
      spoken += bank.clip(utterance.language(), tokens.get(i)).sound().length;
      fixed += Pcm.samples(i + 1 < tokens.size() ? between(utterance, i) : 0);
    }
    int room = Math.max(1, Pcm.samples(LONGEST_MILLIS) - fixed);
    return Math.clamp((double) spoken / room, 1, FASTEST);
  }

  private int before() {
    return placed.getLast().language().isEmpty() ? AFTER_CHIME : BETWEEN_LANGUAGES;
  }

  private void lay(String language, Clip clip, int pauseMillis, double tempo) {
    tape.pause(Pcm.samples(pauseMillis));
    int from = tape.length();
    tape.add(Tempo.faster(clip.sound(), tempo));
    placed.add(new Placed(language, clip.token(), from, tape.length()));
  }

  /** The pause in milliseconds between a token and the next. */
  private static int between(Utterance utterance, int index) {
    String token = utterance.tokens().get(index);
    String next = utterance.tokens().get(index + 1);
    if (isCharacter(token) && isCharacter(next)) {
      return BETWEEN_DIGITS;
    }
    if (token.equals("号") && !next.equals("窗口")) {
      return AFTER_NUMBER;
    }
    if (utterance.clauses().contains(index + 1)) {
      return BETWEEN_CLAUSES;
    }
    return token.equals("请") ? AFTER_PLEASE : BETWEEN_WORDS;
  }

  private static boolean isCharacter(String token) {
    return DIGITS.contains(token)
        || (token.length() == 1 && token.charAt(0) >= 'A' && token.charAt(0) <= 'Z');
  }

  private static short[] softened(short[] sound, double gain) {
    for (int i = 0; i < sound.length && gain < 1; i++) {
      sound[i] = (short) Math.round(sound[i] * gain);
    }
    return sound;
  }
}
