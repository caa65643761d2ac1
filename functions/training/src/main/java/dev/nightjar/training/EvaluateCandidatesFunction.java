package dev.nightjar.training;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link EvaluateCandidates}. */
public final class EvaluateCandidatesFunction
        extends StepFunction<StepRequest, EvaluateCandidates.Response> {
    /** Wires from the environment. */
    public EvaluateCandidatesFunction() {
        this(Environment.wiring());
    }

    public EvaluateCandidatesFunction(Wiring wiring) {
        super(StepRequest.class, new EvaluateCandidates(wiring)::answer);
    }
}
