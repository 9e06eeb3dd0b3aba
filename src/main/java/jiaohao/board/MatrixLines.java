package jiaohao.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What stands on each line of a matrix at a moment. Fresh calls have lines of their own, and so has
 * the time while nobody is called; the others share what lines are left and take turns where they
 * are too many. A text that is too long stands, moves to its end, and stands again; the next turn
 * waits for it.
 */
final class MatrixLines {
  /** One dot in so many milliseconds: two Chinese characters a second. */
  static final int STEP_MILLIS = 30;

  /** How long a text stands before it moves and after: its beginning says the most. */
  static final int STAND_MILLIS = 1500;

  /** How long one of several turns lasts at least. */
  static final int TURN_MILLIS = 3000;

  /**
   * A text for one line.
   *
   * @param fresh it blinks, and does not wait for its turn
   * @param stands it has a line of its own as well, where there are several
   * @param centred in the middle if it fits, else at the left
   */
  record Item(String text, boolean fresh, boolean stands, boolean centred) {}

  /**
   * A text on its line.
   *
   * @param left where its first dot is; negative while it moves
   */
  record Placed(Item item, int left) {}

  /**
   * The lines at a moment.
   *
   * @param placed from the top; fewer than there are lines when there is less to show
   * @param stayMillis how long they look like that, at least 1
   */
  record Scene(List<Placed> placed, long stayMillis) {}

  private final int width;
  private final int lines;
  private final ToIntFunction<String> widthOf;

  MatrixLines(int width, int lines, ToIntFunction<String> widthOf) {
    this.width = width;
    this.lines = lines;
    this.widthOf = widthOf;
  }

  /**
   * The lines, {@code age} milliseconds after these items came up.
   *
   * @param items in order of importance
   */
  Scene at(List<Item> items, long age) {
    List<Item> fresh = items.stream().filter(Item::fresh).toList();
    if (fresh.size() >= lines) {
      return turns(List.of(), fresh, age);
    }
    List<Item> others = items.stream().filter(item -> !item.fresh()).toList();
    List<Item> standing = items.stream().filter(item -> item.fresh() || item.stands()).toList();
    return standing.size() < lines
        ? turns(standing, others.stream().filter(item -> !item.stands()).toList(), age)
        : turns(fresh, others, age);
  }

  private Scene turns(List<Item> standing, List<Item> turning, long age) {
    List<List<Item>> turns = chunks(turning, lines - standing.size());
    long all = turns.stream().mapToLong(turn -> duration(turn, turns.size() > 1)).sum();
    long into = all == 0 ? 0 : age % all;
    for (List<Item> turn : turns) {
      long duration = duration(turn, turns.size() > 1);
      if (into < duration) {
        return scene(standing, age, turn, into, duration - into);
      }
      into -= duration;
    }
    return scene(standing, age, List.of(), 0, Board.REPEAT_MILLIS);
  }

  private static List<List<Item>> chunks(List<Item> items, int size) {
    List<List<Item>> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      chunks.add(items.subList(from, Math.min(items.size(), from + size)));
    }
    return chunks;
  }

  private Scene scene(List<Item> standing, long age, List<Item> turn, long into, long left) {
    Stream<Placed> above = standing.stream().map(item -> placed(item, age % duration(item)));
    Stream<Placed> below = turn.stream().map(item -> placed(item, into));
    boolean moves = Stream.concat(standing.stream(), turn.stream()).anyMatch(this::moves);
    long stay = moves ? Math.min(STEP_MILLIS, left) : left;
    return new Scene(
        Stream.concat(above, below).toList(), Math.clamp(stay, 1, Board.REPEAT_MILLIS));
  }

  private Placed placed(Item item, long age) {
    int text = widthOf.applyAsInt(item.text());
    if (text <= width) {
      return new Placed(item, item.centred() ? (width - text) / 2 : 0);
    }
    long moved = Math.clamp((age - STAND_MILLIS) / STEP_MILLIS, 0, text - width);
    return new Placed(item, (int) -moved);
  }

  private boolean moves(Item item) {
    return widthOf.applyAsInt(item.text()) > width;
  }

  private long duration(List<Item> turn, boolean oneOfSeveral) {
    long longest = turn.stream().mapToLong(this::duration).max().orElse(0);
    return oneOfSeveral ? Math.max(TURN_MILLIS, longest) : longest;
  }

  private long duration(Item item) {
    int over = Math.max(0, widthOf.applyAsInt(item.text()) - width);
    return over == 0 ? TURN_MILLIS : 2L * STAND_MILLIS + (long) over * STEP_MILLIS;
  }
}
