package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.local.bench.Figure.Size;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a distributed Map still holds of the items that have finished: it should be nothing. */
final class FinishedItems {
    private static final Goal FLAT = Goal.atMost(1.1);
    private static final int AT_ONCE = 100;

    private final Measuring measuring;
    private final MachineFile mapping = MachineFile.of("mapping");

    FinishedItems(Measuring measuring) throws IOException {
        this.measuring = requireNonNull(measuring, "measuring is null");
    }

    void measure() throws IOException, InterruptedException {
        measuring.progress().accept("memory: looking at the heap while a Map runs");
        measure(Journalling.OFF);
        measure(Journalling.ON);
    }

    private void measure(Journalling journalling) throws IOException, InterruptedException {
        List<Integer> points = measuring.workload().finished();
        int items = points.getLast();
        HeapAtPoints heap = new HeapAtPoints(points);
        Engine engine = journalling.engine(measuring.scratch()).listener(heap).build();
        try (EngineSide side = new EngineSide(engine, mapping)) {
            side.run(DistributedItems.input(items, AT_ONCE), items);
        }
        measuring.scratch().clear();
        tell(journalling, heap.bytes());
    }

    private void tell(Journalling journalling, SortedMap<Integer, Long> bytes) {
        int first = bytes.firstKey();
        double least = bytes.firstEntry().getValue();
        bytes.forEach(
                (finished, live) -> {
                    String name = journalling.named("engine.memory." + finished);
                    tell(name, finished, live, finished == first ? null : least);
                });
    }

    private void tell(String name, int finished, double live, @Nullable Double least) {
        int first = measuring.workload().finished().getFirst();
        Notes notes = new Notes();
        if (least != null) {
            double each = (live - least) / (finished - first);
            notes.add(String.format(Locale.ROOT, "%.1f bytes a finished item", each));
        }
        Size size = new Size(finished, Runtime.getRuntime().availableProcessors());
        measuring
                .figures()
                .accept(
                        Figure.of(
                                name,
                                "bytes",
                                live,
                                least,
                                least == null ? null : FLAT,
                                size,
                                notes.list()));
    }

    /** Looks at the heap when so many children have ended; the others wait meanwhile. */
    private static final class HeapAtPoints implements ExecutionListener {
        private final List<Integer> points;
        private final SortedMap<Integer, Long> bytes = new TreeMap<>();
        private int ended;

        HeapAtPoints(List<Integer> points) {
            this.points = List.copyOf(points);
        }

        @Override
        public synchronized void ended(ExecutionIdentity execution, ExecutionResult result) {
            if (execution.isChild() && points.contains(++ended)) {
                bytes.put(ended, LiveHeap.bytes());
            }
        }

        synchronized SortedMap<Integer, Long> bytes() {
            return bytes;
        }
    }
}
