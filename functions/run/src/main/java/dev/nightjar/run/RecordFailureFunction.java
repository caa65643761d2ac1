package dev.nightjar.run;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.FailureRequest;

/** Handler of {@link RecordFailure}. */
public final class RecordFailureFunction
        extends StepFunction<FailureRequest, RecordFailure.Response> {
    /** Wires from the environment. */
    public RecordFailureFunction() {
        this(Environment.wiring());
    }

    public RecordFailureFunction(Wiring wiring) {
        super(FailureRequest.class, new RecordFailure(wiring)::answer);
    }
}
