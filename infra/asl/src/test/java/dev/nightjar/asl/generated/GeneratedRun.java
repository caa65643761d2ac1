package dev.nightjar.asl.generated;

import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One run of a generated machine on a virtual clock, with everything that was heard of it. One that
 * goes on for too many events is aborted.
 */
final class GeneratedRun implements ExecutionListener {
    private static final int MOST_EVENTS = 1_500;

    private final Map<String, List<HistoryEvent>> histories = new LinkedHashMap<>();
    private final Map<String, ExecutionResult> ends = new LinkedHashMap<>();
    private @Nullable Execution execution;
    private int heard;

    /** Runs the case to its end. */
    static GeneratedRun of(GeneratedCase made) throws InterruptedException {
        GeneratedRun run = new GeneratedRun();
        run.play(made);
        return run;
    }

    private void play(GeneratedCase made) throws InterruptedException {
        StateMachine machine = StateMachineParser.parse(made.text()).machineOrThrow();
        BudgetedClock clock = new BudgetedClock();
        GeneratedHandler handler = new GeneratedHandler(new Chance(~made.seed()), clock);
        Engine.Builder builder =
                Engine.builder()
                        .clock(clock)
                        .random(new SplittableRandom(made.seed()))
                        .listener(this);
        resources(machine).forEach(resource -> builder.handler(resource, handler));
        Execution started =
                builder.build().start(machine, StartRequest.here("generated", "run", made.input()));
        execution = started;
        started.await();
        clock.drain();
    }

    private static SortedSet<String> resources(StateMachine machine) {
        SortedSet<String> resources = new TreeSet<>();
        machine.allStates()
                .forEach(
                        state -> {
                            if (state instanceof TaskState task) {
                                resources.add(task.resource());
                            } else if (state instanceof MapState map && map.itemReader() != null) {
                                resources.add(map.itemReader().resource());
                            }
                        });
        return resources;
    }

    @Override
    public void happened(ExecutionIdentity identity, HistoryEvent event) {
        histories.computeIfAbsent(identity.id(), _ -> new ArrayList<>()).add(event);
        if (++heard == MOST_EVENTS && execution != null) {
            execution.abort("Budget", "it went on and on");
        }
    }

    @Override
    public void ended(ExecutionIdentity identity, ExecutionResult result) {
        if (ends.put(identity.id(), result) != null) {
            throw new IllegalStateException(identity.id() + " ended twice");
        }
    }

    /** By execution, in the order of their starts: what happened in each. */
    Map<String, List<HistoryEvent>> histories() {
        return histories;
    }

    /** By execution, in the order of their ends: how each ended. */
    Map<String, ExecutionResult> ends() {
        return ends;
    }

    /** How the machine itself ended. */
    ExecutionResult result() {
        return ends.values().stream().reduce((_, last) -> last).orElseThrow();
    }
}
