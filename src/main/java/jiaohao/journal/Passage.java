package jiaohao.journal;

/**
 * Consecutive events of a journal as text, not understood again on the way: the exported lines,
 * each ended by a newline.
 *
 * @param first the sequence of the first
 * @param last the sequence of the last
 * @param lastHash of the last
 * @param lines in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
public record Passage(long first, long last, String lastHash, byte[] lines) {}
