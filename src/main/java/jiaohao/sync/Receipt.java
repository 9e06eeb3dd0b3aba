package jiaohao.sync;

/**
 * What the stream answered to a message.
 *
 * @param streamSeq where it stands in the stream
 * @param duplicate whether one with the same id had been there before; its body may be another
 */
record Receipt(long streamSeq, boolean duplicate) {}
