package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The other side of the engine: LocalStack, for as long as it does what it is asked; else the
 * reason why there is none. Not safe for use by multiple threads.
 */
final class Baseline implements AutoCloseable {
    private final Consumer<String> progress;
    private final Map<String, String> machines = new HashMap<>();
    private @Nullable LocalStack localStack;
    private String name;

    private Baseline(Consumer<String> progress, @Nullable LocalStack localStack, String name) {
        this.progress = requireNonNull(progress, "progress is null");
        this.localStack = localStack;
        this.name = requireNonNull(name, "name is null");
    }

    static Baseline open(Measuring measuring) throws InterruptedException {
        Consumer<String> progress = measuring.progress();
        if (!measuring.compares()) {
            return new Baseline(progress, null, "without LocalStack, as asked");
        }
        try {
            LocalStack found = LocalStack.open(measuring.world().environment(), progress);
            return new Baseline(progress, found, found.name());
        } catch (LocalStackFailure failure) {
            Baseline absent = new Baseline(progress, null, "");
            absent.lose(failure);
            return absent;
        }
    }

    private void lose(LocalStackFailure failure) {
        close();
        localStack = null;
        name = "no LocalStack: " + failure.reason();
        progress.accept(name);
    }

    /** {@code LocalStack 4.14.0}, or why there is none. */
    String name() {
        return name;
    }

    /** Executions a second, from one of them; not a number where there is no LocalStack. */
    double executionsPerSecond(MachineFile file, JsonNode input, int expected)
            throws InterruptedException {
        LocalStack other = localStack;
        if (other == null) {
            return Double.NaN;
        }
        try {
            String machine = machines.get(file.name());
            if (machine == null) {
                machine = other.create(file);
                machines.put(file.name(), machine);
            }
            return 1 / other.seconds(machine, input, expected);
        } catch (LocalStackFailure failure) {
            lose(failure);
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        if (localStack != null) {
            localStack.close();
        }
    }
}
