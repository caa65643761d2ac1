package dev.nightjar.run.report;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** Where the challenger came from, its bundle, and the move of the pointer. */
record ModelSection(TrainingFacts facts, TrainingReport report) implements Section {
    @Override
    public String step() {
        return facts.released() == null ? "BuildBundle" : "BuildBundle, ReleaseModel";
    }

    @Override
    public String title() {
        return "Provenance";
    }

    @Override
    public boolean stands() {
        return true;
    }

    @Override
    public void writeTo(Markup out) {
        Facts list = new Facts();
        TrainingReport.Judged challenger = report.challenger();
        if (challenger != null) {
            list.with("Model", Cell.code(challenger.model()));
        }
        data(list);
        learning(list);
        bundle(list, facts.built());
        move(list);
        RunRecord record = facts.general().record();
        if (record != null) {
            list.with("Started", Figures.second(record.startedAt()) + " by " + record.startedBy());
            list.with("Execution", Cell.code(Figures.shortened(record.execution())));
        }
        list.writeTo(out);
    }

    private void data(Facts list) {
        TrainingReport.Origin origin = report.provenance();
        RunId snapshotRun = origin.snapshotRun();
        if (snapshotRun != null) {
            boolean own = snapshotRun.equals(report.run());
            list.with("Snapshot", own ? "made by this run" : "taken over from " + snapshotRun);
        }
        code(list, "Data, SHA-256", origin.contentDigest());
        code(list, "Exclusions, SHA-256", origin.exclusionsDigest());
        code(list, "Definition, SHA-256", origin.definitionDigest());
        code(list, "Compiled model, SHA-256", origin.modelDigest());
    }

    private void learning(Facts list) {
        TrainingReport.Origin origin = report.provenance();
        CandidateSettings settings = origin.settings();
        if (settings != null) {
            list.with("Trainer", settings.trainer().toString());
            list.with("Settings", CandidatesSection.settings(settings));
        }
        Long seed = origin.seed();
        if (seed != null) {
            list.with("Seed", Long.toString(seed));
        }
        Instant trainedAt = origin.trainedAt();
        if (trainedAt != null) {
            list.with("Trained", Figures.second(trainedAt));
        }
        for (Map.Entry<String, String> library : origin.libraries().entrySet()) {
            list.with(library.getKey(), library.getValue());
        }
    }

    private static void bundle(Facts list, @Nullable BuiltBundle bundle) {
        if (bundle == null) {
            return;
        }
        list.with("Bundle", Figures.bytes(bundle.bytes()) + ", signed with key " + bundle.keyId());
        list.with("Digests, SHA-256", Cell.code(bundle.digestsSha256()));
        list.with(
                "Proof",
                Figures.count(bundle.goldenRows(), "golden row", "golden rows")
                        + " scored by Tribuo's and the compiled model; largest difference "
                        + Figures.plain(bundle.largestDifference()));
    }

    private void move(Facts list) {
        if (facts.released() == null) {
            return;
        }
        Move move = facts.released().move();
        String previous = move.previous();
        list.with(
                "Pointer",
                (previous == null ? "nothing" : ModelVersion.shown(previous))
                        + " → "
                        + ModelVersion.shown(move.model())
                        + ", move "
                        + move.n()
                        + " by "
                        + move.by()
                        + " at "
                        + Figures.second(move.at()));
        list.with("Why", move.why());
    }

    private static void code(Facts list, String name, @Nullable String value) {
        if (value != null) {
            list.with(name, Cell.code(value));
        }
    }
}
