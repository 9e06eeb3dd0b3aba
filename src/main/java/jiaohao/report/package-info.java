/**
 * What people are told of a hall in figures. A state or a day's facts go in; the JSON of {@code
 * /api/state}, or the day as text, CSV or a page, come out: the same at the kiosk and at the
 * centre.
 */
package jiaohao.report;
