package dev.nightjar.training;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link TrainCandidate}. */
public final class TrainCandidateFunction extends StepFunction<StepRequest, Void> {
    /** Wires from the environment. */
    public TrainCandidateFunction() {
        this(Environment.wiring());
    }

    public TrainCandidateFunction(Wiring wiring) {
        super(StepRequest.class, new TrainCandidate(wiring)::answer);
    }
}
