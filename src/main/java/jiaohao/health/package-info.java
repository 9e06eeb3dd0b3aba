/**
 * What can go wrong with the box, each fault with a remedy in words. {@link jiaohao.health.Fault}
 * is the whole list; the pages, the self-test and the technician's book all read it from here.
 */
package jiaohao.health;
