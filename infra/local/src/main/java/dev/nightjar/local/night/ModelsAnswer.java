package dev.nightjar.local.night;

import dev.nightjar.core.night.Move;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;

/** The registry of a pipeline: the document of {@code models --json}. */
public record ModelsAnswer(
        String pipeline, @Nullable String serving, List<Model> models, List<Moved> journal) {
    /**
     * One version.
     *
     * @param shown the short form
     * @param state serving, served, rejected or built
     * @param metrics on holdout
     */
    public record Model(
            String version,
            String shown,
            String state,
            String slot,
            String run,
            SortedMap<String, Double> metrics) {}

    /** One move of the pointer. */
    public record Moved(
            int n,
            String model,
            @Nullable String previous,
            String by,
            String why,
            @Nullable String run,
            String at) {
        static Moved of(Move move) {
            return new Moved(
                    move.n(),
                    move.model(),
                    move.previous(),
                    move.by(),
                    move.why(),
                    move.run() == null ? null : move.run().toString(),
                    move.at().toString());
        }
    }

    public ModelsAnswer {
        models = List.copyOf(models);
        journal = List.copyOf(journal);
    }
}
