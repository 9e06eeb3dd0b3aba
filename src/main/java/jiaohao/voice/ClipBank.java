package jiaohao.voice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * A clip for every token, loaded when it is first asked for and kept. Recordings come first, those
 * of a letter's syllables too, then what was made; a token that has neither is made good: spelled
 * from smaller ones, else synthesized. One thread uses it.
 */
final class ClipBank {
  /** The token of the two tones before an announcement, which is of no language. */
  static final String CHIME = "chime";

  private static final int BETWEEN_PARTS = Pcm.samples(30);

  private record Key(String language, String token) {}

  private final Optional<ClipFolder> folder;
  private final Synthesizer synthesizer;
  private final Map<Key, Clip> clips = new HashMap<>();
  private final Map<String, String> madeGood = new TreeMap<>();

  /**
   * A bank.
   *
   * @param folder where its clips lie; without one everything is synthesized
   */
  ClipBank(Optional<ClipFolder> folder, Synthesizer synthesizer) {
    this.folder = folder;
    this.synthesizer = synthesizer;
  }

  /** The clip of a token; silent only while there is no way to have one. */
  Clip clip(String language, String token) {
    Key key = new Key(language, token);
    Clip known = clips.get(key);
    if (known != null) {
      return known;
    }
    Clip clip = make(key);
    if (!clip.silent()) {
      clips.put(key, clip);
    }
    return clip;
  }

  Clip chime() {
    return clips.computeIfAbsent(
        new Key("", CHIME),
        key ->
            find(CHIME, "").orElseGet(() -> new Clip(CHIME, Levelling.clip(Chime.sound()), CHIME)));
  }

  /** Tokens the folder lacks, each with how it is spoken instead. */
  Map<String, String> madeGood() {
    return Map.copyOf(madeGood);
  }

  private Clip make(Key key) {
    return there(key).orElseGet(() -> madeGood(key));
  }

  private Clip madeGood(Key key) {
    Clip clip = spelled(key).orElseGet(() -> synthesized(key));
    boolean amiss = folder.isPresent() || clip.silent();
    if (amiss && !clip.origin().equals(madeGood.put(key.token(), clip.origin()))) {
      Logger.warn("voice: 没有录音 / no clip: {} {}: {}", key.language(), key.token(), clip.origin());
    }
    return clip;
  }

  private Optional<Clip> there(Key key) {
    Optional<Clip> named = find(key.token(), key.language());
    return named.filter(Clip::recorded).or(() -> syllables(key)).or(() -> named);
  }

  private Optional<Clip> find(String token, String language) {
    return folder.flatMap(there -> there.find(token, language));
  }

  private Optional<Clip> syllables(Key key) {
    return joined(
        key.token(),
        ClipIndex.RECORDING,
        Spelling.syllables(key.token(), key.language()),
        syllable -> find(syllable, key.language()).filter(Clip::recorded));
  }

  private Optional<Clip> spelled(Key key) {
    return joined(
        key.token(),
        Clip.SPELLED,
        Spelling.parts(key.token(), key.language()),
        part -> there(new Key(key.language(), part)));
  }

  /** The clips of all parts behind each other; empty if one is missing, or there are none. */
  private static Optional<Clip> joined(
      String token, String origin, List<String> parts, Function<String, Optional<Clip>> clips) {
    List<Clip> found = new ArrayList<>();
    for (String part : parts) {
      clips.apply(part).ifPresent(found::add);
    }
    if (parts.isEmpty() || found.size() < parts.size()) {
      return Optional.empty();
    }
    Tape tape = new Tape();
    for (Clip part : found) {
      tape.pause(tape.length() == 0 ? 0 : BETWEEN_PARTS);
      tape.add(part.sound());
    }
    return Optional.of(new Clip(token, tape.sound(), origin));
  }

  private Clip synthesized(Key key) {
    try {
      short[] sound = Levelling.clip(synthesizer.say(key.token(), key.language()));
      return new Clip(key.token(), sound, Espeak.origin(key.language()));
    } catch (IOException impossible) {
      Logger.warn("voice: {}", impossible.getMessage());
      return new Clip(key.token(), new short[0], Clip.SILENT);
    }
  }
}
