package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.HashSet;
import java.util.Set;

/** The audit's book of what else is printed: each notice comes up once and is settled once. */
final class AuditedNotices {
  private final Set<Long> open = new HashSet<>();

  /**
   * A notice is named by the next place the journal gives out.
   *
   * @param next that place
   */
  void issue(Event.NoticeIssued issued, long next) {
    require(issued.notice() == next, "%s, but the next notice is number %s", issued, next);
    require(
        issued.ticket().isPresent() == issued.kind().ofTicket(),
        "%s: a checklist is nobody's, everything else is somebody's",
        issued);
    open.add(issued.notice());
  }

  void settle(Event event, long notice) {
    require(open.remove(notice), "%s was not to be printed any more", event);
  }
}
