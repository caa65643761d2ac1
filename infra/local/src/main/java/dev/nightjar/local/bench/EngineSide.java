package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.StartRequest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A machine on our engine, in real time: one execution after the other. */
final class EngineSide implements AutoCloseable {
    private final Engine engine;
    private final String name;
    private final StateMachine machine;
    private final AtomicLong executions = new AtomicLong();

    EngineSide(Engine engine, MachineFile file) {
        this.engine = requireNonNull(engine, "engine is null");
        this.name = file.name();
        this.machine = file.parsed();
    }

    /** Runs executions for the span, at least one; how many a second. */
    double executionsPerSecond(JsonNode input, int expected, Duration span)
            throws InterruptedException {
        long started = System.nanoTime();
        long most = span.toNanos();
        long count = 0;
        long elapsed;
        do {
            run(input, expected);
            count++;
            elapsed = System.nanoTime() - started;
        } while (elapsed < most);
        return count * 1e9 / elapsed;
    }

    /** Runs one execution, which must answer the number. */
    void run(JsonNode input, int expected) throws InterruptedException {
        String execution = "bench-" + executions.incrementAndGet();
        ExecutionResult result =
                engine.start(machine, StartRequest.here(name, execution, input)).await();
        JsonNode output = result.output();
        if (output == null || output.asInt(-1) != expected) {
            throw new IllegalStateException("%s answered %s".formatted(name, result));
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
