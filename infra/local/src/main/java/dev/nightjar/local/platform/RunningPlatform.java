package dev.nightjar.local.platform;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionStatus;
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

/** The parts of a platform that exist from the first execution on. */
record RunningPlatform(
        Home home,
        Engine engine,
        EngineClock time,
        Functions functions,
        Journal journal,
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
            Journal journal,
            ListenersByExecution listeners,
            Wiring wiring) {
        this(home, engine, time, functions, journal, listeners, wiring, new ConcurrentHashMap<>());
    }

    LocalExecution start(Machine machine, JsonNode input, ExecutionListener listener) {
        StateMachine parsed =
                machines.computeIfAbsent(machine, key -> StateMachineFile.of(home, key).filled());
        Instant now = wiring.clock().instant();
        String name = TIME.format(now) + "-" + wiring.ids().nonce();
        StartRequest request = StartRequest.here(machine.toString(), name, input);
        String id = request.executionArn();
        journal.begin(
                new ExecutionRecord(
                        id, null, ExecutionStatus.RUNNING.name(), now, null, null, null, input));
        listeners.add(id, listener);
        Execution execution = engine.start(parsed, request);
        return new LocalExecution(execution, () -> release(id));
    }

    private void release(String id) {
        listeners.remove(id);
        journal.release(id);
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
