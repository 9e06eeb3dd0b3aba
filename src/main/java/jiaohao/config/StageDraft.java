package jiaohao.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/**
 * A stage as the hall file gives it, with the places of what later checks may find fault with.
 *
 * @param name left out: taken from the service of the same id, or the id itself
 * @param outside where it is said to be so, as are {@code byOwner}, and the marks of {@link Other}
 */
record StageDraft(
    Optional<Found<String>> id,
    Optional<Text> name,
    OptionalInt limit,
    OptionalInt waitLimit,
    boolean announce,
    Optional<Place> outside,
    Optional<Place> byOwner,
    Optional<Found<String>> then,
    Optional<Other> other,
    List<Text> papersAfter,
    Optional<Token> token) {

  /** Where a second outcome ends the visit. */
  static final String END = "end";

  /** Where a second outcome sets the customer aside. */
  static final String HOLD = "hold";

  /** Words that mean no stage, though they stand where one may. */
  static final Set<String> NO_STAGES = Set.of(END, HOLD);

  /** The second outcome. */
  record Other(
      Optional<Text> name,
      Optional<Found<String>> to,
      Optional<Place> meet,
      Optional<Place> notice) {

    boolean ends() {
      return to.filter(word -> word.value().equals(END)).isPresent();
    }

    /** The stage it leads to, if it leads to one. */
    Optional<Found<String>> stage() {
      return to.filter(word -> !NO_STAGES.contains(word.value()));
    }

    Plan.Other planned() {
      String word = to.orElseThrow().value();
      Plan.Other.Where where =
          switch (word) {
            case END -> Plan.Other.Where.END;
            case HOLD -> Plan.Other.Where.HOLD;
            default -> Plan.Other.Where.STAGE;
          };
      return new Plan.Other(
          name.orElseThrow(),
          where,
          stage().map(Found::value).orElse(""),
          meet.isPresent(),
          notice.isPresent());
    }
  }

  /** What is handed over, or asked for. */
  record Token(
      Optional<Text> name, Optional<Found<String>> kind, Optional<Found<Plan.Token.Use>> use) {
    boolean readable() {
      return kind.isPresent() && use.isPresent();
    }

    boolean isOf(String otherKind) {
      return kind.filter(word -> word.value().equals(otherKind)).isPresent();
    }

    boolean binds() {
      return use.filter(found -> found.value() == Plan.Token.Use.BIND).isPresent();
    }

    boolean matches() {
      return use.isPresent() && !binds();
    }

    Plan.Token planned() {
      return new Plan.Token(
          name.orElseThrow(), kind.orElseThrow().value(), use.orElseThrow().value());
    }
  }

  /** Where the stage itself sends visits. */
  List<Found<String>> targets() {
    return Stream.concat(then.stream(), other.flatMap(Other::stage).stream()).toList();
  }

  Plan.Stage planned(Text otherwise) {
    return new Plan.Stage(
        id.orElseThrow().value(),
        name.orElse(otherwise),
        limit,
        waitLimit,
        announce,
        outside.isPresent(),
        byOwner.isPresent(),
        then.map(Found::value),
        other.map(Other::planned),
        papersAfter,
        token.map(Token::planned));
  }
}
