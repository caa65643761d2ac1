package dev.nightjar.asl.conformance;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.VirtualClock;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A whole execution. */
final class ExecutionAnswer {
    private static final String ENTERED = "StateEntered";

    private ExecutionAnswer() {}

    static CaseAnswer of(ConformanceCase each) throws InterruptedException {
        List<Problem> problems = Checker.check(each.definition());
        String foreign = text(problems, true);
        if (!foreign.isEmpty()) {
            return CaseAnswer.of(CaseRunner.unsupported(each, foreign));
        }
        String wrong = text(problems, false);
        if (!wrong.isEmpty()) {
            return refused(
                    each, "InvalidDefinition", "Invalid State Machine Definition: '" + wrong + "'");
        }
        return run(each, StateMachineParser.parse(Express.limited(each)).machineOrThrow());
    }

    private static String text(List<Problem> problems, boolean foreign) {
        return problems.stream()
                .filter(Problem::isError)
                .filter(problem -> problem.code().equals(Problem.NOT_IMPLEMENTED) == foreign)
                .map(each -> each.code() + ": " + each.message() + " at " + each.pointer())
                .collect(Collectors.joining(", "));
    }

    private static CaseAnswer run(ConformanceCase each, StateMachine machine)
            throws InterruptedException {
        VirtualClock clock = new VirtualClock();
        Fakes fakes = new Fakes(each.fakes(), clock);
        JsonNode input =
                each.input().isMissingNode() ? JsonNodeFactory.instance.objectNode() : each.input();
        try (Engine engine = engine(machine, fakes, clock)) {
            Execution execution;
            try {
                execution = engine.start(machine, StartRequest.here("case", "run", input));
            } catch (IllegalArgumentException refused) {
                return refused(each, "ValidationException", String.valueOf(refused.getMessage()));
            }
            fakes.serve(engine, execution);
            return answer(each, execution, fakes);
        }
    }

    private static Engine engine(StateMachine machine, Fakes fakes, VirtualClock clock) {
        Engine.Builder engine =
                Engine.builder()
                        .clock(clock)
                        .random(new SplittableRandom(1))
                        .taskConcurrency(Integer.MAX_VALUE);
        machine.allStates()
                .forEach(
                        state -> {
                            if (state instanceof TaskState task) {
                                engine.handler(task.resource(), fakes);
                            }
                            if (state instanceof MapState map && map.itemReader() != null) {
                                engine.handler(map.itemReader().resource(), fakes.itemReader());
                            }
                        });
        return engine.build();
    }

    private static CaseAnswer answer(ConformanceCase each, Execution execution, Fakes fakes)
            throws InterruptedException {
        ExecutionResult result;
        try {
            result = execution.await();
        } catch (IllegalStateException stuck) {
            return CaseAnswer.of(CaseRunner.unsupported(each, String.valueOf(stuck.getMessage())));
        }
        if (fakes.missing() != null) {
            return CaseAnswer.of(CaseRunner.unsupported(each, fakes.missing()));
        }
        ObjectNode answer = outcome(each, result.status().name(), result.error(), result.cause());
        answer.set("output", result.output());
        addHistory(answer, execution.history());
        Duration took = Duration.between(result.startedAt(), result.stoppedAt());
        answer.put("virtualSeconds", took.toMillis() / 1000.0);
        return new CaseAnswer(answer, execution.history());
    }

    private static void addHistory(ObjectNode answer, List<HistoryEvent> history) {
        ArrayNode entered = answer.putArray("statesEntered");
        ArrayNode events = answer.putArray("events");
        for (HistoryEvent event : history) {
            events.add(event.type().awsName());
            if (event.type().awsName().endsWith(ENTERED)) {
                entered.add(event.stateName());
            }
        }
    }

    private static CaseAnswer refused(ConformanceCase each, String error, String cause) {
        ObjectNode answer = outcome(each, "REFUSED", error, cause);
        addHistory(answer, List.of());
        return CaseAnswer.of(answer.put("virtualSeconds", 0));
    }

    private static ObjectNode outcome(
            ConformanceCase each, String status, @Nullable String error, @Nullable String cause) {
        ObjectNode answer = CaseRunner.named(each).put("status", status);
        answer.putNull("output");
        return answer.put("error", error).put("cause", cause);
    }
}
