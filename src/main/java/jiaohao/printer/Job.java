package jiaohao.printer;

/**
 * A slip in the printer's own language.
 *
 * @param bytes what goes over the line
 * @param paperDots length of the paper it fills, 8 dots a millimetre (203 dpi)
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
record Job(byte[] bytes, int paperDots) {
  static final int DOTS_PER_MILLIMETRE = 8;
}
