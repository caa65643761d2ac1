package dev.nightjar.training;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link BuildBundle}. */
public final class BuildBundleFunction extends StepFunction<StepRequest, BuildBundle.Response> {
    /** Wires from the environment. */
    public BuildBundleFunction() {
        this(Environment.wiring());
    }

    public BuildBundleFunction(Wiring wiring) {
        super(StepRequest.class, new BuildBundle(wiring)::answer);
    }
}
