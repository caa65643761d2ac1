package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.definition.ServiceLevel;

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
     * @param execution the name of one that claimed no slot, or null
     * @param phase in which it happened, or null
     * @param level service level of that phase, or null
     * @param what in a sentence
     * @param next the command that helps
     */
    public record Attention(
            @Nullable String run,
            @Nullable String execution,
            @Nullable String phase,
            @Nullable String level,
            String what,
            String next) {
        public Attention {
            requireNonNull(what, "what is null");
            requireNonNull(next, "next is null");
        }

        /** The same, of a phase and its level. */
        Attention in(Phase in, @Nullable ServiceLevel of) {
            String matters = of == null ? null : of.toString();
            return new Attention(run, execution, in.toString(), matters, what, next);
        }

        /** Whether it is what {@code --dismiss} was given. */
        public boolean isAbout(String name) {
            return name.equals(run) || name.equals(execution);
        }
    }

    public StatusAnswer {
        pipelines = List.copyOf(pipelines);
    }
}
