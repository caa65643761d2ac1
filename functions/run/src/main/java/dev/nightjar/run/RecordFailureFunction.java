package dev.nightjar.run;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;

import tools.jackson.databind.JsonNode;

/** Handler of {@link RecordFailure}. */
public final class RecordFailureFunction extends StepFunction<JsonNode, RecordFailure.Response> {
    /** Wires from the environment. */
    public RecordFailureFunction() {
        this(Environment.wiring());
    }

    public RecordFailureFunction(Wiring wiring) {
        super(JsonNode.class, new RecordFailure(wiring)::answer);
    }
}
