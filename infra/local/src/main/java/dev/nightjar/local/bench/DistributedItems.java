package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.bench.Figure.Size;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Items a second of a distributed Map, from the start of its execution to its end. */
final class DistributedItems {
    private static final Goal GOAL = Goal.atLeast(25);

    private final Measuring measuring;
    private final Workload workload;
    private final Baseline localStack;
    private final MachineFile mapping = MachineFile.of("mapping");

    DistributedItems(Measuring measuring, Baseline localStack) throws IOException {
        this.measuring = requireNonNull(measuring, "measuring is null");
        this.workload = measuring.workload();
        this.localStack = requireNonNull(localStack, "localStack is null");
    }

    /**
     * What the mapping machine is given.
     *
     * @param atOnce how many items may be at work, 0 for all
     */
    static JsonNode input(int items, int atOnce) {
        return JsonNodeFactory.instance.objectNode().put("items", items).put("atOnce", atOnce);
    }

    void measure() throws IOException, InterruptedException {
        try (EngineSide engine = new EngineSide(Journalling.OFF.engine().build(), mapping)) {
            measuring.progress().accept("distributed items: warming up");
            for (int items : workload.items()) {
                rate(engine, items, workload.warmUp());
            }
            measuring.progress().accept("distributed items: measuring");
            List<Side> sides = new ArrayList<>();
            workload.items()
                    .forEach(items -> sides.add(() -> rate(engine, items, workload.span())));
            sides.add(this::emulated);
            tell(Rounds.of(workload.mapRounds(), sides));
        }
    }

    private static double rate(EngineSide engine, int items, Duration span)
            throws InterruptedException {
        return engine.executionsPerSecond(input(items, 0), items, span) * items;
    }

    private double emulated() throws InterruptedException {
        int items = workload.emulatorItems();
        return localStack.executionsPerSecond(mapping, input(items, 0), items) * items;
    }

    private void tell(List<Samples> samples) {
        Samples emulated = samples.getLast();
        String theirs = localStack.name();
        for (int i = 0; i < workload.items().size(); i++) {
            int items = workload.items().get(i);
            Samples ours = samples.get(i);
            Notes notes = new Notes().ours(ours).theirs(theirs, emulated);
            if (emulated.known() != null && items != workload.emulatorItems()) {
                notes.add("LocalStack with " + workload.emulatorItems() + " items");
            }
            measuring
                    .figures()
                    .accept(
                            Figure.of(
                                    "engine.items." + items,
                                    "items/s",
                                    ours.median(),
                                    emulated.known(),
                                    GOAL,
                                    new Size(items, Runtime.getRuntime().availableProcessors()),
                                    notes.list()));
        }
    }
}
