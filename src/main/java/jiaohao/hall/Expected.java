package jiaohao.hall;

/**
 * How long a customer is likely to wait, told on the slip.
 *
 * @param lowSeconds most waits are no shorter
 * @param highSeconds most waits are no longer; together they hold for at least eight of ten
 */
public record Expected(int lowSeconds, int highSeconds) {}
