/**
 * The server that many halls report to. What the stream holds of every hall goes in, is verified,
 * kept in one SQLite file and folded as the kiosk folds it; the halls' states, their events and
 * their days come out, as an API and as pages. Any number of them may follow the same stream.
 */
package jiaohao.central;
