package dev.nightjar.training;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link ReleaseModel}. */
public final class ReleaseModelFunction extends StepFunction<StepRequest, ReleaseModel.Response> {
    /** Wires from the environment. */
    public ReleaseModelFunction() {
        this(Environment.wiring());
    }

    public ReleaseModelFunction(Wiring wiring) {
        super(StepRequest.class, new ReleaseModel(wiring)::answer);
    }
}
