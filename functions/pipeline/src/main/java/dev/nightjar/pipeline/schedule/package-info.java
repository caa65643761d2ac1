/** When slots are due: cron and rate expressions as EventBridge Scheduler reads them. */
@NullMarked
package dev.nightjar.pipeline.schedule;

import org.jspecify.annotations.NullMarked;
