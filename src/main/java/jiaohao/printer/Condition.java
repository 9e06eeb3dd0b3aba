package jiaohao.printer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.health.Fault;

/** What is known of a printer from what it said: its faults, and the ways in which it speaks. */
final class Condition {
  /** One answer lost may be noise, two in a row are silence. */
  private static final int SILENT_AFTER = 2;

  private final List<Integer> realTime = new ArrayList<>();
  private Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private boolean heard;
  private boolean automatic;
  private boolean asked;
  private int unanswered;
  private Optional<Outcome.Tier> confirms = Optional.empty();

  /** Takes note of a reply. */
  void heard(Reply reply) {
    heard = true;
    unanswered = 0;
    switch (reply) {
      case Reply.Automatic status -> automatic(status);
      case Reply.Paper paper -> paper(paper.bits());
      case Reply.RealTime status -> realTime(status.bits());
      case Reply.ProcessId id -> confirms = Optional.of(Outcome.Tier.A);
      case Reply.Block block -> {}
      case Reply.Flow flow -> {}
    }
  }

  /** The best way in which it has confirmed a slip, A or B, once that is known. */
  Optional<Outcome.Tier> confirms() {
    return confirms;
  }

  /** It has answered GS r and no process id. */
  void confirmsByPaperStatusOnly() {
    if (confirms.isEmpty()) {
      confirms = Optional.of(Outcome.Tier.B);
    }
  }

  /** DLE EOT 1–4 has been sent: the next four answers are to it. */
  void asked() {
    realTime.clear();
    asked = true;
  }

  /** Whether all of the last ask has been answered, or given up. */
  boolean answered() {
    return !asked;
  }

  /** The last ask was not answered in time; the faults of a printer gone silent are stale. */
  void notAnswered() {
    asked = false;
    unanswered++;
    if (silent()) {
      faults = EnumSet.noneOf(Fault.class);
      automatic = false;
    }
  }

  /** Whether it has ever said anything, and has not fallen silent since. */
  boolean speaks() {
    return heard && !silent();
  }

  boolean silent() {
    return unanswered >= SILENT_AFTER;
  }

  /** Whether it tells of changes unasked. */
  boolean automatic() {
    return automatic;
  }

  Set<Fault> faults() {
    Set<Fault> now = EnumSet.copyOf(faults);
    if (silent()) {
      now.add(Fault.SILENT);
    }
    return Collections.unmodifiableSet(now);
  }

  /** The fault that keeps it from printing, if there is one. */
  Optional<Fault> stop() {
    return faults.stream().filter(Fault::stops).findFirst();
  }

  private void automatic(Reply.Automatic status) {
    automatic = true;
    Set<Fault> now = EnumSet.noneOf(Fault.class);
    addIf(now, Fault.COVER, status.state() & 0x20);
    addIf(now, Fault.CUTTER, status.errors() & 0x08);
    addIf(now, Fault.ERROR, status.errors() & 0x64);
    addPaper(now, status.paper() & 0x0C, status.paper() & 0x03);
    addOffline(now, status.state() & 0x08);
    faults = now;
  }

  private void paper(int bits) {
    faults.removeAll(EnumSet.of(Fault.PAPER_END, Fault.NEAR_END));
    addPaper(faults, bits & 0x0C, bits & 0x03);
  }

  private void realTime(int bits) {
    if (!asked) {
      return; // a late answer: to which question is not known
    }
    realTime.add(bits);
    if (realTime.size() < 4) {
      return;
    }
    asked = false;
    int cause = realTime.get(1);
    int errors = realTime.get(2);
    int paper = realTime.get(3);
    Set<Fault> now = EnumSet.noneOf(Fault.class);
    addIf(now, Fault.COVER, cause & 0x04);
    addIf(now, Fault.CUTTER, errors & 0x08);
    addIf(now, Fault.ERROR, errors & 0x60);
    int end = (cause & 0x20) | (paper & 0x60);
    addPaper(now, end, paper & 0x0C);
    if (!now.contains(Fault.CUTTER)) {
      addIf(now, Fault.ERROR, cause & 0x40);
    }
    addOffline(now, realTime.get(0) & 0x08);
    faults = now;
  }

  private static void addPaper(Set<Fault> now, int end, int nearEnd) {
    addIf(now, Fault.PAPER_END, end);
    if (end == 0) {
      addIf(now, Fault.NEAR_END, nearEnd);
    }
  }

  /** Offline is only worth saying when nothing says why. */
  private static void addOffline(Set<Fault> now, int offline) {
    if (now.stream().noneMatch(Fault::stops)) {
      addIf(now, Fault.OFFLINE, offline);
    }
  }

  private static void addIf(Set<Fault> now, Fault fault, int bits) {
    if (bits != 0) {
      now.add(fault);
    }
  }
}
