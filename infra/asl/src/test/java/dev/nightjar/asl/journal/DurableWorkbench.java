package dev.nightjar.asl.journal;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionJournals;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;
import dev.nightjar.asl.run.VirtualClock;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An engine with journals on virtual time, as one process has it. */
final class DurableWorkbench implements ExecutionListener {
    static final String ARN = "arn:aws:states:here:000000000000:execution:night:run";

    /** What was called: the key of its arguments and the retry count. */
    final List<String> calls = new ArrayList<>();

    private final List<String> childEvents = new ArrayList<>();

    final VirtualClock clock;
    final Engine engine;

    /** A process that fails a Task as often as its arguments say, by the retry count. */
    DurableWorkbench(@Nullable ExecutionJournals journals, Instant now) {
        this(journals, now, DurableWorkbench::failsAtFirst);
    }

    DurableWorkbench(@Nullable ExecutionJournals journals, Instant now, TaskHandler handler) {
        this.clock = new VirtualClock(now);
        Engine.Builder builder =
                Engine.builder()
                        .clock(clock)
                        .random(new SplittableRandom(7))
                        .listener(this)
                        .handler(Machines.TASK, call -> handled(call, handler));
        this.engine = (journals == null ? builder : builder.journals(journals)).build();
    }

    private JsonNode handled(TaskCall call, TaskHandler handler)
            throws TaskFailure, InterruptedException {
        String key = call.arguments().path("key").asString(call.arguments().toString());
        calls.add(key + " " + call.retryCount());
        return handler.handle(call);
    }

    static JsonNode failsAtFirst(TaskCall call) throws TaskFailure {
        if (call.retryCount() < call.arguments().path("fail").asInt(0)) {
            throw new TaskFailure("Broken", "attempt " + call.retryCount());
        }
        return call.arguments();
    }

    Execution start(StateMachine machine) {
        return start(machine, "{}");
    }

    Execution start(StateMachine machine, String input) {
        return engine.start(machine, StartRequest.here(Machines.NAME, "run", Machines.json(input)));
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        if (execution.isChild()) {
            childEvents.add(event.type().awsName());
        }
    }

    /** How many events of that type the children of distributed Maps had in this process. */
    long childEvents(String type) {
        return childEvents.stream().filter(type::equals).count();
    }

    static List<String> types(Execution execution) {
        return execution.history().stream().map(event -> event.type().awsName()).toList();
    }
}
