/**
 * The two files a technician edits: the hall file becomes a {@link jiaohao.hall.Plan}, the device
 * file a {@link jiaohao.config.DeviceFile}. Strict: whatever is wrong is a {@link
 * jiaohao.config.Problem} with file, line, column and what was expected, all of them at once. Bytes
 * are decoded, syntax is read (and full-width characters in it named), tables are read key by key,
 * references are followed, and {@link jiaohao.config.Checks} holds the two against each other.
 */
package jiaohao.config;
