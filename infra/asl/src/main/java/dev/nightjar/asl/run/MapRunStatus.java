package dev.nightjar.asl.run;

/** Where a Map Run stands, as DescribeMapRun names it. */
public enum MapRunStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED
}
