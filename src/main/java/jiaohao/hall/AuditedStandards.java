package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import jiaohao.hall.AuditedVisit.Leg;
import jiaohao.hall.AuditedVisit.Phase;

/** The audit of time standards: each is broken once at most, and only where it runs. */
final class AuditedStandards {
  private AuditedStandards() {}

  static void broken(Leg leg, Event.StandardBroken broken) {
    boolean waiting = broken.kind().equals(Event.StandardBroken.WAITING);
    require(
        waiting || broken.kind().equals(Event.StandardBroken.SERVING),
        "%s is about no standard",
        broken);
    require(leg.broken.add(broken.kind()), "%s a second time", broken);
    int limit = waiting ? leg.waitLimitSeconds : leg.limitSeconds;
    require(
        limit > 0 && broken.limitSeconds() == limit, "%s, but the limit is %s s", broken, limit);
    require(broken.overSeconds() >= 0, "%s before it was due", broken);
    if (waiting) {
      require(
          leg.phase == Phase.WAITING && !leg.waitOver && broken.counter() == 0,
          "%s, but it does not wait: it is %s",
          broken,
          leg.phase);
    } else {
      require(
          leg.phase.inHand() && leg.counter == broken.counter(),
          "%s, but it is not in hand there: it is %s",
          broken,
          leg.phase);
      boolean assumed = leg.phase == Phase.CALLED && !leg.silent;
      require(broken.assumed() == assumed, "%s, but it is %s", broken, leg.phase);
    }
  }
}
