package jiaohao.year;

import java.util.List;

/**
 * A bug put into the hall on purpose.
 *
 * @param file in jiaohao.hall
 * @param text as it stands there, once
 * @param instead what stands there in the mutant
 * @param why it is a bug
 * @param hall in which it is looked for
 */
record Mutant(String file, String text, String instead, String why, String hall) {
  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              "Whereabouts.java",
              "desk.withHeld(desk.held().without(spot.aside()))",
              "desk",
              "a ticket that is taken up again stays among those on hold",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Lanes.java",
              "line.streak() < windows.plan().fairness().overtakeMost()",
              "line.streak() <= windows.plan().fairness().overtakeMost()",
              "one more privileged customer overtakes than the hall promises",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Moves.java",
              "where.change(undone.ticket(), undone.stage(), Leg::uncalled);",
              "where.change(undone.ticket(), undone.stage(),"
                  + " leg -> leg.uncalled().with("
                  + "Leg.Spot.at(Ticket.Status.WAITING, Place.last(where.next()))));",
              "a call that is undone puts its ticket to the end of the line",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Visits.java",
              "boolean last = ticket.legs().size() == 1;",
              "boolean last = !ticket.legs().isEmpty();",
              "window 9 calls when the sheet is there and the report is not",
              "vehicle-inspection"),
          new Mutant(
              "Moves.java",
              "calls + rule.backAfter().getAsInt()",
              "calls + rule.backAfter().getAsInt() - 1",
              "a missed number is back in line one call too early",
              "heating"),
          new Mutant(
              "Line.java",
              "calls - 1, returning",
              "calls, returning",
              "a call that is undone still counts for missed numbers that are to come back",
              "heating"),
          new Mutant(
              "Stopwatch.java",
              "boolean stand = nowSuspended || nowOnBreak;",
              "boolean stand = nowSuspended;",
              "lunch counts as waiting",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Draft.java",
              "carried = carried.with(ticket.number(), ticket.id());",
              "",
              "a number still held from the day before is given out again",
              "property"),
          new Mutant(
              "BusinessDay.java",
              ".filter(Ticket::absent)",
              ".filter(ticket -> true)",
              "the turn of the day forgets whoever is still inside",
              "property"),
          new Mutant(
              "Windows.java",
              ".filter(other -> desk(other.number()).paused());",
              ".filter(other -> desk(other.number()).callSerial() >= 0);",
              "a stand-in keeps the customers of a window that works again",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Leg.java",
              "return new Timing(waitingSince, 0, true, servedSince, limitSeconds, spentMillis);",
              "return new Timing("
                  + "waitingSince, waitLimitSeconds, true, servedSince, limitSeconds, spentMillis);",
              "a wait that is over breaks its standard once more when the ticket queues again",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Tokens.java",
              "if (!bound.get().equals(token)) {",
              "if (token.isEmpty()) {",
              "a swapped key tag is accepted",
              "vehicle-inspection"),
          new Mutant(
              "Tokens.java",
              ".filter(ticket -> !ticket.id().equals(it.ticket().id()))",
              ".filter(ticket -> ticket.id().equals(it.ticket().id()))",
              "one key tag is given to two customers",
              "vehicle-inspection"),
          new Mutant(
              "Issuing.java",
              "state.tally(service.id()).issued() >= most",
              "state.tally(service.id()).issued() > most",
              "one number more than the service has a day",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Issuing.java",
              ".inside() >= most",
              ".inside() > most",
              "one customer more inside than the service takes at once",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Calling.java",
              ".min(Comparator.comparing(leg -> leg.getValue().spot().place()))",
              ".max(Comparator.comparing(leg -> leg.getValue().spot().place()))",
              "a window that calls whoever has waited longest calls whoever has waited least",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Shares.java",
              "return after.with(called, credit(after, called) - all);",
              "return after.with(called, credit(after, called) - all + 1);",
              "a stage pays less for its calls than the others earn, and takes their turns",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "CounterKeys.java",
              "if (it.leg().calls() < callsBeforeMissed()) {",
              "if (it.leg().calls() < 1) {",
              "a number is missed before it was called as often as the hall promises",
              KnownHalls.EVERY_RULE),
          new Mutant(
              "Hours.java",
              "if (!deciding.state().closed() && over(deciding) && deciding.state().open() == 0) {",
              "if (!deciding.state().closed() && over(deciding)) {",
              "the hall closes over the heads of those who still wait",
              KnownHalls.EVERY_RULE));
}
