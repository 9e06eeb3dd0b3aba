package jiaohao.central;

/**
 * Why a message does not fit.
 *
 * @param gap events between would make it fit
 */
record Misfit(String why, boolean gap) {
  static Misfit of(String why) {
    return new Misfit(why, false);
  }
}
