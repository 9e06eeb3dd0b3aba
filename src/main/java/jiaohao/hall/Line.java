package jiaohao.hall;

import java.util.Optional;

/**
 * Who waits at a stage. Everybody has one place; within, there are lanes. In the ordinary lane
 * stand most, in the privileged one those whose group or appointment lets them overtake, and each
 * member of staff has one for the customers who wait for that person.
 *
 * @param all everybody who waits, by place
 * @param lanes the same, by lane
 * @param streak privileged ones called in a row before an ordinary one who came earlier
 * @param calls how many were called from here in turn
 * @param returning missed ones who come back by themselves, by the count of calls they wait for
 */
public record Line(
    Tree<Place, TicketId> all,
    Tree<String, Tree<Place, TicketId>> lanes,
    int streak,
    long calls,
    Tree<Place, TicketId> returning) {
  public static final String ORDINARY = "";
  public static final String PRIVILEGED = "!";
  private static final String OF_STAFF = "@";

  static final Line EMPTY = new Line(Tree.empty(), Tree.empty(), 0, 0, Tree.empty());

  /** The lane of those who wait for one member of staff. */
  static String ofStaff(String staff) {
    return OF_STAFF + staff;
  }

  /** Whose lane it is, if it is one of a member of staff. */
  static Optional<String> staffOf(String lane) {
    return lane.startsWith(OF_STAFF) ? Optional.of(lane.substring(1)) : Optional.empty();
  }

  Tree<Place, TicketId> lane(String lane) {
    return lanes.get(lane).orElseGet(Tree::empty);
  }

  Line with(Place place, String lane, TicketId ticket) {
    return new Line(
        all.with(place, ticket),
        lanes.with(lane, lane(lane).with(place, ticket)),
        streak,
        calls,
        returning);
  }

  Line without(Place place, String lane) {
    Tree<Place, TicketId> left = lane(lane).without(place);
    return new Line(
        all.without(place),
        left.isEmpty() ? lanes.without(lane) : lanes.with(lane, left),
        streak,
        calls,
        returning);
  }

  Line called(int newStreak) {
    return new Line(all, lanes, newStreak, calls + 1, returning);
  }

  /** A call has not been: whoever it was has been overtaken as often as before it. */
  Line uncalled(int streakBefore) {
    return new Line(all, lanes, Math.max(streak, streakBefore), calls - 1, returning);
  }

  Line withReturning(Tree<Place, TicketId> nowReturning) {
    return new Line(all, lanes, streak, calls, nowReturning);
  }
}
