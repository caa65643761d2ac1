package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.expression.Bindings;
import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.expression.Template;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** TimeoutSeconds of the whole machine, which has no state to fail. */
final class TimeoutSeconds {
    private static final String FIELD = "TimeoutSeconds";

    private TimeoutSeconds() {}

    static long ofMachine(Template template, RunningExecution execution, JsonNode input)
            throws StateFailedException {
        ObjectNode states = Json.object("input", input);
        states.set("context", execution.context());
        Bindings bindings =
                new Bindings(Map.of("states", states), execution.now(), execution.random());
        try {
            return Values.whole(template.evaluate(bindings, FIELD), template, FIELD, 1);
        } catch (ExpressionFailure problem) {
            throw new StateFailedException(ErrorName.QUERY_EVALUATION_ERROR, problem.text());
        }
    }
}
