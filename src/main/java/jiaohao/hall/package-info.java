/**
 * The pure core: everything about numbers, calling order, stages, hours and roles, and nothing
 * else. In comes a {@link jiaohao.hall.Command} with the {@link jiaohao.hall.Moment} it arrived at;
 * out come {@link jiaohao.hall.Fact}s, or a {@link jiaohao.hall.Refusal} in words. {@link
 * jiaohao.hall.Hall#decide} makes them, {@link jiaohao.hall.State#apply} folds them. No file, no
 * clock, no thread, no random number and no log line lives here.
 */
package jiaohao.hall;
