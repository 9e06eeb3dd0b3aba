package jiaohao.voice;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Plan;
import org.tinylog.Logger;

/**
 * Fills the folder of a bank with what it lacks, as espeak-ng says it, and writes its index. What
 * lies there already stays: recordings win.
 */
public final class BankMaker {
  /**
   * What a bank came to.
   *
   * @param made clips that were made now
   * @param kept clips that had been made before
   * @param recordings clips that somebody put there
   * @param wanting "language token" of each that could not be had
   */
  public record Made(int made, int kept, int recordings, List<String> wanting) {
    public Made {
      wanting = List.copyOf(wanting);
    }
  }

  private final Path bank;
  private final ClipIndex index;
  private final Synthesizer synthesizer;
  private final List<String> wanting = new ArrayList<>();
  private int made;
  private int kept;
  private int recordings;

  BankMaker(Path bank, Synthesizer synthesizer) throws IOException {
    Files.createDirectories(bank);
    this.bank = bank;
    this.index = ClipIndex.read(bank);
    this.synthesizer = synthesizer;
  }

  /**
   * Makes a bank of everything that can be said in a hall: also the names of its services.
   *
   * @throws IOException when the folder cannot be written
   */
  public static Made make(Plan plan, Path bank) throws IOException {
    Wording wording = new Wording(plan);
    BankMaker maker = new BankMaker(bank, Espeak::say);
    for (String language : plan.languages()) {
      Set<String> tokens = new TreeSet<>(wording.vocabulary(language));
      plan.services().forEach(service -> tokens.add(service.name().in(language)));
      maker.add(language, tokens);
    }
    return maker.finished();
  }

  /** Makes a bank of what a script needs. */
  static Made make(Map<String, Set<String>> tokens, Path bank, Synthesizer synthesizer)
      throws IOException {
    BankMaker maker = new BankMaker(bank, synthesizer);
    for (Map.Entry<String, Set<String>> language : tokens.entrySet()) {
      maker.add(language.getKey(), language.getValue());
    }
    return maker.finished();
  }

  private void add(String language, Set<String> tokens) throws IOException {
    Files.createDirectories(bank.resolve(ClipName.folder(language)));
    for (String token : tokens) {
      add(language, token);
    }
  }

  private Made finished() throws IOException {
    add("", ClipBank.CHIME);
    index.write(bank);
    return new Made(made, kept, recordings, wanting);
  }

  private void add(String language, String token) throws IOException {
    String name = ClipName.of(language, token);
    Path file = ClipName.in(bank, name);
    if (Files.exists(file)) {
      keep(language, token, name, Files.readAllBytes(file));
      return;
    }
    Optional<short[]> sound = sound(language, token);
    if (sound.isEmpty()) {
      wanting.add(language + " " + token);
      return;
    }
    byte[] bytes = Wav.write(sound.get());
    Path part = ClipName.in(bank, name + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    index.put(new ClipIndex.Row(token, language, name, origin(language), ClipIndex.sum(bytes)));
    made++;
  }

  private static String origin(String language) {
    return language.isEmpty() ? ClipBank.CHIME : Espeak.origin(language);
  }

  private void keep(String language, String token, String name, byte[] bytes) {
    if (index.made(name, bytes)) {
      kept++;
      return;
    }
    recordings++;
    String sum = ClipIndex.sum(bytes);
    index.put(new ClipIndex.Row(token, language, name, ClipIndex.RECORDING, sum));
  }

  private Optional<short[]> sound(String language, String token) throws IOException {
    try {
      float[] said = language.isEmpty() ? Chime.sound() : synthesizer.say(token, language);
      return Optional.of(Levelling.clip(said)).filter(sound -> sound.length > 0);
    } catch (InterruptedIOException stopping) {
      throw stopping;
    } catch (IOException impossible) {
      if (wanting.isEmpty()) { // the reason is the same for all
        Logger.warn("voice: {}", impossible.getMessage());
      }
      return Optional.empty();
    }
  }
}
