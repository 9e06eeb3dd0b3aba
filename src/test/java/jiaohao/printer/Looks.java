package jiaohao.printer;

import java.util.List;
import java.util.Optional;

/** The ways in which a sheet may speak, for tests. */
final class Looks {
  /** One language, or two with the sheet's own first. */
  static final List<String> TONGUES = List.of("zh", "en", "zh+en", "en+zh");

  private Looks() {}

  /**
   * @param tongues one of {@link #TONGUES}
   */
  static Look of(String tongues, boolean larger, boolean reprint) {
    String[] both = tongues.split("\\+", -1);
    Optional<String> second = both.length > 1 ? Optional.of(both[1]) : Optional.empty();
    return new Look(both[0], second, larger, reprint);
  }

  /** As the pictures are named. */
  static String name(Look look) {
    return look.language()
        + look.second().map(other -> "+" + other).orElse("")
        + (look.larger() ? "-larger" : "")
        + (look.reprint() ? "-reprint" : "");
  }

  /** In every language and pair of languages, ordinary and larger, new and reprinted. */
  static List<Look> all() {
    List<Boolean> either = List.of(false, true);
    return TONGUES.stream()
        .flatMap(tongues ->
            either.stream()
                .flatMap(larger -> either.stream().map(reprint -> of(tongues, larger, reprint))))
        .toList();
  }
}
