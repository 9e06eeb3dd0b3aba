package jiaohao.year;

/** An invariant does not hold. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String invariant;

  Broken(String invariant, String details) {
    super(invariant + ": " + details);
    this.invariant = invariant;
  }

  Broken(String invariant, Throwable cause) {
    super(invariant + ": " + cause.getMessage(), cause);
    this.invariant = invariant;
  }

  /** The name of what is broken: the same mistake in another run has the same one. */
  String invariant() {
    return invariant;
  }

  @SuppressWarnings("AnnotateFormatMethod") // as String.format, but only when it is needed
  static void unless(boolean sound, String invariant, String words, Object... values) {
    if (!sound) {
      throw new Broken(invariant, words.formatted(values));
    }
  }
}
