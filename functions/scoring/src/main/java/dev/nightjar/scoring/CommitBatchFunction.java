package dev.nightjar.scoring;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link CommitBatch}. */
public final class CommitBatchFunction extends StepFunction<StepRequest, CommitBatch.Response> {
    /** Wires from the environment. */
    public CommitBatchFunction() {
        this(Environment.wiring());
    }

    public CommitBatchFunction(Wiring wiring) {
        super(StepRequest.class, new CommitBatch(wiring)::answer);
    }
}
