package dev.nightjar.asl.run;

/**
 * How many items, or child executions, of a Map Run are where, as DescribeMapRun counts them.
 *
 * @param pending not started yet
 * @param pendingRedrive unsuccessful, and waiting to go on in a redrive that is under way
 * @param total all of them
 * @param resultsWritten written by a ResultWriter: none, for the engine knows none
 */
public record MapRunCounts(
        long pending,
        long running,
        long succeeded,
        long failed,
        long timedOut,
        long aborted,
        long pendingRedrive,
        long total,
        long resultsWritten) {}
