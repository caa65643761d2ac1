package dev.nightjar.asl;

import java.util.List;

/**
 * The error names that the language reserves, and how they match (specification, "Errors" and
 * "Appendix A").
 */
public final class ErrorName {
    public static final String ALL = "States.ALL";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String RUNTIME = "States.Runtime";
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD =
            "States.ExceedToleratedFailureThreshold";
    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String PERMISSIONS = "States.Permissions";
    public static final String BRANCH_FAILED = "States.BranchFailed";

    private ErrorName() {}

    /**
     * Whether a Retry or Catch with these {@code ErrorEquals} takes the error ("Handling errors in
     * Step Functions workflows", developer guide).
     *
     * <p>{@code States.ALL} takes every error but {@code States.DataLimitExceeded} and {@code
     * States.Runtime}; {@code States.TaskFailed} takes those that {@code States.ALL} takes, without
     * time-outs; {@code States.Timeout} takes missing heartbeats, too. {@code States.Runtime}
     * always fails the execution: nothing takes it, not even its own name.
     */
    public static boolean matches(List<String> errorEquals, String error) {
        return errorEquals.stream().anyMatch(wanted -> matches(wanted, error));
    }

    private static boolean matches(String wanted, String error) {
        if (error.equals(RUNTIME)) {
            return false;
        }
        return switch (wanted) {
            case ALL -> !error.equals(DATA_LIMIT_EXCEEDED);
            case TASK_FAILED -> !error.equals(DATA_LIMIT_EXCEEDED) && !isTimeout(error);
            case TIMEOUT -> isTimeout(error);
            default -> wanted.equals(error);
        };
    }

    private static boolean isTimeout(String error) {
        return error.equals(TIMEOUT) || error.equals(HEARTBEAT_TIMEOUT);
    }
}
