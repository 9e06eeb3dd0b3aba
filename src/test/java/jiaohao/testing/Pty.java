package jiaohao.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A real pseudo terminal, raw from the start: what the program under test opens is {@link #slave},
 * the test holds the other end. Closing it is a hang-up. Linux only (POSIX and glibc names, numbers
 * of the asm-generic headers).
 */
@SuppressWarnings("restricted") // the linker: that is what this class is for
public final class Pty implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;
  private static final int TCSANOW = 0;
  private static final int TERMIOS_BYTES = 60;
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle POSIX_OPENPT = libc("posix_openpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle GRANTPT = libc("grantpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle UNLOCKPT = libc("unlockpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle PTSNAME_R =
      libc("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle TCGETATTR = libc("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle TCSETATTR =
      libc("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle READ = libc("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE = libc("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle POLL = libc("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle CLOSE = libc("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("open"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));

  private final int master;
  private final int held;
  private final String slave;
  private boolean open = true;

  private Pty(int master, int held, String slave) {
    this.master = master;
    this.held = held;
    this.slave = slave;
  }

  /**
   * Opens a pseudo terminal. It holds its slave end open too, so that the program under test may
   * close and open it again without a hang-up at this end.
   */
  public static Pty open() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int master = checked("posix_openpt", POSIX_OPENPT.invoke(O_RDWR | O_NOCTTY));
      checked("grantpt", GRANTPT.invoke(master));
      checked("unlockpt", UNLOCKPT.invoke(master));
      MemorySegment name = arena.allocate(128);
      checked("ptsname_r", PTSNAME_R.invoke(master, name, 128L));
      int held = checked("open", OPEN.invoke(name, O_RDWR | O_NOCTTY));
      makeRaw(held, arena.allocate(TERMIOS_BYTES, 8));
      return new Pty(master, held, name.getString(0, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Path of the end that the program under test opens. */
  public String slave() {
    return slave;
  }

  /**
   * What the program under test has written; empty if nothing came in time.
   *
   * @param waitMillis at most, 0 for not at all
   */
  public byte[] read(int waitMillis) throws IOException {
    return read(waitMillis, 4096);
  }

  /** The same, but no more than {@code atMost} bytes of it. */
  public byte[] read(int waitMillis, int atMost) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      if (!ready(arena, POLLIN, waitMillis)) {
        return new byte[0];
      }
      MemorySegment buffer = arena.allocate(atMost);
      int length = checked("read", (int) (long) READ.invoke(master, buffer, (long) atMost));
      return buffer.asSlice(0, length).toArray(JAVA_BYTE);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the program under test has written something, after {@code waitMillis} at most. */
  public boolean readable(int waitMillis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return ready(arena, POLLIN, waitMillis);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes all of it, for the program under test to read. */
  public void write(byte... bytes) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocateFrom(JAVA_BYTE, bytes);
      for (long from = 0; from < bytes.length; ) {
        if (!ready(arena, POLLOUT, 5000)) {
          throw new IOException("nobody reads " + slave);
        }
        long written = (long) WRITE.invoke(master, buffer.asSlice(from), bytes.length - from);
        from += checked("write", (int) written);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    if (open) {
      open = false;
      closeFile(master);
      closeFile(held);
    }
  }

  private boolean ready(Arena arena, short event, int waitMillis) throws Throwable {
    MemorySegment pollfd =
        arena.allocate(MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT));
    pollfd.set(JAVA_INT, 0, master);
    pollfd.set(JAVA_SHORT, 4, event);
    int count = checked("poll", POLL.invoke(pollfd, 1L, waitMillis));
    return count > 0 && (pollfd.get(JAVA_SHORT, 6) & event) != 0;
  }

  private static void makeRaw(int file, MemorySegment termios) throws Throwable {
    checked("tcgetattr", TCGETATTR.invoke(file, termios));
    CFMAKERAW.invoke(termios);
    checked("tcsetattr", TCSETATTR.invoke(file, TCSANOW, termios));
  }

  private static void closeFile(int file) {
    try {
      int _ = (int) CLOSE.invoke(file);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static int checked(String call, Object result) throws IOException {
    int value = (int) result;
    if (value < 0) {
      throw new IOException(call + " failed on a pseudo terminal");
    }
    return value;
  }

  private static MethodHandle libc(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
