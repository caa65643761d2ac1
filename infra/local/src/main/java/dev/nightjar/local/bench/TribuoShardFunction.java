package dev.nightjar.local.bench;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link TribuoShard}. */
public final class TribuoShardFunction extends StepFunction<StepRequest, Void> {
    /** Wires from the environment. */
    public TribuoShardFunction() {
        super(StepRequest.class, new TribuoShard(Environment.wiring())::answer);
    }
}
