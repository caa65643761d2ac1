/** What is passed in: time, ids, notifications, executions, signing. */
@NullMarked
package dev.nightjar.core.port;

import org.jspecify.annotations.NullMarked;
