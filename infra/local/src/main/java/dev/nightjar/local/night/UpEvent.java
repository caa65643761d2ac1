package dev.nightjar.local.night;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the local scheduler did or saw: a line of {@code up --json}, whose field {@code event} names
 * which. Times and slots are ISO-8601.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
public sealed interface UpEvent {

    /**
     * A schedule that is followed: one a machine at the start, and again when its file changed.
     *
     * @param file as seen from the current folder
     * @param nextSlot null while it is paused, and when none comes any more
     */
    @JsonTypeName("schedule")
    record Scheduled(
            String at,
            String pipeline,
            String machine,
            String file,
            String timezone,
            boolean paused,
            @Nullable String nextSlot)
            implements UpEvent {}

    /**
     * A slot that fell due before the start, and that nobody has worked on.
     *
     * @param next the command that runs it
     */
    @JsonTypeName("due")
    record Due(String at, String pipeline, String machine, String slot, String next)
            implements UpEvent {}

    /**
     * Slots for which nothing was started, because the machine slept.
     *
     * @param slot the oldest of them
     * @param slots how many
     * @param next the command that runs the oldest
     */
    @JsonTypeName("passed")
    record Passed(String at, String pipeline, String machine, String slot, int slots, String next)
            implements UpEvent {}

    /** A schedule fired. */
    @JsonTypeName("fired")
    record Fired(String at, String pipeline, String machine, String slot, String schedulerExecution)
            implements UpEvent {}

    /** The night that was started has its slot. */
    @JsonTypeName("claimed")
    record Claimed(String at, String pipeline, String machine, String slot, String run)
            implements UpEvent {}

    /**
     * A night is over.
     *
     * @param run the one that has the slot, or null when none has
     * @param answer the document of {@code train} or {@code score}
     */
    @JsonTypeName("ended")
    record Ended(
            String at,
            String pipeline,
            String machine,
            String slot,
            @Nullable String run,
            String outcome,
            Object answer)
            implements UpEvent {}

    /** A night broke, outside of its machine: nothing is known of a run. */
    @JsonTypeName("broken")
    record Broken(String at, String pipeline, String machine, String slot, String what)
            implements UpEvent {}

    /** A file changed and cannot be used: what it said before goes on. */
    @JsonTypeName("refused")
    record Refused(String at, String file, List<String> problems) implements UpEvent {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A file is gone, and its schedules with it. */
    @JsonTypeName("removed")
    record Removed(String at, String pipeline, String file) implements UpEvent {}

    /** The scheduler was told to stop. */
    @JsonTypeName("stopped")
    record Stopped(String at, List<UnderWay> underWay) implements UpEvent {
        public Stopped {
            underWay = List.copyOf(underWay);
        }
    }

    /**
     * A night that stopped with the scheduler.
     *
     * @param next the command that goes on with it
     */
    record UnderWay(String run, String next) {}
}
