package jiaohao.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A sorted map that never changes: {@link #with} and {@link #without} return a new one that shares
 * all but O(log n) nodes with the old. This is what makes a {@link State} a value that any thread
 * may read. Balanced by weight, with the parameters proven in Hirai and Yamamoto, "Balancing
 * weight-balanced trees" (Journal of Functional Programming 21, 2011).
 */
public final class Tree<K extends Comparable<? super K>, V> {
  private static final int DELTA = 3;
  private static final int GAMMA = 2;

  private record Node<K, V>(K key, V value, int size, Node<K, V> left, Node<K, V> right) {}

  private static final Tree<?, ?> EMPTY = new Tree<String, Object>(null);

  private final Node<K, V> root;

  private Tree(Node<K, V> root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // an empty tree holds nothing of any type
  public static <K extends Comparable<? super K>, V> Tree<K, V> empty() {
    return (Tree<K, V>) EMPTY;
  }

  public int size() {
    return size(root);
  }

  public boolean isEmpty() {
    return root == null;
  }

  public Optional<V> get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return Optional.of(node.value);
      }
      node = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  public boolean has(K key) {
    return get(key).isPresent();
  }

  /** This map with {@code key} meaning {@code value}. */
  public Tree<K, V> with(K key, V value) {
    return new Tree<>(with(root, key, value));
  }

  /** This map without {@code key}; itself if the key is not there. */
  public Tree<K, V> without(K key) {
    return has(key) ? new Tree<>(without(root, key)) : this;
  }

  /** The value with the smallest key. */
  public Optional<V> first() {
    Node<K, V> node = root;
    while (node != null && node.left != null) {
      node = node.left;
    }
    return node == null ? Optional.empty() : Optional.of(node.value);
  }

  /** The value with the largest key. */
  public Optional<V> last() {
    Node<K, V> node = root;
    while (node != null && node.right != null) {
      node = node.right;
    }
    return node == null ? Optional.empty() : Optional.of(node.value);
  }

  /** The entry with the largest key. */
  public Optional<Map.Entry<K, V>> lastEntry() {
    return keyAt(size() - 1).map(key -> Map.entry(key, get(key).orElseThrow()));
  }

  /** The smallest key. */
  public Optional<K> firstKey() {
    return keyAt(0);
  }

  /** The key that {@code rank} others are smaller than; empty beyond the last. O(log n). */
  public Optional<K> keyAt(int rank) {
    Node<K, V> node = root;
    int left = rank;
    while (node != null && left != size(node.left)) {
      boolean before = left < size(node.left);
      left = before ? left : left - size(node.left) - 1;
      node = before ? node.left : node.right;
    }
    return node == null ? Optional.empty() : Optional.of(node.key);
  }

  /** Nodes from the root to the deepest leaf: how well it is balanced. */
  int depth() {
    return depth(root);
  }

  /** How many keys are smaller than {@code key}: customers ahead, for a queue. O(log n). */
  public int rank(K key) {
    int smaller = 0;
    Node<K, V> node = root;
    while (node != null) {
      if (key.compareTo(node.key) <= 0) {
        node = node.left;
      } else {
        smaller += size(node.left) + 1;
        node = node.right;
      }
    }
    return smaller;
  }

  /** Visits all entries in order of their keys. */
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    visit(root, visitor);
  }

  /** All values in order of their keys. */
  public List<V> values() {
    List<V> values = new ArrayList<>(size());
    forEach((key, value) -> values.add(value));
    return values;
  }

  /** All entries in order of their keys. */
  public List<Map.Entry<K, V>> entries() {
    List<Map.Entry<K, V>> entries = new ArrayList<>(size());
    forEach((key, value) -> entries.add(Map.entry(key, value)));
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree<?, ?> tree && entries().equals(tree.entries());
  }

  @Override
  public int hashCode() {
    return entries().hashCode();
  }

  @Override
  public String toString() {
    return entries().toString();
  }

  private static <K, V> void visit(Node<K, V> node, BiConsumer<? super K, ? super V> visitor) {
    if (node != null) {
      visit(node.left, visitor);
      visitor.accept(node.key, node.value);
      visit(node.right, visitor);
    }
  }

  /** Whether no subtree outweighs its sibling more than it may. */
  boolean isBalanced() {
    return isBalanced(root);
  }

  private static boolean isBalanced(Node<?, ?> node) {
    return node == null
        || (!tooHeavy(node.left, node.right)
            && !tooHeavy(node.right, node.left)
            && isBalanced(node.left)
            && isBalanced(node.right));
  }

  private static int depth(Node<?, ?> node) {
    return node == null ? 0 : 1 + Math.max(depth(node.left), depth(node.right));
  }

  private static int size(Node<?, ?> node) {
    return node == null ? 0 : node.size;
  }

  private static <K, V> Node<K, V> node(K key, V value, Node<K, V> left, Node<K, V> right) {
    return new Node<>(key, value, size(left) + size(right) + 1, left, right);
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> with(
      Node<K, V> node, K key, V value) {
    if (node == null) {
      return node(key, value, null, null);
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return node(key, value, node.left, node.right);
    }
    return order < 0
        ? balanced(node.key, node.value, with(node.left, key, value), node.right)
        : balanced(node.key, node.value, node.left, with(node.right, key, value));
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> without(Node<K, V> node, K key) {
    int order = key.compareTo(node.key);
    if (order == 0) {
      return joined(node.left, node.right);
    }
    return order < 0
        ? balanced(node.key, node.value, without(node.left, key), node.right)
        : balanced(node.key, node.value, node.left, without(node.right, key));
  }

  private static <K, V> Node<K, V> joined(Node<K, V> left, Node<K, V> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    Node<K, V> middle = leftmost(right);
    return balanced(middle.key, middle.value, left, withoutLeftmost(right));
  }

  private static <K, V> Node<K, V> leftmost(Node<K, V> node) {
    return node.left == null ? node : leftmost(node.left);
  }

  private static <K, V> Node<K, V> withoutLeftmost(Node<K, V> node) {
    return node.left == null
        ? node.right
        : balanced(node.key, node.value, withoutLeftmost(node.left), node.right);
  }

  private static <K, V> Node<K, V> balanced(K key, V value, Node<K, V> left, Node<K, V> right) {
    if (tooHeavy(right, left)) {
      return weight(right.left) < GAMMA * weight(right.right)
          ? node(right.key, right.value, node(key, value, left, right.left), right.right)
          : doubleLeft(key, value, left, right);
    }
    if (tooHeavy(left, right)) {
      return weight(left.right) < GAMMA * weight(left.left)
          ? node(left.key, left.value, left.left, node(key, value, left.right, right))
          : doubleRight(key, value, left, right);
    }
    return node(key, value, left, right);
  }

  private static <K, V> Node<K, V> doubleLeft(K key, V value, Node<K, V> left, Node<K, V> right) {
    Node<K, V> top = right.left;
    return node(
        top.key,
        top.value,
        node(key, value, left, top.left),
        node(right.key, right.value, top.right, right.right));
  }

  private static <K, V> Node<K, V> doubleRight(K key, V value, Node<K, V> left, Node<K, V> right) {
    Node<K, V> top = left.right;
    return node(
        top.key,
        top.value,
        node(left.key, left.value, left.left, top.left),
        node(key, value, top.right, right));
  }

  private static boolean tooHeavy(Node<?, ?> one, Node<?, ?> other) {
    return weight(one) > DELTA * weight(other);
  }

  private static int weight(Node<?, ?> node) {
    return size(node) + 1;
  }
}
