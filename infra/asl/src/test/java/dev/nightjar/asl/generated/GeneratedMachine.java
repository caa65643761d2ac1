package dev.nightjar.asl.generated;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A machine that chance has put together. States follow each other in a chain, so that all are
 * reached; some lead elsewhere, also back. Small, for there are many.
 */
final class GeneratedMachine {
    static final String TASK = "arn:aws:states:::work:do";
    static final String FUNCTION = "arn:aws:lambda:here:000000000000:function:f";
    static final String READER = "arn:aws:states:::s3:getObject";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ERRORS =
            List.of("Transient", "Broken", "States.TaskFailed", "States.Timeout", "States.ALL");

    private final Chance chance;
    private final GeneratedExpressions expressions;
    private int states;

    GeneratedMachine(Chance chance) {
        this.chance = chance;
        this.expressions = new GeneratedExpressions(chance);
    }

    ObjectNode document() {
        ObjectNode machine = JSON.objectNode().put("QueryLanguage", "JSONata");
        if (chance.percent(15)) {
            machine.put("TimeoutSeconds", 1 + chance.below(2_000));
        }
        fill(machine, 2);
        return machine;
    }

    /** StartAt and States. */
    private void fill(ObjectNode flow, int depth) {
        List<String> names = new ArrayList<>();
        for (int left = 1 + chance.below(4); left > 0; left--) {
            names.add("S" + states++);
        }
        flow.put("StartAt", names.getFirst());
        ObjectNode all = flow.putObject("States");
        for (int i = 0; i < names.size(); i++) {
            String next = i + 1 < names.size() ? names.get(i + 1) : null;
            all.set(names.get(i), next == null ? last(depth, names) : between(depth, next, names));
        }
    }

    private ObjectNode last(int depth, List<String> names) {
        return switch (chance.below(5)) {
            case 0 -> {
                ObjectNode succeed = JSON.objectNode().put("Type", "Succeed");
                yield withOutput(succeed);
            }
            case 1 -> fail();
            default -> working(depth, names).put("End", true);
        };
    }

    private ObjectNode fail() {
        ObjectNode fail = JSON.objectNode().put("Type", "Fail");
        if (chance.percent(80)) {
            fail.put("Error", chance.percent(80) ? "Broken" : expressions.expression());
        }
        if (chance.percent(50)) {
            fail.put("Cause", chance.percent(80) ? "made up" : expressions.expression());
        }
        return fail;
    }

    private ObjectNode between(int depth, String next, List<String> names) {
        return chance.percent(15)
                ? choice(next, names)
                : working(depth, names).put("Next", chance.percent(97) ? next : chance.of(names));
    }

    private ObjectNode choice(String next, List<String> names) {
        ObjectNode choice = JSON.objectNode().put("Type", "Choice");
        ArrayNode rules = choice.putArray("Choices");
        for (int left = 1 + chance.below(2); left > 0; left--) {
            ObjectNode rule = rules.addObject();
            rule.put("Condition", expressions.condition());
            rule.put("Next", chance.percent(80) ? next : chance.of(names));
            withAssign(rule);
        }
        if (chance.percent(80)) {
            choice.put("Default", next);
        }
        return choice;
    }

    /** A state that has Next or End. */
    private ObjectNode working(int depth, List<String> names) {
        ObjectNode state =
                switch (chance.below(depth == 0 ? 6 : 9)) {
                    case 0, 1 -> JSON.objectNode().put("Type", "Pass");
                    case 2 -> pause();
                    case 3, 4, 5 -> withErrors(task(), names);
                    case 6 -> withErrors(parallel(depth), names);
                    default -> withErrors(map(depth), names);
                };
        return withAssign(withOutput(state));
    }

    private ObjectNode pause() {
        ObjectNode pause = JSON.objectNode().put("Type", "Wait");
        return switch (chance.below(4)) {
            case 0 -> pause.put("Seconds", expressions.expression());
            case 1 -> pause.put("Timestamp", "2026-01-01T00:00:30Z");
            default -> pause.put("Seconds", chance.below(100_000));
        };
    }

    private ObjectNode task() {
        ObjectNode task = JSON.objectNode().put("Type", "Task");
        boolean invokes = chance.percent(60);
        task.put("Resource", invokes ? TASK : FUNCTION);
        if (invokes) {
            ObjectNode arguments = task.putObject("Arguments").put("FunctionName", "f");
            if (chance.percent(80)) {
                arguments.set("Payload", expressions.template());
            }
        } else if (chance.percent(60)) {
            task.set("Arguments", expressions.template());
        }
        if (chance.percent(40)) {
            task.put("TimeoutSeconds", 1 + chance.below(60));
        }
        return task;
    }

    private ObjectNode parallel(int depth) {
        ObjectNode parallel = JSON.objectNode().put("Type", "Parallel");
        ArrayNode branches = parallel.putArray("Branches");
        for (int left = 1 + chance.below(3); left > 0; left--) {
            fill(branches.addObject(), depth - 1);
        }
        return parallel;
    }

    private ObjectNode map(int depth) {
        ObjectNode map = JSON.objectNode().put("Type", "Map");
        ObjectNode processor = map.putObject("ItemProcessor");
        boolean distributed = chance.percent(50);
        if (distributed) {
            processor
                    .putObject("ProcessorConfig")
                    .put("Mode", "DISTRIBUTED")
                    .put("ExecutionType", "STANDARD");
        }
        fill(processor, depth - 1);
        if (distributed && chance.percent(30)) {
            ObjectNode reader = map.putObject("ItemReader").put("Resource", READER);
            reader.putObject("ReaderConfig").put("InputType", "JSON");
            reader.putObject("Arguments").put("Bucket", "b").put("Key", "k");
        } else {
            map.put("Items", chance.percent(80) ? "{% [1, 2, 3] %}" : expressions.expression());
        }
        return withLimits(map, distributed);
    }

    private ObjectNode withLimits(ObjectNode map, boolean distributed) {
        if (chance.percent(40)) {
            map.put("MaxConcurrency", chance.below(3));
        }
        if (chance.percent(30)) {
            map.set("ItemSelector", expressions.template());
        }
        if (distributed && chance.percent(50)) {
            map.put("ToleratedFailurePercentage", chance.below(101));
        }
        return map;
    }

    private ObjectNode withErrors(ObjectNode state, List<String> names) {
        if (chance.percent(40)) {
            ObjectNode retrier = state.putArray("Retry").addObject();
            retrier.putArray("ErrorEquals").add(chance.of(ERRORS));
            retrier.put("MaxAttempts", chance.below(4));
            if (chance.percent(50)) {
                retrier.put("JitterStrategy", "FULL").put("MaxDelaySeconds", 30);
            }
        }
        if (chance.percent(40)) {
            ObjectNode catcher = state.putArray("Catch").addObject();
            catcher.putArray("ErrorEquals").add(chance.of(ERRORS));
            catcher.put("Next", names.getLast());
            withAssign(withOutput(catcher));
        }
        return state;
    }

    private ObjectNode withAssign(ObjectNode object) {
        if (chance.percent(20)) {
            object.putObject("Assign")
                    .set(chance.percent(50) ? "one" : "two", expressions.template());
        }
        return object;
    }

    private ObjectNode withOutput(ObjectNode object) {
        if (chance.percent(25)) {
            object.set("Output", expressions.template());
        }
        return object;
    }
}
