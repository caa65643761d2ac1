/**
 * EventBridge Scheduler's part, played here: which slots fall due, and what is started for them.
 */
@NullMarked
package dev.nightjar.local.scheduler;

import org.jspecify.annotations.NullMarked;
