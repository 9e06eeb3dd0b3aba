package jiaohao.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** WAV files: reads any uncompressed one, writes mono, 22 050 Hz, 16 bit. */
final class Wav {
  private static final int HEADER_BYTES = 44;
  private static final int WHOLE = 1;
  private static final int FLOATING = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int LOWEST_RATE = 4_000;
  private static final int HIGHEST_RATE = 192_000;
  private static final int MOST_CHANNELS = 8;

  /** What the format chunk says. */
  private record Format(int kind, int channels, int rate, int bits) {
    boolean usable() {
      boolean wide =
          kind == FLOATING
              ? bits == 32
              : kind == WHOLE && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
      boolean common = rate >= LOWEST_RATE && rate <= HIGHEST_RATE;
      return wide && common && channels >= 1 && channels <= MOST_CHANNELS;
    }

    int frameBytes() {
      return channels * bits / 8;
    }
  }

  private Wav() {}

  /**
   * The sound of a file, its channels mixed to one, at {@link Pcm#RATE}; from −1 to 1.
   *
   * @throws IOException when it is no uncompressed WAV file
   */
  static float[] read(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER_BYTES || !tag(in).equals("RIFF")) {
      throw unreadable();
    }
    in.position(12);
    Format format = null;
    while (in.remaining() >= 8) {
      String chunk = tag(in);
      // A program that writes to a pipe cannot say how long the sound will be.
      int length = (int) Math.min(Integer.toUnsignedLong(in.getInt()), in.remaining());
      int next = in.position() + length + (length & 1);
      if (chunk.equals("fmt ") && length >= 16) {
        format = format(in, length);
      } else if (chunk.equals("data") && format != null && format.usable()) {
        return Resampler.resample(mono(in, length, format), format.rate());
      }
      in.position(Math.min(next, in.limit()));
    }
    throw unreadable();
  }

  private static IOException unreadable() {
    return new IOException("不是未压缩的 WAV / not an uncompressed WAV file");
  }

  private static String tag(ByteBuffer in) {
    byte[] tag = new byte[4];
    in.get(tag);
    return new String(tag, US_ASCII);
  }

  private static Format format(ByteBuffer in, int length) {
    int start = in.position();
    int kind = Short.toUnsignedInt(in.getShort(start));
    if (kind == EXTENSIBLE && length >= 26) {
      kind = Short.toUnsignedInt(in.getShort(start + 24));
    }
    return new Format(
        kind,
        Short.toUnsignedInt(in.getShort(start + 2)),
        in.getInt(start + 4),
        Short.toUnsignedInt(in.getShort(start + 14)));
  }

  private static float[] mono(ByteBuffer in, int length, Format format) {
    float[] mono = new float[length / format.frameBytes()];
    for (int frame = 0; frame < mono.length; frame++) {
      float sum = 0;
      for (int channel = 0; channel < format.channels(); channel++) {
        sum += sample(in, format);
      }
      mono[frame] = sum / format.channels();
    }
    return mono;
  }

  private static float sample(ByteBuffer in, Format format) {
    return switch (format.bits()) {
      case 8 -> (Byte.toUnsignedInt(in.get()) - 128) / 0x1p7f;
      case 16 -> in.getShort() / 0x1p15f;
      case 24 -> ((in.get() & 0xFF) | (in.get() & 0xFF) << 8 | in.get() << 16) / 0x1p23f;
      default -> format.kind() == FLOATING ? in.getFloat() : in.getInt() / 0x1p31f;
    };
  }

  /** A whole file of this sound. */
  static byte[] write(short[] sound) {
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + 2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(US_ASCII)).putInt(HEADER_BYTES - 8 + 2 * sound.length);
    out.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16);
    out.putShort((short) WHOLE).putShort((short) 1);
    out.putInt(Pcm.RATE).putInt(2 * Pcm.RATE).putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(US_ASCII)).putInt(2 * sound.length);
    return out.put(Pcm.bytes(sound)).array();
  }

  /** The samples of a file that {@link #write} made. */
  static short[] samples(byte[] written) {
    short[] sound = new short[(written.length - HEADER_BYTES) / 2];
    ByteBuffer.wrap(written, HEADER_BYTES, 2 * sound.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(sound);
    return sound;
  }
}
