package dev.nightjar.local.platform;

import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.pipeline.json.Json;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The errors of a function as Lambda names them, each with the JSON that Lambda gives as cause. */
final class FunctionFailure {
    /** The newest frames help; the rest is this process's. */
    private static final int FRAMES = 8;

    private record Cause(String errorMessage, String errorType, List<String> stackTrace) {}

    private FunctionFailure() {}

    /** What the handler threw: Lambda reports the qualified name of its class. */
    static TaskFailure thrown(Throwable problem) {
        List<String> frames =
                Arrays.stream(problem.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .toList();
        String message = problem.getMessage() == null ? "" : problem.getMessage();
        return failure(problem.getClass().getName(), message, frames);
    }

    static TaskFailure timedOut(String function, Duration timeout) {
        String message =
                String.format(
                        Locale.ROOT,
                        "%s timed out after %.2f seconds",
                        function,
                        timeout.toMillis() / 1000.0);
        return failure("Sandbox.Timedout", message, List.of());
    }

    static TaskFailure requestTooLarge(int size, int most) {
        return failure(
                "Lambda.RequestEntityTooLargeException",
                "the request has " + size + " bytes; it must be smaller than " + most,
                List.of());
    }

    static TaskFailure responseTooLarge(int size, int most) {
        return failure(
                "Function.ResponseSizeTooLarge",
                "Response payload size ("
                        + size
                        + " bytes) exceeded maximum allowed payload size ("
                        + most
                        + " bytes).",
                List.of());
    }

    private static TaskFailure failure(String error, String message, List<String> frames) {
        return new TaskFailure(error, Json.text(new Cause(message, error, frames)));
    }
}
