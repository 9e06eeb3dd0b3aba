package jiaohao.hall;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The audit's book of days, numbers and slips. A day's numbers of one letter take 250 bytes. */
final class AuditedNumbers {
  private record Sheet(BitSet issued, BitSet printed) {}

  private record Letter(LocalDate day, char prefix) {}

  private final Map<Letter, Sheet> sheets = new HashMap<>();
  private final Map<Character, Integer> lastOrdinals = new HashMap<>();
  private final Set<TicketId> unsettled = new LinkedHashSet<>();
  private List<Plan.Service> services = List.of();
  private LocalDate day = LocalDate.MIN;
  private boolean dayStarted;

  Set<TicketId> unsettled() {
    return Collections.unmodifiableSet(unsettled);
  }

  void adopt(Plan plan) {
    services = plan.services();
  }

  /** The day of each fact is the day begun last, and a day begins after the one before. */
  void seeDay(Fact fact) {
    if (fact.event() instanceof Event.DayStarted started) {
      boolean later = !dayStarted || started.started().isAfter(day);
      Audit.require(later, "day %s begins after %s", started.started(), day);
      Audit.require(
          fact.day().equals(started.started()), "%s is filed under %s", started, fact.day());
      dayStarted = true;
      lastOrdinals.clear();
    } else {
      Audit.require(
          dayStarted ? fact.day().equals(day) : !fact.day().isBefore(day),
          "%s is filed under %s, but the day is %s",
          fact.event(),
          fact.day(),
          day);
    }
    day = fact.day();
  }

  void requireIssued(Event.OfTicket event) {
    boolean known = event instanceof Event.TicketIssued || issued(event.ticket());
    Audit.require(known, "%s is about a number that was never issued", event);
  }

  void issue(Event.TicketIssued issued) {
    TicketId id = issued.ticket();
    Audit.require(id.day().equals(day), "%s is issued on %s", id, day);
    int last = lastOrdinals.getOrDefault(id.prefix(), 0);
    Audit.require(id.ordinal() > last, "%s is issued after ordinal %s", id, last);
    BitSet ordinals = sheet(id).issued;
    Audit.require(!ordinals.get(id.ordinal()), "%s is issued twice", id);
    requireService(issued);
    ordinals.set(id.ordinal());
    lastOrdinals.put(id.prefix(), id.ordinal());
    if (issued.terms().order().isEmpty()) {
      unsettled.add(id);
    }
  }

  private void requireService(Event.TicketIssued issued) {
    boolean offered =
        services.stream()
            .filter(service -> service.id().equals(issued.service()))
            .anyMatch(service -> service.prefix() == issued.ticket().prefix());
    Audit.require(offered, "%s is for a service the hall does not have", issued);
    Audit.require(
        issued.route().first().equals(issued.stage()), "%s does not begin its route", issued);
  }

  void printed(Event.SlipPrinted printed) {
    TicketId id = printed.ticket();
    BitSet once = sheet(id).printed;
    Audit.require(
        printed.reprint() || !once.get(id.ordinal()), "the slip of %s is printed twice", id);
    if (!printed.reprint()) {
      once.set(id.ordinal());
    }
    settle(id);
  }

  void settle(TicketId id) {
    unsettled.remove(id);
  }

  /** A new writer leaves out as many numbers as may be on paper unknown to this journal. */
  void jumpAhead(int margin) {
    for (Plan.Service service : services) {
      lastOrdinals.merge(service.prefix(), margin, Integer::sum);
    }
  }

  private boolean issued(TicketId id) {
    return sheet(id).issued.get(id.ordinal());
  }

  private Sheet sheet(TicketId id) {
    return sheets.computeIfAbsent(
        new Letter(id.day(), id.prefix()), letter -> new Sheet(new BitSet(), new BitSet()));
  }
}
