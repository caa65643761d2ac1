package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;

final class ScoringReportTest {
    private final MemoryStore store = new MemoryStore();
    private final SampleScoring sample = new SampleScoring(store);

    @Test
    void theJsonHoldsEveryPromisedField() {
        JsonNode report = json(sample.committed(8, 0));

        assertThat(report.path("run").asString()).isEqualTo("loans-20261109T0300Z-s02");
        assertThat(report.path("outcome").asString()).isEqualTo("COMMITTED");
        assertThat(report.path("model").asString()).isEqualTo(SampleTraining.CHAMPION);
        assertThat(report.at("/rows/input").asLong()).isEqualTo(200_000);
        assertThat(report.path("accounted").asBoolean()).isTrue();
        assertThat(report.at("/quarantine/byRule/range").asLong()).isEqualTo(88);
        assertThat(report.at("/shards/planned").asInt()).isEqualTo(8);
        assertThat(report.at("/shards/listed").size()).isEqualTo(8);
        assertThat(report.path("margin").asDouble()).isEqualTo(6_304);
        assertThat(report.at("/provenance/modelDigest").asString()).hasSize(64);
    }

    @Test
    void reusedReceiptsAreReadFromTheirAttempt() {
        JsonNode shards = json(sample.committed(8, 0)).path("shards");

        assertThat(shards.path("scored").asInt()).isEqualTo(6);
        assertThat(shards.path("reused").asInt()).isEqualTo(2);
        assertThat(shards.at("/listed/2/scored").asLong()).isEqualTo(24_984);
        assertThat(shards.at("/listed/2/reusedFrom").asInt()).isEqualTo(1);
    }

    @Test
    void thePageSaysTheAccountAndTheDeadline() {
        assertThat(WellFormed.text(page(sample.committed(8, 0))))
                .contains("199,872 rows are scored and published, with model 1.0.1.")
                .contains("200,000 = 199,872 scored + 128 quarantined")
                .contains("Finished 1 h 45 min before the deadline");
    }

    @Test
    void aShardWithoutAResultIsListedAndTheRestIsCounted() {
        RunId run = sample.committed(400, 399);

        assertThat(json(run).at("/shards/missing").asInt()).isEqualTo(1);
        assertThat(WellFormed.text(page(run)))
                .contains("Not every row has a result")
                .contains("1 shard has no result.")
                .contains("✗\u00a0no\u00a0result")
                .contains("the other 200 stand in the plan");
    }

    @Test
    void theSlowestOfVeryManyAreListed() {
        RunId run = sample.committed(400, 0);
        ReportedShards shards = ((ScoringReport) new Reports(store).publish(run)).shards();

        assertThat(shards.listed()).hasSize(ReportedShards.MOST);
        assertThat(shards.listed().stream().filter(line -> line.number() > 200).count())
                .isPositive();
    }

    @Test
    void fortyThousandShardsStayBelowOneMegabyte() {
        RunId run = sample.committed(40_000, 17);
        new Reports(store).publish(run);
        assertThat(size(Keys.reportHtml(run))).isLessThan(1_000_000);
        assertThat(size(Keys.reportJson(run))).isLessThan(1_000_000);
    }

    @Test
    void aRunHasAReportWhicheverRecordIsMissing() {
        RunId run = sample.committed(5, 0);
        List<String> keys = store.list("").stream().map(head -> head.key()).toList();

        for (String key : keys) {
            MemoryStore without = new MemoryStore();
            new SampleScoring(without).committed(5, 0);
            without.delete(key);
            new Reports(without).publish(run);

            String page = without.find(Keys.reportHtml(run)).orElseThrow().text();
            assertThat(WellFormed.elements(page, "section")).as(key).isPositive();
        }
    }

    @Test
    void thePageAsksNothingOfTheNetwork() {
        assertThat(page(sample.committed(20, 0)))
                .doesNotContain("http://", "https://", "url(", "@import", "<link", "src=", "href=");
    }

    @Test
    void everyStepHasItsHeading() {
        assertThat(page(sample.committed(8, 0)))
                .contains("PlanBatch</span>")
                .contains("ScoreShard</span>")
                .contains("TallyBatch</span>")
                .contains("CommitBatch</span>")
                .contains("PublishReport</span>");
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
