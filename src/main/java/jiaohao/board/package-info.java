/**
 * The number board. In goes what the hall shows now, a list of {@link jiaohao.board.Shown}; out
 * come MAX7219 frames on an {@link jiaohao.board.Spi} bus. The chips cannot be read back, so every
 * {@link jiaohao.board.Board#show} sends everything: a glitched chip is right again within one
 * repeat.
 */
package jiaohao.board;
