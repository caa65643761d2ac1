/**
 * Running a machine: {@link dev.nightjar.asl.run.Engine} starts it, {@link
 * dev.nightjar.asl.run.TaskHandler} does the work, {@link dev.nightjar.asl.run.EngineClock} gives
 * the time.
 */
@NullMarked
package dev.nightjar.asl.run;

import org.jspecify.annotations.NullMarked;
