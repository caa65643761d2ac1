package dev.nightjar.asl.run;

/** Where an execution stands, as DescribeExecution names it. */
public enum ExecutionStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
}
