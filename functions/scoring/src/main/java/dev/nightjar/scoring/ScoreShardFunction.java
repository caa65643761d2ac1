package dev.nightjar.scoring;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link ScoreShard}. */
public final class ScoreShardFunction extends StepFunction<StepRequest, Void> {
    /** Wires from the environment. */
    public ScoreShardFunction() {
        this(Environment.wiring());
    }

    public ScoreShardFunction(Wiring wiring) {
        super(StepRequest.class, new ScoreShard(wiring)::answer);
    }
}
