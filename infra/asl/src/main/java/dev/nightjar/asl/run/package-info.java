/**
 * Running a machine: {@link dev.nightjar.asl.run.Engine} starts it, {@link
 * dev.nightjar.asl.run.TaskHandler} does the work, {@link dev.nightjar.asl.run.EngineClock} gives
 * the time.
 *
 * <p>With {@link dev.nightjar.asl.run.ExecutionJournals} an execution outlives its process: {@link
 * dev.nightjar.asl.run.Engine#resume} goes on with a killed one, {@link
 * dev.nightjar.asl.run.Engine#redrive} with one that failed. Both fold the journal's records into
 * an image of where every flow and child stands, and enter again what was under way.
 */
@NullMarked
package dev.nightjar.asl.run;

import org.jspecify.annotations.NullMarked;
