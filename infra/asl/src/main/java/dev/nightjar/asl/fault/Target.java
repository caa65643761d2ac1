package dev.nightjar.asl.fault;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskCall;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * Which calls of a handler a {@link Fault} happens to; what is null is not asked for. Immutable.
 *
 * @param state name of the Task, or of the Map whose ItemReader asks
 * @param item index of the innermost Map's item, from 0
 * @param resource the resource as the document names it
 * @param function the Lambda function: its name, or its whole ARN
 * @param attempt the how manieth call of the state in its execution, for the same item; from 1. A
 *     child of a distributed Map is an execution of its own
 * @param retry retries of this visit of the state so far, as {@code
 *     $states.context.State.RetryCount}; from 0
 */
public record Target(
        String state,
        @Nullable Integer item,
        @Nullable String resource,
        @Nullable String function,
        @Nullable Integer attempt,
        @Nullable Integer retry) {

    public Target {
        requireNonNull(state, "state is null");
        atLeast(0, "item", item);
        atLeast(1, "attempt", attempt);
        atLeast(0, "retry", retry);
    }

    private static void atLeast(int least, String name, @Nullable Integer value) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", and must be at least " + least);
        }
    }

    /** Every call of the state. */
    public static Target every(String state) {
        return new Target(state, null, null, null, null, null);
    }

    /** The same, but only for an item. */
    public Target withItem(int index) {
        return new Target(state, index, resource, function, attempt, retry);
    }

    /** The same, but only at one attempt. */
    public Target withAttempt(int number) {
        return new Target(state, item, resource, function, number, retry);
    }

    /** The same, but only after so many retries. */
    public Target withRetry(int count) {
        return new Target(state, item, resource, function, attempt, count);
    }

    boolean takes(TaskCall call, int number) {
        return state.equals(call.stateName())
                && (item == null || item.equals(call.mapItemIndex()))
                && (resource == null || resource.equals(call.resource()))
                && (function == null || callsFunction(call, function))
                && (attempt == null || attempt == number)
                && (retry == null || retry == call.retryCount());
    }

    /** By lambda:invoke, or by the function's own ARN as resource. */
    private static boolean callsFunction(TaskCall call, String function) {
        JsonNode name = call.arguments().path("FunctionName");
        return isNamed(name.asString(""), function) || isNamed(call.resource(), function);
    }

    private static boolean isNamed(String arn, String function) {
        return (":" + arn + ":").contains(":" + function + ":");
    }

    /** In words, e.g. {@code Charge, item 3, attempt 1}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(state);
        add(words, "item ", item);
        add(words, "resource ", resource);
        add(words, "function ", function);
        add(words, "attempt ", attempt);
        add(words, "retry ", retry);
        return words.toString();
    }

    private static void add(StringBuilder words, String name, @Nullable Object value) {
        if (value != null) {
            words.append(", ").append(name).append(value);
        }
    }
}
