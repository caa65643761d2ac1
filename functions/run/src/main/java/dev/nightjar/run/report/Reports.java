package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;

/** Makes reports of runs from what the store holds. Safe for use by multiple threads. */
public final class Reports {
    private final ObjectStore store;

    /** Reports of the store's runs. */
    public Reports(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** Writes both files of the run; answers what {@code report.json} holds. */
    public Report publish(RunId run) {
        return switch (run.machine()) {
            case TRAINING -> {
                TrainingFacts facts = TrainingFacts.read(run, store);
                TrainingReport report = TrainingReport.of(facts);
                yield write(report, TrainingPage.of(facts, report));
            }
            case SCORING -> {
                ScoringFacts facts = ScoringFacts.read(run, store);
                ScoringReport report = ScoringReport.of(facts);
                yield write(report, ScoringPage.of(facts, report));
            }
        };
    }

    private Report write(Report report, Page page) {
        store.put(Keys.reportJson(report.run()), Content.of(Json.pretty(report)));
        store.put(Keys.reportHtml(report.run()), Content.of(page.html()));
        return report;
    }
}
