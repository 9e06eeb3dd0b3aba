package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tree against the JDK's own sorted map. */
class TreeTest {
  @Test
  void itHoldsWhatATreeMapHolds() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int keys = 1 + random.nextInt(60);
      NavigableMap<Integer, Integer> expected = new TreeMap<>();
      Tree<Integer, Integer> tree = Tree.empty();
      for (int step = 0; step < 500; step++) {
        int key = random.nextInt(keys);
        if (random.nextInt(5) < 3) {
          expected.put(key, step);
          tree = tree.with(key, step);
        } else {
          expected.remove(key);
          tree = tree.without(key);
        }
        assertSameEnds(expected, tree, "seed " + seed + " step " + step);
        assertTrue(tree.isBalanced(), "seed " + seed + " step " + step);
      }
      assertSameThroughout(expected, tree, keys, "seed " + seed);
    }
  }

  private static void assertSameEnds(
      NavigableMap<Integer, Integer> expected, Tree<Integer, Integer> tree, String when) {
    assertEquals(expected.size(), tree.size(), when);
    assertEquals(expected.isEmpty(), tree.isEmpty(), when);
    assertEquals(value(expected.firstEntry()), tree.first(), when);
    assertEquals(value(expected.lastEntry()), tree.last(), when);
  }

  private static void assertSameThroughout(
      NavigableMap<Integer, Integer> expected, Tree<Integer, Integer> tree, int keys, String when) {
    assertEquals(new ArrayList<>(expected.values()), tree.values(), when);
    assertEquals(
        expected.entrySet().stream().map(Map.Entry::copyOf).toList(), tree.entries(), when);
    for (int key = -1; key <= keys; key++) {
      assertEquals(Optional.ofNullable(expected.get(key)), tree.get(key), when);
      assertEquals(expected.containsKey(key), tree.has(key), when);
      assertEquals(expected.headMap(key).size(), tree.rank(key), when);
    }
  }

  private static Optional<Integer> value(Map.Entry<Integer, Integer> entry) {
    return Optional.ofNullable(entry).map(Map.Entry::getValue);
  }

  @Test
  void itStaysBalancedHoweverItGrowsAndShrinks() {
    Tree<Integer, Integer> rising = Tree.empty();
    Tree<Integer, Integer> falling = Tree.empty();
    for (int key = 0; key < 20_000; key++) {
      rising = rising.with(key, key);
      falling = falling.with(-key, key);
    }
    assertShallow(rising);
    assertShallow(falling);
    for (int key = 0; key < 19_000; key++) {
      rising = rising.without(key);
      falling = falling.without(-19_999 + key);
    }
    assertShallow(rising);
    assertShallow(falling);
  }

  @Test
  void itStaysBalancedInARandomLife() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Tree<Integer, Integer> tree = Tree.empty();
      for (int step = 0; step < 5_000; step++) {
        int key = random.nextInt(2_000);
        tree = random.nextBoolean() ? tree.with(key, step) : tree.without(key);
      }
      assertShallow(tree);
    }
  }

  /** A weight of at most 3/4 of its parent's bounds the depth by log(size + 1) / log(4/3). */
  private static void assertShallow(Tree<Integer, Integer> tree) {
    double bound = Math.log(tree.size() + 1) / Math.log(4.0 / 3.0);
    int depth = tree.depth();
    assertTrue(depth <= bound, () -> "depth " + depth + " for " + tree.size());
  }

  @Test
  void theOldTreeIsUntouchedByTheNew() {
    Tree<String, Integer> old = Tree.<String, Integer>empty().with("a", 1).with("b", 2);
    Tree<String, Integer> next = old.with("a", 9).without("b");
    assertEquals(List.of(1, 2), old.values());
    assertEquals(List.of(9), next.values());
  }

  @Test
  void takingAwayWhatIsNotThereChangesNothing() {
    Tree<String, Integer> tree = Tree.<String, Integer>empty().with("a", 1);
    assertSame(tree, tree.without("b"));
  }

  @Test
  void treesAreEqualByWhatTheyHoldNotByHowTheyGrew() {
    Tree<Integer, String> rising = Tree.empty();
    Tree<Integer, String> falling = Tree.empty();
    for (int key = 0; key < 10; key++) {
      rising = rising.with(key, "v" + key);
      falling = falling.with(9 - key, "v" + (9 - key));
    }
    assertEquals(rising, falling);
    assertEquals(rising.hashCode(), falling.hashCode());
    assertNotEquals(rising, rising.with(3, "other"));
    assertNotEquals(rising, rising.without(3));
  }
}
