package dev.nightjar.scoring;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link TallyBatch}. */
public final class TallyBatchFunction extends StepFunction<StepRequest, TallyBatch.Response> {
    /** Wires from the environment. */
    public TallyBatchFunction() {
        this(Environment.wiring());
    }

    public TallyBatchFunction(Wiring wiring) {
        super(StepRequest.class, new TallyBatch(wiring)::answer);
    }
}
