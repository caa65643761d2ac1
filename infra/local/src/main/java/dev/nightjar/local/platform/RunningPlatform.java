package dev.nightjar.local.platform;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.SystemClock;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Machine;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The parts of a platform that exist from the first execution on. */
record RunningPlatform(
        Home home,
        Engine engine,
        EngineClock time,
        Functions functions,
        ExecutionsFolder executions,
        FailureRule failures,
        ListenersByExecution listeners,
        Wiring wiring,
        Map<Machine, StateMachine> machines)
        implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    RunningPlatform(
            Home home,
            Engine engine,
            EngineClock time,
            Functions functions,
            ExecutionsFolder executions,
            FailureRule failures,
            ListenersByExecution listeners,
            Wiring wiring) {
        this(
                home,
                engine,
                time,
                functions,
                executions,
                failures,
                listeners,
                wiring,
                new ConcurrentHashMap<>());
    }

    LocalExecution start(Machine machine, JsonNode input, ExecutionListener listener) {
        StateMachine parsed =
                machines.computeIfAbsent(machine, key -> StateMachineFile.of(home, key).filled());
        String name = TIME.format(wiring.clock().instant()) + "-" + wiring.ids().nonce();
        StartRequest request = StartRequest.here(machine.toString(), name, input);
        return heard(request.executionArn(), listener, () -> engine.start(parsed, request));
    }

    LocalExecution redrive(String execution, ExecutionListener listener) {
        // Its process may have died between the end of the execution and its record.
        failures.settle(execution);
        return heard(execution, listener, () -> engine.redrive(execution));
    }

    LocalExecution resume(String execution, ExecutionListener listener) {
        return heard(
                execution,
                listener,
                () -> {
                    if (!timeIsUp(execution)) {
                        return engine.resume(execution);
                    }
                    // It would only time out; a redrive has all of its time again.
                    engine.abort(execution, null, "its process was killed");
                    return engine.redrive(execution);
                });
    }

    private boolean timeIsUp(String execution) {
        AtomicReference<Instant> newest = new AtomicReference<>(Instant.MAX);
        executions.read(
                execution,
                (JournalRecord record) -> {
                    if (record instanceof JournalRecord.TimeoutScheduled(String child, Instant due)
                            && child == null) {
                        newest.set(due);
                    }
                });
        return !time.now().isBefore(newest.get());
    }

    private LocalExecution heard(
            String id, ExecutionListener listener, Supplier<Execution> beginning) {
        listeners.add(id, listener);
        boolean begun = false;
        try {
            LocalExecution execution =
                    new LocalExecution(beginning.get(), () -> listeners.remove(id));
            begun = true;
            return execution;
        } finally {
            if (!begun) {
                listeners.remove(id);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
        if (time instanceof SystemClock threads) {
            threads.close();
        }
        functions.close();
    }
}
