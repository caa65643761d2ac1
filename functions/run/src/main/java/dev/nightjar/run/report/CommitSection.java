package dev.nightjar.run.report;

import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.OutcomeRecord;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What was published, when, and with which model. */
record CommitSection(ScoringFacts facts, ScoringReport report) implements Section {
    @Override
    public String step() {
        return "CommitBatch";
    }

    @Override
    public String title() {
        return "Publication and provenance";
    }

    @Override
    public boolean stands() {
        return true;
    }

    @Override
    public void writeTo(Markup out) {
        Facts list = new Facts();
        OutcomeRecord outcome = facts.general().outcome();
        list.with(
                "Outcome",
                outcome == null
                        ? "none is recorded"
                        : outcome.outcome() + " at " + Figures.second(outcome.at()));
        Manifest manifest = facts.manifest();
        if (manifest != null) {
            long bytes = manifest.parts().stream().mapToLong(part -> part.size()).sum();
            list.with(
                    "Parts",
                    Figures.count(manifest.parts().size(), "file", "files")
                            + ", "
                            + Figures.bytes(bytes)
                            + ", published as one");
        }
        Instant deadline = report.deadline();
        list.with("Deadline", deadline == null ? "none" : Figures.second(deadline));
        code(list, "Model", report.model());
        code(list, "Compiled model, SHA-256", report.provenance().modelDigest());
        code(list, "Definition, SHA-256", report.provenance().definitionDigest());
        code(list, "Inputs, SHA-256", report.inputs().digest());
        Instant predictedAt = report.provenance().predictedAt();
        if (predictedAt != null) {
            list.with("predicted_at of every row", Figures.second(predictedAt));
        }
        String execution = report.provenance().execution();
        code(list, "Execution", execution == null ? null : Figures.shortened(execution));
        list.writeTo(out);
    }

    private static void code(Facts list, String name, @Nullable String value) {
        if (value != null) {
            list.with(name, Cell.code(value));
        }
    }
}
