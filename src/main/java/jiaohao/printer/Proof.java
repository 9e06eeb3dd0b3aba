package jiaohao.printer;

/**
 * One line after a change of paper: a roll put in upside down stays white, though the printer
 * reports it in order.
 */
public record Proof() implements Sheet {}
