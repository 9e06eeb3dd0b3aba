/**
 * The number boards. In goes a {@link jiaohao.board.Picture} of what the hall shows now; each face
 * takes of it what it can: {@link jiaohao.board.DigitsBoard} and {@link jiaohao.board.MatrixBoard}
 * send MAX7219 frames on an {@link jiaohao.board.Spi} bus, {@link jiaohao.board.WindowScreen} bytes
 * on a serial {@link jiaohao.board.Line}. {@link jiaohao.board.CounterDisplays} are for the clerks.
 * Nothing can be read back, so every show sends everything: a glitched chip is right again within
 * one repeat. {@link jiaohao.board.SimulatedBoard} reads what was sent as people would.
 */
package jiaohao.board;
