/**
 * The command line: {@link jiaohao.Main} and its subcommands only wire the rooms together. To see
 * how a press walks through the house, begin at {@link jiaohao.kiosk.Presses}.
 */
package jiaohao;
