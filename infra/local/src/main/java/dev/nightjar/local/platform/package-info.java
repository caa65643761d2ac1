/**
 * What AWS does there, in this process: the machines' files are filled and run by the engine,
 * functions are called as Lambda calls them, executions are journalled and locked, events and
 * notifications are kept as files. The entry is {@link dev.nightjar.local.platform.LocalPlatform}.
 */
@NullMarked
package dev.nightjar.local.platform;

import org.jspecify.annotations.NullMarked;
