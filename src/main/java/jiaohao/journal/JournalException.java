package jiaohao.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import jiaohao.health.Fault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The journal cannot do what was asked of it; the message names the place and the remedy. */
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Less than this left and SQLite cannot even extend its shared index (32 KiB at a time). */
  private static final long FULL_BYTES = 64 * 1024;

  /** What is the matter. */
  public enum Kind {
    /** No space left. Passes when there is space: open again. */
    DISK_FULL(Fault.DISK_FULL),
    /** Not writable. May pass: open again. */
    READ_ONLY(Fault.READ_ONLY),
    /** A read or write failed. May pass: open again. */
    IO(Fault.JOURNAL_BROKEN),
    /** Not ours to use as it is: locked, torn, or of a newer version. Needs a person. */
    REFUSED(Fault.JOURNAL_BROKEN);

    private final Fault fault;

    Kind(Fault fault) {
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  private final Kind kind;

  private JournalException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  static JournalException refused(String message) {
    return new JournalException(Kind.REFUSED, message, null);
  }

  static JournalException refused(String message, Throwable cause) {
    return new JournalException(Kind.REFUSED, message, cause);
  }

  /**
   * Where the journal was lies another, or an earlier copy.
   *
   * @param lastSeq the last event that is missed
   */
  public static JournalException gone(Path stateDir, long lastSeq) {
    return new JournalException(
        Kind.IO,
        stateDir
            + " 中的记录不见了:请检查挂载和存储卡 / no longer holds the journal with event "
            + lastSeq
            + ": check the mount and the card",
        null);
  }

  /** Tells the kinds of failure apart by SQLite's result code, and by looking at the directory. */
  static JournalException of(Path stateDir, String doing, Exception cause) {
    Kind kind = kind(stateDir, cause);
    String remedy = kind.fault().remedy("zh") + " / " + kind.fault().remedy("en");
    return new JournalException(
        kind, stateDir + ": " + doing + " failed (" + cause.getMessage() + "); " + remedy, cause);
  }

  /** For whoever goes on using a journal that has failed. */
  JournalException again() {
    return new JournalException(kind, "the journal must be opened again: " + getMessage(), this);
  }

  public Kind kind() {
    return kind;
  }

  public Fault fault() {
    return kind.fault();
  }

  private static Kind kind(Path stateDir, Exception cause) {
    if (cause instanceof SQLException sql) {
      int primaryCode = code(sql).code & 0xff;
      if (primaryCode == SQLiteErrorCode.SQLITE_FULL.code) {
        return Kind.DISK_FULL;
      }
      if (primaryCode == SQLiteErrorCode.SQLITE_READONLY.code) {
        return Kind.READ_ONLY;
      }
      if (primaryCode == SQLiteErrorCode.SQLITE_CORRUPT.code
          || primaryCode == SQLiteErrorCode.SQLITE_NOTADB.code) {
        return Kind.REFUSED;
      }
    }
    return kindByLooking(stateDir);
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }

  /** Not every error says what is behind it: a full disk also fails to map the shared index. */
  private static Kind kindByLooking(Path stateDir) {
    Path existing = stateDir.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      if (!Files.isWritable(existing)) {
        return Kind.READ_ONLY;
      }
      return Files.getFileStore(existing).getUsableSpace() < FULL_BYTES ? Kind.DISK_FULL : Kind.IO;
    } catch (IOException e) {
      return Kind.IO;
    }
  }
}
