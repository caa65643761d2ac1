package dev.nightjar.scoring;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link PlanBatch}. */
public final class PlanBatchFunction extends StepFunction<StepRequest, PlanBatch.Response> {
    /** Wires from the environment. */
    public PlanBatchFunction() {
        this(Environment.wiring());
    }

    public PlanBatchFunction(Wiring wiring) {
        super(StepRequest.class, new PlanBatch(wiring)::answer);
    }
}
