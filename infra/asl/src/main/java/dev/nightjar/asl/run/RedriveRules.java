package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** "Redrive eligibility for unsuccessful executions", developer guide. */
final class RedriveRules {
    /** Room for ExecutionRedriven and one more. */
    private static final long FEWER_EVENTS_THAN = History.MOST_EVENTS - 1;

    private static final Duration PERIOD = Duration.ofDays(14);
    private static final Duration LONGEST_EXECUTION = Duration.ofDays(365);

    private RedriveRules() {}

    /** The reason in DescribeExecution's words why it cannot be redriven, or null when it can. */
    static @Nullable String refusal(ExecutionImage image, Instant now) {
        ExecutionResult end = image.end();
        if (end == null) {
            return "Execution is RUNNING and cannot be redriven";
        }
        if (end.succeeded()) {
            return "Execution is SUCCEEDED and cannot be redriven";
        }
        if (image.lastEvent() >= FEWER_EVENTS_THAN) {
            return "Execution history event limit exceeded";
        }
        if (now.isAfter(image.startedAt().plus(LONGEST_EXECUTION))) {
            return "Execution has exceeded the max execution time";
        }
        if (now.isAfter(end.stoppedAt().plus(PERIOD))) {
            return "Execution redrivable period exceeded";
        }
        return null;
    }
}
