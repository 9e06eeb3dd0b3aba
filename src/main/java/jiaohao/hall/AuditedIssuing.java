package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The audit of numbers being given out: to whom, how many, and what their slips say. */
final class AuditedIssuing {
  private final AuditedHall hall;
  private final AuditedLines lines;
  private final Map<String, Integer> today = new HashMap<>();

  AuditedIssuing(AuditedHall hall, AuditedLines lines) {
    this.hall = hall;
    this.lines = lines;
  }

  void newDay() {
    today.clear();
  }

  /**
   * A number before it is put in line.
   *
   * @param visits who holds one now
   */
  void check(Event.TicketIssued issued, OffsetDateTime at, Collection<AuditedVisit> visits) {
    require(!hall.suspended(), "%s while the hall is suspended", issued);
    requireTerms(issued, at);
    requireLimits(issued, visits);
    int ahead = ahead(issued);
    require(
        issued.ahead() == ahead,
        "%s says %s ahead, not %s",
        issued.ticket(),
        issued.ahead(),
        ahead);
  }

  private void requireTerms(Event.TicketIssued issued, OffsetDateTime at) {
    Plan plan = hall.plan(issued);
    Terms terms = issued.terms();
    boolean group =
        terms.group().stream()
            .allMatch(
                id -> plan.fairness().groups().stream().anyMatch(known -> known.id().equals(id)));
    boolean staff = terms.staff().stream().allMatch(id -> plan.member(id).isPresent());
    boolean window = terms.counter() == 0 || hall.hasWindow(terms.counter());
    require(group && staff && window, "%s: no such group, person or window", issued);
    boolean later = terms.appointment().stream().allMatch(time -> time.isAfter(at));
    require(later, "%s for a time that has passed", issued);
  }

  /** Who comes by appointment is not inside yet. */
  private void requireLimits(Event.TicketIssued issued, Collection<AuditedVisit> visits) {
    Plan.Limits limits =
        hall.plan(issued)
            .service(issued.service())
            .map(Plan.Service::limits)
            .orElse(Plan.Limits.NONE);
    int issuedToday = today.merge(issued.service(), 1, Integer::sum);
    int most = limits.dailyMost().orElse(Integer.MAX_VALUE);
    require(
        issued.terms().counter() != 0 || issuedToday <= most,
        "%s is number %s of a day that has %s",
        issued,
        issuedToday,
        most);
    if (limits.atOnceMost().isPresent() && issued.terms().appointment().isEmpty()) {
      int atOnce = limits.atOnceMost().getAsInt();
      long inside =
          visits.stream()
              .filter(visit -> visit.service.equals(issued.service()) && !visit.absent())
              .count();
      require(inside < atOnce, "%s while %s of %s are inside", issued, inside, atOnce);
    }
  }

  private int ahead(Event.TicketIssued issued) {
    Terms terms = issued.terms();
    if (terms.appointment().isPresent()) {
      return 0;
    }
    boolean overtakes = terms.group().isPresent() && terms.staff().isEmpty();
    return (int)
        lines
            .waiting(issued.stage())
            .filter(leg -> !overtakes || (leg.privileged && leg.staff.equals(Optional.empty())))
            .count();
  }
}
