package dev.nightjar.local.night;

import dev.nightjar.core.night.RunId;

/** Hears how a night goes on; one call after the other, on threads of the engine. */
public interface NightListener {
    /** Hears nothing. */
    NightListener NONE = new NightListener() {};

    /** The slot is this execution's. */
    default void claimed(RunId run) {}

    /** A state was entered. */
    default void stepStarted(RunId run, String state) {}

    /** A state was left, what it made is in the store. */
    default void stepEnded(RunId run, String state) {}

    /** One more item of a Map has ended. */
    default void progress(RunId run, String map, int done, int total) {}
}
