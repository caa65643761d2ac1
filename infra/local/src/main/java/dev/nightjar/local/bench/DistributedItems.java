package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.bench.Figure.Size;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Items a second of a distributed Map, from the start of its execution to its end. */
final class DistributedItems {
    private static final Goal GOAL = Goal.atLeast(25);

    /** Our side: so many items, kept so. */
    private record Ours(Journalling journalling, int items) {
        String name() {
            return journalling.named("engine.items." + items);
        }

        @Nullable Goal goal() {
            return journalling == Journalling.OFF ? GOAL : null;
        }
    }

    private final Measuring measuring;
    private final Workload workload;
    private final Baseline localStack;
    private final MachineFile mapping = MachineFile.of("mapping");
    private final List<Ours> ours = new ArrayList<>();

    DistributedItems(Measuring measuring, Baseline localStack) throws IOException {
        this.measuring = requireNonNull(measuring, "measuring is null");
        this.workload = measuring.workload();
        this.localStack = requireNonNull(localStack, "localStack is null");
        workload.items().forEach(items -> ours.add(new Ours(Journalling.OFF, items)));
        workload.items().forEach(items -> ours.add(new Ours(Journalling.ON, items)));
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
        try (EngineSide plain = engine(Journalling.OFF);
                EngineSide journalled = engine(Journalling.ON)) {
            List<Side> sides = new ArrayList<>();
            measuring.progress().accept("distributed items: warming up");
            for (Ours one : ours) {
                EngineSide side = one.journalling() == Journalling.OFF ? plain : journalled;
                rate(side, one.items(), workload.warmUp());
                sides.add(() -> rate(side, one.items(), workload.span()));
            }
            sides.add(this::emulated);
            measuring.progress().accept("distributed items: measuring");
            List<Samples> samples = Rounds.of(workload.mapRounds(), sides);
            for (int i = 0; i < ours.size(); i++) {
                tell(ours.get(i), samples.get(i), samples.getLast());
            }
        }
    }

    private EngineSide engine(Journalling journalling) throws IOException {
        return new EngineSide(journalling.engine(measuring.scratch()).build(), mapping);
    }

    private double rate(EngineSide engine, int items, Duration span)
            throws IOException, InterruptedException {
        double rate = engine.executionsPerSecond(input(items, 0), items, span) * items;
        measuring.scratch().clear();
        return rate;
    }

    private double emulated() throws InterruptedException {
        int items = workload.emulatorItems();
        return localStack.executionsPerSecond(mapping, input(items, 0), items) * items;
    }

    private void tell(Ours one, Samples samples, Samples emulated) {
        Notes notes = new Notes().ours(samples).theirs(localStack.name(), emulated);
        if (emulated.known() != null && one.items() != workload.emulatorItems()) {
            notes.add("LocalStack with " + workload.emulatorItems() + " items");
        }
        measuring
                .figures()
                .accept(
                        Figure.of(
                                one.name(),
                                "items/s",
                                samples.median(),
                                emulated.known(),
                                one.goal(),
                                new Size(one.items(), Runtime.getRuntime().availableProcessors()),
                                notes.list()));
    }
}
