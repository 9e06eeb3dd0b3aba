/**
 * The two files a technician edits: the hall file becomes a {@link jiaohao.hall.Plan}, the device
 * file a {@link jiaohao.config.DeviceFile}. Strict: whatever is wrong is a {@link
 * jiaohao.config.Problem} with file, line, column and what was expected, all of them at once.
 */
package jiaohao.config;
