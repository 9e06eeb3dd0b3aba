package jiaohao.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavTest {
  private static final double HERTZ = 440;

  /** Half a second of a tone, at half of full scale, in any format. */
  private static byte[] tone(int rate, int channels, int bits, boolean floating) {
    int frames = rate / 2;
    int length = frames * channels * bits / 8;
    ByteBuffer file = ByteBuffer.allocate(60 + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(52 + length).put("WAVE".getBytes(US_ASCII));
    file.put("LIST".getBytes(US_ASCII)).putInt(7).put(new byte[8]); // padded to even
    file.put("fmt ".getBytes(US_ASCII)).putInt(16);
    file.putShort((short) (floating ? 3 : 1)).putShort((short) channels).putInt(rate);
    file.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    file.putShort((short) bits).put("data".getBytes(US_ASCII)).putInt(length);
    for (int i = 0; i < frames; i++) {
      double sample = 0.5 * Math.sin(2 * Math.PI * HERTZ * i / rate);
      for (int channel = 0; channel < channels; channel++) {
        put(file, sample, bits, floating);
      }
    }
    return file.array();
  }

  private static void put(ByteBuffer file, double sample, int bits, boolean floating) {
    if (floating) {
      file.putFloat((float) sample);
    } else if (bits == 8) {
      file.put((byte) (128 + Math.round(sample * 127)));
    } else {
      long whole = Math.round(sample * (1L << (bits - 1)));
      for (int shift = 0; shift < bits; shift += 8) {
        file.put((byte) (whole >> shift));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8000, 1, 8, false", "16000, 1, 16, false", "22050, 1, 16, false", "22050, 2, 24, false",
    "44100, 2, 16, false", "48000, 1, 32, false", "48000, 2, 32, true", "96000, 1, 24, false"
  })
  void anyCommonFormatIsTheSameSound(int rate, int channels, int bits, boolean floating)
      throws IOException {
    float[] sound = Wav.read(tone(rate, channels, bits, floating));
    assertEquals(Pcm.RATE / 2.0, sound.length, 2);
    double worst = 0;
    for (int i = 200; i < sound.length - 200; i++) {
      double wanted = 0.5 * Math.sin(2 * Math.PI * HERTZ * i / Pcm.RATE);
      worst = Math.max(worst, Math.abs(sound[i] - wanted));
    }
    assertTrue(worst < 0.02, "off by " + worst);
  }

  @Test
  void whatIsTooHighForTheRateIsNotFoldedDown() throws IOException {
    float[] high = new float[48_000];
    for (int i = 0; i < high.length; i++) {
      high[i] = (float) Math.sin(2 * Math.PI * 15_000 * i / 48_000);
    }
    short[] heard = Pcm.whole(Resampler.resample(high, 48_000));
    assertTrue(Pcm.rmsDb(heard) < -40, "" + Pcm.rmsDb(heard));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    short[] sound = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE};
    assertArrayEquals(sound, Wav.samples(Wav.write(sound)));
    assertArrayEquals(sound, Pcm.whole(Wav.read(Wav.write(sound))));
  }

  @Test
  void aFileCutShortIsReadAsFarAsItGoes() throws IOException {
    byte[] file = tone(22_050, 1, 16, false);
    assertEquals(1000, Wav.read(Arrays.copyOf(file, 60 + 2000)).length);
  }

  @Test
  void otherFilesAreRefused() {
    byte[] compressed = tone(22_050, 1, 16, false);
    compressed[36] = 2;
    byte[] noRate = tone(22_050, 1, 16, false);
    Arrays.fill(noRate, 40, 44, (byte) 0);
    for (byte[] bad : new byte[][] {new byte[0], new byte[100], compressed, noRate}) {
      assertThrows(IOException.class, () -> Wav.read(bad));
    }
  }

  @Test
  void aClipIsTrimmedSqueezedAndLevelledHoweverItWasRecorded() {
    float[] recording = new float[3 * Pcm.RATE];
    Arrays.fill(recording, 0.02f); // as cheap sound cards have it
    for (int i = 0; i < Pcm.RATE / 2; i++) {
      recording[Pcm.RATE / 2 + i] += (float) (0.01 * Math.sin(0.1 * i));
      recording[3 * Pcm.RATE / 2 + i] += (float) (0.01 * Math.sin(0.1 * i));
      recording[3 * Pcm.RATE / 2 + i] += i % 400 == 0 ? 0.1f : 0;
    }
    short[] clip = Levelling.clip(recording);
    Waveform heard = new Waveform(clip);
    assertEquals(-20, Pcm.rmsDb(clip), 2);
    assertTrue(heard.peakDb() < -1, heard.toString());
    assertTrue(heard.longestPauseMillis() <= 200, heard.toString());
    assertEquals(1.15, heard.seconds(), 0.1);
    assertEquals(0, Levelling.clip(new float[5000]).length);
  }
}
