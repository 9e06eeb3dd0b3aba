package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipBankTest {
  private static final Map<String, Set<String>> TOKENS =
      Map.of("zh", Set.of("请", "A", "号", "窗口"), "en", Set.of("A", "window"));

  @TempDir private Path dir;

  private ClipBank bank(Synthesizer synthesizer) throws IOException {
    return new ClipBank(Optional.of(ClipFolder.open(dir)), synthesizer);
  }

  /** A recording at another rate and level, in stereo, with silence around it. */
  private void record(String name, double hertz) throws IOException {
    int rate = 44_100;
    short[] stereo = new short[2 * rate];
    for (int i = rate / 4; i < rate / 2; i++) {
      short sample = (short) (3000 * Math.sin(2 * Math.PI * hertz * i / rate));
      stereo[2 * i] = sample;
      stereo[2 * i + 1] = sample;
    }
    byte[] file = Wav.write(stereo);
    file[22] = 2;
    for (int i = 0; i < 4; i++) {
      file[24 + i] = (byte) (rate >> (8 * i));
    }
    Files.write(ClipName.in(dir, name), file);
  }

  @Test
  void aBankHasAFileForEveryTokenAndTheChimeAndAnIndex() throws IOException {
    BankMaker.Made made = BankMaker.make(TOKENS, dir, Banks::hum);
    assertEquals(new BankMaker.Made(7, 0, 0, List.of()), made);
    Set<String> files = new TreeSet<>();
    ClipIndex.read(dir).rows().forEach(row -> files.add(row.file()));
    assertEquals(
        Set.of("A.wav", "chime.wav", "en/A.wav", "en/window.wav", "号.wav", "窗口.wav", "请.wav"),
        files);
    for (String file : files) {
      short[] clip = Wav.samples(Files.readAllBytes(ClipName.in(dir, file)));
      assertEquals(-20, Pcm.rmsDb(clip), 2, file);
      assertTrue(Pcm.peakDb(clip) < -1, file);
    }
  }

  @Test
  void whatLiesThereIsNotMadeAgain() throws IOException {
    BankMaker.make(TOKENS, dir, Banks::hum);
    assertEquals(new BankMaker.Made(0, 7, 0, List.of()), BankMaker.make(TOKENS, dir, Banks.NOBODY));
  }

  @Test
  void whatCannotBeMadeIsTold() throws IOException {
    record("请.wav", 440);
    BankMaker.Made made = BankMaker.make(TOKENS, dir, Banks.NOBODY);
    assertEquals(Set.of("zh A", "zh 号", "zh 窗口", "en A", "en window"), Set.copyOf(made.wanting()));
    assertEquals(1, made.recordings());
  }

  @Test
  void aRecordingDroppedInWinsAndIsTrimmedAndLevelled() throws IOException {
    BankMaker.make(TOKENS, dir, Banks::hum);
    record("请.wav", 440);
    Clip clip = bank(Banks.NOBODY).clip("zh", "请");
    assertTrue(clip.recorded());
    assertEquals(0.25, new Waveform(clip.sound()).seconds(), 0.015);
    assertEquals(-20, Pcm.rmsDb(clip.sound()), 2);
    assertEquals(440, hertz(clip.sound()), 15);
    BankMaker.Made again = BankMaker.make(TOKENS, dir, Banks.NOBODY);
    assertEquals(new BankMaker.Made(0, 6, 1, List.of()), again);
    assertEquals(
        ClipIndex.RECORDING,
        ClipIndex.read(dir).rows().stream()
            .filter(row -> row.token().equals("请"))
            .findFirst()
            .orElseThrow()
            .origin());
  }

  private static double hertz(short[] sound) {
    int crossings = 0;
    for (int i = 1; i < sound.length; i++) {
      crossings += sound[i - 1] < 0 && sound[i] >= 0 ? 1 : 0;
    }
    return (double) crossings * Pcm.RATE / sound.length;
  }

  @Test
  void aFolderOfRecordingsNeedsNoIndex() throws IOException {
    record("请.wav", 300);
    ClipBank bank = bank(Banks.NOBODY);
    assertTrue(bank.clip("zh", "请").recorded());
    assertEquals(Map.of(), bank.madeGood());
  }

  @Test
  void theChimeMayBeRecordedToo() throws IOException {
    assertFalse(bank(Banks.NOBODY).chime().recorded());
    record("chime.wav", 880);
    assertTrue(bank(Banks.NOBODY).chime().recorded());
  }

  @Test
  void aWordWithoutAClipIsSpelledFromSmallerOnesAndTold() throws IOException {
    record("报.wav", 300);
    record("检.wav", 400);
    Files.createDirectories(dir.resolve("en"));
    record("en/check.wav", 300);
    record("en/in.wav", 400);
    record("en/two.wav", 500);
    ClipBank bank = bank(Banks.NOBODY);
    Clip spelled = bank.clip("zh", "报检");
    assertEquals(Clip.SPELLED, spelled.origin());
    int parts =
        bank.clip("zh", "报").sound().length + Pcm.samples(30) + bank.clip("zh", "检").sound().length;
    assertEquals(parts, spelled.sound().length);
    assertEquals(Clip.SPELLED, bank.clip("en", "Check-in 2").origin());
    assertEquals(Map.of("报检", Clip.SPELLED, "Check-in 2", Clip.SPELLED), bank.madeGood());
  }

  @Test
  void aLetterMayBeRecordedAsItsSyllables() throws IOException {
    BankMaker.make(Map.of("zh", Set.of("F", "A")), dir, Banks::hum);
    record("_ai4.wav", 300);
    assertFalse(bank(Banks.NOBODY).clip("zh", "F").recorded());
    record("_fu2.wav", 400);
    ClipBank bank = bank(Banks.NOBODY);
    assertTrue(bank.clip("zh", "F").recorded());
    assertFalse(bank.clip("zh", "A").recorded());
    assertEquals(Map.of(), bank.madeGood());
  }

  @Test
  void aWordThatCannotBeSpelledIsSynthesizedAndTold() throws IOException {
    ClipBank bank = bank(Banks::hum);
    assertFalse(bank.clip("zh", "签字").silent());
    assertEquals(Map.of("签字", "espeak-ng cmn-latn-pinyin"), bank.madeGood());
  }

  @Test
  void whereNoWordCanBeHadTheChimeIsHeardAndWordsAreTriedAgain() throws IOException {
    List<String> asked = new ArrayList<>();
    ClipBank bank =
        bank((words, language) -> {
          asked.add(words);
          throw new IOException("not installed");
        });
    Utterance words = new Utterance("zh", "请", List.of("请"));
    Announcement brief = new Announcement(List.of(words), false, false);
    Mixer.Mix mix = Mixer.mix(brief, bank, 1);
    assertEquals(List.of("chime"), mix.placed().stream().map(Mixer.Placed::token).toList());
    int before = asked.size();
    bank.clip("zh", "请");
    assertTrue(asked.size() > before);
    assertEquals(Map.of("请", Clip.SILENT), bank.madeGood());
  }

  @Test
  void slowRecordingsAreSpokenFasterAtTheSamePitch() throws IOException {
    Synthesizer slow =
        (words, language) -> {
          float[] hum = new float[Pcm.samples(620)];
          for (int i = 0; i < hum.length; i++) {
            hum[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / Pcm.RATE));
          }
          return hum;
        };
    List<String> tokens = List.of("请", "A", "零", "一", "二", "号", "到", "三", "号", "窗口");
    Utterance call = new Utterance("zh", "请A012号到3号窗口", tokens);
    Mixer.Mix mix = Mixer.mix(new Announcement(List.of(call), true, false), bank(slow), 1);
    Waveform heard = new Waveform(mix.sound());
    assertEquals(6.35, heard.seconds(), 0.15, heard.toString());
    assertTrue(heard.longestPauseMillis() <= 250, heard.toString());
    assertTrue(heard.peakDb() < -1, heard.toString());
    Mixer.Placed clip = mix.placed().get(3);
    assertEquals(440, hertz(Arrays.copyOfRange(mix.sound(), clip.from(), clip.to())), 9);
    assertEquals(-20, heard.rmsDb(clip.from(), clip.to()), 2);
  }

  @Test
  void aFileThatIsNoSoundIsAsGoodAsNone() throws IOException {
    Files.write(ClipName.in(dir, "请.wav"), "no sound".getBytes(StandardCharsets.UTF_8));
    ClipBank bank = bank(Banks::hum);
    assertFalse(bank.clip("zh", "请").silent());
    assertEquals(Set.of("请"), bank.madeGood().keySet());
  }

  @Test
  void namesThatNoFileCanHaveAreWrittenOtherwise() throws IOException {
    Set<String> odd = Set.of("A/B", "..", "50%", "x".repeat(300), "长".repeat(90));
    BankMaker.make(Map.of("zh", odd), dir, Banks::hum);
    ClipBank bank = bank(Banks.NOBODY);
    for (String token : odd) {
      short[] made = Levelling.clip(Banks.hum(token, "zh"));
      assertArrayEquals(made, bank.clip("zh", token).sound(), token);
    }
    assertEquals("A%2FB.wav", ClipName.of("zh", "A/B"));
  }

  @Test
  void espeakSpeaksMandarinAndNotThePinyinInEnglish() throws Exception {
    Banks.folder();
    Process phonemes =
        new ProcessBuilder("espeak-ng", "-v", "cmn-latn-pinyin", "-b", "1", "-q", "-x", "--stdin")
            .start();
    phonemes.getOutputStream().write("请号到窗口".getBytes(StandardCharsets.UTF_8));
    phonemes.getOutputStream().close();
    String said = new String(phonemes.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertFalse(said.contains("(en)"), said);
    assertEquals("espeak-ng cmn-latn-pinyin", Espeak.origin("zh"));
  }
}
