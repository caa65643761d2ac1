package dev.nightjar.local.bench;

import java.io.IOException;

/** {@code bench engine}: the States Language engine against LocalStack. */
final class EngineBenchmark implements Benchmark {
    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String description() {
        return "the States Language engine against LocalStack and bare JSONata";
    }

    @Override
    public void run(Measuring measuring) throws IOException, InterruptedException {
        try (Baseline localStack = Baseline.open(measuring)) {
            new Transitions(measuring, localStack).measure();
            new DistributedItems(measuring, localStack).measure();
            new FinishedItems(measuring).measure();
        }
    }
}
