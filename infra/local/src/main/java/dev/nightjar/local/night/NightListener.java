package dev.nightjar.local.night;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

/** Hears how a night goes on; one call after the other, on threads of the engine. */
public interface NightListener {
    /** Hears nothing. */
    NightListener NONE = new NightListener() {};

    /** The slot is this execution's. */
    default void claimed(RunId run) {}

    /** A state was entered, or is gone on with. */
    default void stepStarted(RunId run, String state) {}

    /** A state was left, what it made is in the store. */
    default void stepEnded(RunId run, String state) {}

    /** An item of a Map started, was tried again, or ended. */
    default void progress(RunId run, MapProgress progress) {}

    /**
     * A state waits before it goes on.
     *
     * @param map the Map whose item it is, or null
     */
    default void pauses(Pause pause, @Nullable MapProgress map) {}

    /** Hears everything first, and the other one after it. */
    default NightListener then(NightListener next) {
        NightListener first = this;
        return new NightListener() {
            @Override
            public void claimed(RunId run) {
                first.claimed(run);
                next.claimed(run);
            }

            @Override
            public void stepStarted(RunId run, String state) {
                first.stepStarted(run, state);
                next.stepStarted(run, state);
            }

            @Override
            public void stepEnded(RunId run, String state) {
                first.stepEnded(run, state);
                next.stepEnded(run, state);
            }

            @Override
            public void progress(RunId run, MapProgress progress) {
                first.progress(run, progress);
                next.progress(run, progress);
            }

            @Override
            public void pauses(Pause pause, @Nullable MapProgress map) {
                first.pauses(pause, map);
                next.pauses(pause, map);
            }
        };
    }
}
