package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;
import dev.nightjar.local.platform.ExecutionAtWork;
import dev.nightjar.local.platform.LocalPlatform;

/** Runs the machines here, one night at a time, and answers what came of it. */
public final class Nights {
    private final LocalPlatform platform;
    private final NightEnds ends;

    /** Nights on the platform. */
    public Nights(LocalPlatform platform) {
        this.platform = requireNonNull(platform, "platform is null");
        this.ends = new NightEnds(platform);
    }

    /** One training. */
    public TrainAnswer train(NightRequest request, NightListener listener)
            throws InterruptedException {
        return new TrainAnswers(platform).of(night(Machine.TRAINING, request, listener));
    }

    /** One scoring. */
    public ScoreAnswer score(NightRequest request, NightListener listener)
            throws InterruptedException {
        return new ScoreAnswers(platform).of(night(Machine.SCORING, request, listener));
    }

    private Night night(Machine machine, NightRequest request, NightListener listener)
            throws InterruptedException {
        long start = ends.nanoseconds();
        ExecutionAtWork execution =
                platform.start(machine, request.input(), new NightEvents(listener));
        return ends.of(machine, request, execution, start);
    }
}
