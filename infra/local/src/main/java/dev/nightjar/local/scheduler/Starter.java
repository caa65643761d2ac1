package dev.nightjar.local.scheduler;

/** Starts a machine for a slot, and does not wait for its end. */
public interface Starter {
    /** Delivers the firing; the slot may be claimed already. */
    void start(Firing firing);
}
