package dev.nightjar.local.night;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What serves, what comes next, what needs a person: the document of {@code status --json}. */
public record StatusAnswer(List<Pipeline> pipelines) {
    /**
     * One pipeline.
     *
     * @param serving version, or null
     * @param servingSince ISO-8601, or null
     */
    public record Pipeline(
            String pipeline,
            @Nullable String owner,
            @Nullable String serving,
            @Nullable String servingSince,
            LastRuns lastRuns,
            NextSlots nextSlots,
            List<Attention> needsAttention) {
        public Pipeline {
            needsAttention = List.copyOf(needsAttention);
        }
    }

    /** The newest run of each machine. */
    public record LastRuns(@Nullable RunLine training, @Nullable RunLine scoring) {}

    /** The next slot of each machine, ISO-8601; null without a schedule or while it is paused. */
    public record NextSlots(@Nullable String training, @Nullable String scoring) {}

    /**
     * Something that does not heal alone.
     *
     * @param run which run, or null
     * @param what in a sentence
     * @param next the command that helps
     */
    public record Attention(@Nullable String run, String what, String next) {}

    public StatusAnswer {
        pipelines = List.copyOf(pipelines);
    }
}
