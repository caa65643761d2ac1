package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Runs its processor once for each item (specification, "Map State").
 *
 * @param items Items, or null for the state's input
 * @param itemReader ItemReader, or null
 * @param itemSelector input of the processor, or null for the item
 * @param batcher ItemBatcher, or null when each item has a child of its own
 * @param distributed whether children are executions of their own, ProcessorConfig.Mode DISTRIBUTED
 * @param label prefix of the children's names, or null
 * @param limits concurrency and tolerance
 */
public record MapState(
        Common common,
        @Nullable Template items,
        @Nullable ItemReader itemReader,
        @Nullable Template itemSelector,
        @Nullable ItemBatcher batcher,
        Flow processor,
        boolean distributed,
        @Nullable String label,
        Limits limits,
        List<Retrier> retry,
        List<Catcher> catchers)
        implements State {
    public MapState {
        requireNonNull(common, "common is null");
        requireNonNull(processor, "processor is null");
        requireNonNull(limits, "limits is null");
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }

    @Override
    public List<Flow> flows() {
        return List.of(processor);
    }

    /**
     * How many items at once, and how many may fail; each a number, an expression, or null.
     *
     * @param maxConcurrency 0 and null for no limit
     */
    public record Limits(
            @Nullable Template maxConcurrency,
            @Nullable Template toleratedFailureCount,
            @Nullable Template toleratedFailurePercentage) {}
}
