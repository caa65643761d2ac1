package dev.nightjar.asl.generated;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;

/**
 * Answers, fails, breaks, or sleeps first, as chance has it. For a virtual clock: one at a time.
 */
final class GeneratedHandler implements TaskHandler {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Chance chance;
    private final EngineClock clock;

    GeneratedHandler(Chance chance, EngineClock clock) {
        this.chance = chance;
        this.clock = clock;
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException {
        if (chance.percent(20)) {
            clock.sleep(Duration.ofMillis(chance.below(90_000)));
        }
        return switch (chance.below(24)) {
            case 0, 1, 2 -> throw new TaskFailure("Transient", "made up");
            case 3 -> throw new TaskFailure("Broken", null);
            case 4 -> throw new TaskFailure("States.Timeout", "as if");
            case 5 -> throw new IllegalStateException("broken on purpose");
            case 6 -> throw new StackOverflowError("on purpose");
            case 7 -> JSON.nullNode();
            case 8 -> JSON.stringNode(chance.garbage());
            case 9 -> JSON.numberNode(chance.below(100));
            case 10 -> chance.percent(20) ? JSON.stringNode("x".repeat(300_000)) : JSON.arrayNode();
            case 11, 12 -> JSON.arrayNode().add(1).add(2);
            default -> call.arguments();
        };
    }
}
