package dev.nightjar.run;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.ClaimRequest;

/** Handler of {@link ClaimSlot}. */
public final class ClaimSlotFunction extends StepFunction<ClaimRequest, ClaimSlot.Response> {
    /** Wires from the environment. */
    public ClaimSlotFunction() {
        this(Environment.wiring());
    }

    public ClaimSlotFunction(Wiring wiring) {
        super(ClaimRequest.class, new ClaimSlot(wiring)::answer);
    }
}
