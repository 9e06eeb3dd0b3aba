/**
 * The way from a hall's journal to the centre, and back. Rows of the journal go in and come out as
 * messages of the hall's subject in a JetStream stream: every event once, in order, durable. The
 * stream's own last event decides what is sent; a second writer is found by it, and fenced.
 */
package jiaohao.sync;
