package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.platform.Platform;

/** Goes on with nights where they stopped, here or on AWS, and answers what came of it. */
public final class RedrivenNights {
    private final Platform platform;
    private final NightEnds ends;

    /** Nights on the platform. */
    public RedrivenNights(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
        this.ends = new NightEnds(platform);
    }

    /** Goes on with a training. */
    public TrainAnswer train(RedrivableRun run, NightListener listener)
            throws InterruptedException {
        return new TrainAnswers(platform).of(night(run, listener));
    }

    /** Goes on with a scoring. */
    public ScoreAnswer score(RedrivableRun run, NightListener listener)
            throws InterruptedException {
        return new ScoreAnswers(platform).of(night(run, listener));
    }

    private Night night(RedrivableRun run, NightListener listener) throws InterruptedException {
        long start = ends.nanoseconds();
        NightEvents events = NightEvents.goingOn(run, platform.executions(), listener);
        return ends.of(
                run.run().machine(), run.request(), platform.goOn(run.execution(), events), start);
    }
}
