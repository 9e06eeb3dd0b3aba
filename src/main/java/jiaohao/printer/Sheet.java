package jiaohao.printer;

/** What is to be said on one piece of paper. */
public sealed interface Sheet permits Slip, Handout, Sorry, Proof {}
