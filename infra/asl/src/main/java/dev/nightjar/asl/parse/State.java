package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One state (specification, "States"); a record for each type. Immutable. */
public sealed interface State
        permits TaskState,
                PassState,
                ChoiceState,
                WaitState,
                SucceedState,
                FailState,
                ParallelState,
                MapState {

    /** What every state has. */
    Common common();

    /** Name of the state, unique in its machine. */
    default String name() {
        return common().name();
    }

    /** JSON pointer of the state in its document. */
    default String pointer() {
        return common().pointer();
    }

    /** Assign, or null. */
    default @Nullable Template assign() {
        return common().assign();
    }

    /** Output, or null. */
    default @Nullable Template output() {
        return common().output();
    }

    /** Next or End; null for Choice, Succeed and Fail. */
    default @Nullable Transition transition() {
        return common().transition();
    }

    /** Retry; empty for states that have none. */
    default List<Retrier> retry() {
        return List.of();
    }

    /** Catch; empty for states that have none. */
    default List<Catcher> catchers() {
        return List.of();
    }

    /** The flows inside: branches of a Parallel, the processor of a Map. */
    default List<Flow> flows() {
        return List.of();
    }
}
