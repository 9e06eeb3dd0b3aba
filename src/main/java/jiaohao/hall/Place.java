package jiaohao.hall;

/**
 * A place in a line. Whoever joins at the end gets the next serial for both parts; whoever is put
 * back takes the order of the one to stand behind, and so comes after it and before the next.
 *
 * @param order what the line is sorted by
 * @param serial tells places of the same order apart, the older first
 */
public record Place(long order, long serial) implements Comparable<Place> {
  static Place last(long serial) {
    return new Place(serial, serial);
  }

  @Override
  public int compareTo(Place other) {
    int byOrder = Long.compare(order, other.order);
    return byOrder != 0 ? byOrder : Long.compare(serial, other.serial);
  }
}
