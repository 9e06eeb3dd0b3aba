package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jiaohao.hall.State;
import org.junit.jupiter.api.Test;

/**
 * Some 180 stored events, which stay as they are like any journal, folded one by one. When the fold
 * makes other states of them, or spells them differently, boxes in the field must not go on with
 * their snapshots.
 */
class FoldVersionTest {
  /** What each version of the fold makes of the events: add to it, change nothing in it. */
  private static final Map<Integer, String> DIGESTS =
      Map.of(1, "966880a796307c20e09169ad281288c59c552ee61f5db299c8d23376f23de87e");

  @Test
  void anotherFoldHasAnotherVersion() throws Exception {
    Chain chain = new Chain();
    String digest = Chain.START;
    State state = State.EMPTY;
    for (String line : events()) {
      state = state.apply(EventJson.decode(line).fact());
      digest = chain.next(digest, Row.utf8(SnapshotJson.encode(state)));
    }
    assertEquals(
        DIGESTS.get(State.FOLD_VERSION),
        digest,
        "the fold or its spelling has changed: raise State.FOLD_VERSION and add the digest here");
  }

  private static List<String> events() throws IOException {
    try (InputStream in = FoldVersionTest.class.getResourceAsStream("fold.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
