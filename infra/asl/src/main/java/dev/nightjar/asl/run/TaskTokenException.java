package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * A task token was refused, as SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat do (API
 * reference).
 */
public final class TaskTokenException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final String error;

    private TaskTokenException(String error, String message) {
        super(message);
        this.error = requireNonNull(error, "error is null");
    }

    static TaskTokenException invalid() {
        return new TaskTokenException("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    static TaskTokenException over() {
        return new TaskTokenException(
                "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }

    static TaskTokenException outputTooLarge() {
        return new TaskTokenException(
                "InvalidOutput", "Invalid Output: 'the output is larger than 256 KiB'");
    }

    /**
     * AWS's name: {@code InvalidToken} for a text that no engine issued, {@code TaskTimedOut} for
     * the token of a task that has ended, {@code InvalidOutput} for an output above 256 KiB.
     */
    public String error() {
        return error;
    }
}
