package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.List;

/**
 * The limits of one evaluation, as measured on AWS: 100 nested expressions, sequences of 873,782
 * elements, and some seconds. Used by one thread.
 */
final class Bounds {
    static final String DEPTH =
            "Stack overflow error: Check for non-terminating recursive function. "
                    + "Consider rewriting as tail-recursive";
    static final String MEMORY =
            "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    static final int MAX_LENGTH = 873_782;
    private static final int MAX_DEPTH = 100;
    private static final long MAX_NANOS = 5_000_000_000L;
    private static final int STEPS_PER_LOOK_AT_THE_TIME = 1024;

    private final long started = System.nanoTime();
    private int depth;
    private int steps;

    private Bounds() {}

    static void around(Jsonata.Frame frame) {
        Bounds bounds = new Bounds();
        frame.setEvaluateEntryCallback((_, _, environment) -> bounds.enter(environment));
        frame.setEvaluateExitCallback(
                (_, _, environment, result) -> bounds.exit(environment, result));
    }

    private void enter(Jsonata.Frame environment) {
        if (!environment.isParallelCall) {
            depth++;
        }
        if (depth > MAX_DEPTH) {
            throw new Exceeded(DEPTH);
        }
        if (++steps % STEPS_PER_LOOK_AT_THE_TIME == 0 && System.nanoTime() - started > MAX_NANOS) {
            throw new Exceeded(TIME);
        }
    }

    private void exit(Jsonata.Frame environment, @Nullable Object result) {
        if (!environment.isParallelCall) {
            depth--;
        }
        if (result instanceof List<?> list && list.size() > MAX_LENGTH) {
            throw new Exceeded(MEMORY);
        }
    }

    /** An evaluation went over a limit. */
    static final class Exceeded extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }
}
