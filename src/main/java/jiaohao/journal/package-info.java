/**
 * The truth. Facts go in, each as one line of JSON chained by hash to the one before, durable when
 * {@link jiaohao.journal.Journal#append} returns. One SQLite file; state, exports, checks and
 * reports are folds over it.
 */
package jiaohao.journal;
