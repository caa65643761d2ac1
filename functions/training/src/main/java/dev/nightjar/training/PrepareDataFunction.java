package dev.nightjar.training;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link PrepareData}. */
public final class PrepareDataFunction extends StepFunction<StepRequest, PrepareData.Response> {
    /** Wires from the environment. */
    public PrepareDataFunction() {
        this(Environment.wiring());
    }

    public PrepareDataFunction(Wiring wiring) {
        super(StepRequest.class, new PrepareData(wiring)::answer);
    }
}
