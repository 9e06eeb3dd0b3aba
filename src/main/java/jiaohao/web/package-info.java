/**
 * Pages over HTTP. A {@link jiaohao.web.WebServer} takes a port and puts every {@link
 * jiaohao.web.Request} to its {@link jiaohao.web.Site}, which answers with a {@link
 * jiaohao.web.Reply}, tells an open page through {@link jiaohao.web.LiveEvents} what changes, or is
 * {@link jiaohao.web.Refused}. What it sends may load nothing from elsewhere, and other sites'
 * pages may read nothing here. {@link jiaohao.web.PageFiles} come from the class path.
 */
package jiaohao.web;
