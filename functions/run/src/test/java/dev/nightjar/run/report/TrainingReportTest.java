package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

final class TrainingReportTest {
    private final MemoryStore store = new MemoryStore();
    private final SampleTraining sample = new SampleTraining(store);

    @Test
    void theJsonHoldsEveryPromisedField() {
        JsonNode report = json(sample.released());

        assertThat(report.path("run").asString()).isEqualTo("loans-20261109T0100Z-t01");
        assertThat(report.path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(report.at("/verdict/passed").asBoolean()).isTrue();
        assertThat(report.at("/challenger/metrics/auc").asDouble()).isEqualTo(0.8113);
        assertThat(report.at("/champion/model").asString()).isEqualTo(SampleTraining.CHAMPION);
        assertThat(report.at("/curves/roc").size()).isEqualTo(200);
        assertThat(report.at("/curves/calibration").size()).isEqualTo(17);
        assertThat(report.at("/rows/read").asLong()).isEqualTo(60_000);
        assertThat(report.at("/quarantine/byRule/range").asLong()).isEqualTo(611);
        assertThat(report.at("/provenance/libraries/Java").asString()).isEqualTo("25.0.1");
        assertThat(report.at("/provenance/seed").asLong()).isEqualTo(1);
        assertThat(report.path("secondsTrainEndToServing").asDouble()).isEqualTo(4.21);
    }

    @Test
    void theLastRoundOfJudgingCounts() {
        assertThat(json(sample.rejected()).at("/verdict/passed").asBoolean()).isFalse();
    }

    @Test
    void regressionHasResidualsAndNoRoc() {
        JsonNode curves = json(sample.regression()).path("curves");

        assertThat(curves.path("residuals").size()).isEqualTo(50);
        assertThat(curves.has("roc")).isFalse();
    }

    @Test
    void aCurveHasAtMost200PointsAndKeepsItsEnds() {
        List<List<Double>> points =
                IntStream.range(0, 5_000).mapToObj(i -> List.of(i / 4_999.0, 0.5)).toList();

        List<List<Double>> thinned = ReportedCurves.thinned(points);

        assertThat(thinned).hasSize(200).startsWith(points.getFirst()).endsWith(points.getLast());
    }

    @Test
    void aRejectionNamesTheGateAndByHowMuchAndWhatServes() {
        String text = WellFormed.text(page(sample.rejected()));

        assertThat(text)
                .contains("REJECTED")
                .contains("Model 1.0.2 was not good enough; 1.0.1 goes on serving.")
                .contains(
                        "Gate auc >= champion.auc - 0.002 stayed closed: auc is 0.4120,"
                                + " 0.3953 too low; required is at least 0.8073.")
                .contains("Likely cause: label `defaulted` looks flipped");
    }

    @Test
    void aReleaseSaysWhatServesNow() {
        assertThat(WellFormed.text(page(sample.released())))
                .contains("Model 1.0.2 serves loans in place of 1.0.1.")
                .contains("All 3 gates are open.");
    }

    @Test
    void namesFromTheDataAreEscaped() {
        sample.data(
                SampleTraining.RUN,
                () -> List.of(new InputObject("<script>alert(1)</script>.csv", "e", 1, 1L, null)),
                "auc",
                new TreeMap<>(Map.of("level <1H OCEAN & \"x\"", 3L)));

        String page = page(SampleTraining.RUN);

        assertThat(page).contains("&lt;1H OCEAN").doesNotContain("<script").doesNotContain("<1H");
        assertThat(WellFormed.text(page)).contains("<script>alert(1)</script>.csv");
    }

    @Test
    void thePageAsksNothingOfTheNetwork() {
        assertThat(page(sample.released()))
                .doesNotContain("http://", "https://", "url(", "@import", "<link", "src=", "href=");
    }

    @Test
    void everyStepHasItsHeading() {
        assertThat(page(sample.released()))
                .contains("PrepareData</span>")
                .contains("TrainCandidate</span>")
                .contains("EvaluateCandidates</span>")
                .contains("BuildBundle, ReleaseModel</span>")
                .contains("PublishReport</span>");
    }

    @Test
    void aRunWithoutAnyRecordHasAReport() {
        JsonNode report = json(SampleTraining.RUN);

        assertThat(report.has("outcome")).isFalse();
        assertThat(WellFormed.text(page(SampleTraining.RUN))).contains("NOT FINISHED");
    }

    @Test
    void aRunHasAReportWhicheverRecordIsMissing() {
        RunId run = sample.released();
        List<String> keys = store.list("").stream().map(head -> head.key()).toList();

        for (String key : keys) {
            MemoryStore without = new MemoryStore();
            new SampleTraining(without).released();
            without.delete(key);
            new Reports(without).publish(run);

            String page = without.find(Keys.reportHtml(run)).orElseThrow().text();
            assertThat(WellFormed.elements(page, "section")).as(key).isPositive();
        }
        assertThat(keys).hasSizeGreaterThan(12);
    }

    @Test
    void theSameRecordsGiveTheSameBytes() {
        RunId run = sample.released();

        assertThat(page(run)).isEqualTo(page(run));
    }

    @Test
    void veryManyInputsAndRulesStayBelowOneMegabyte() {
        TreeMap<String, Long> rules = new TreeMap<>();
        IntStream.range(0, 5_000).forEach(i -> rules.put("&".repeat(200) + i, 1L));
        List<InputObject> inputs =
                IntStream.range(0, 40_000)
                        .mapToObj(i -> new InputObject("&".repeat(900) + i, "e" + i, 1, 1L, null))
                        .toList();
        sample.data(SampleTraining.RUN, () -> inputs, "auc", rules);

        assertThat(page(SampleTraining.RUN).length()).isLessThan(1_000_000);
        assertThat(size(Keys.reportJson(SampleTraining.RUN))).isLessThan(1_000_000);
    }

    private JsonNode json(RunId run) {
        new Reports(store).publish(run);
        return Json.parse(store.find(Keys.reportJson(run)).orElseThrow().bytes());
    }

    private String page(RunId run) {
        new Reports(store).publish(run);
        return store.find(Keys.reportHtml(run)).orElseThrow().text();
    }

    private long size(String key) {
        return store.head(key).orElseThrow().size();
    }
}
