package jiaohao.printer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jiaohao.hall.Text;

/** Says things in a sheet's own language, and small under it in the other one, if there is one. */
final class Bilingual {
  private final Composer out;
  private final Look look;

  Bilingual(Composer out, Look look) {
    this.out = out;
    this.look = look;
  }

  /** At so many times. */
  void say(int times, Text words) {
    say(times, language -> List.of(words.in(language)));
  }

  /** Clauses by language, at so many times; not again where both languages say the same. */
  void say(int times, Function<String, List<String>> clauses) {
    List<String> own = clauses.apply(look.language());
    out.size(times);
    out.clauses(own);
    Optional<List<String>> second = look.second().map(clauses).filter(other -> !other.equals(own));
    if (second.isPresent()) {
      small(times);
      out.clauses(second.get());
    }
  }

  /** One of a list. */
  void item(int times, String mark, Text words) {
    String own = words.in(look.language());
    out.size(times);
    out.item(mark, own);
    Optional<String> second = look.second().map(words::in).filter(other -> !other.equals(own));
    if (second.isPresent()) {
      small(times);
      out.item(" ".repeat(Columns.of(mark) * times), second.get());
    }
  }

  private void small(int after) {
    out.size(1);
    if (after > 1) {
      out.space(Composer.LEADING_DOTS);
    }
  }
}
