package dev.nightjar.cdk.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Pipelines;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.json.DefinitionDigest;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ScheduleInputTest {
    private final JsonNode input = input(Pipelines.LOANS);

    @Test
    void namesThePipeline() {
        assertThat(input.path("pipeline").asString()).isEqualTo("loans");
    }

    @Test
    void leavesTheSlotToTheScheduler() {
        assertThat(input.path("slot").asString()).isEqualTo("<aws.scheduler.scheduled-time>");
    }

    @Test
    void leavesTheDeliveryToTheScheduler() {
        assertThat(input.path("schedulerExecution").asString())
                .isEqualTo("<aws.scheduler.execution-id>");
    }

    @Test
    void carriesTheDefinitionThatRunsHere() {
        Definition carried = Json.read(input.required("definition"), Definition.class);
        assertThat(DefinitionDigest.of(carried)).isEqualTo(DefinitionDigest.of(Pipelines.LOANS));
    }

    @Test
    void carriesWhatTheDigestLeavesOut() {
        Definition carried = Json.read(input.required("definition"), Definition.class);
        assertThat(carried.service()).isEqualTo(Pipelines.LOANS.service());
    }

    @Test
    void dataLiesInTheStoresBucket() {
        assertThat(input.at("/definition/data").asString()).isEqualTo("s3://store/data/loans/");
    }

    @Test
    void dataLiesWhereThePipelineSays() {
        assertThat(input(Pipelines.RENTS).at("/definition/data").asString())
                .isEqualTo("s3://rents-data/city/");
    }

    @Test
    void anInputOfOrdinarySizeFits() {
        assertThat(ScheduleInput.problems(Pipelines.LOANS)).isEmpty();
    }

    @Test
    void anInputThatIsTooLargeIsRefused() {
        assertThat(ScheduleInput.problems(wide(2_000)))
                .singleElement()
                .asString()
                .matches(
                        "wide: the schedule's input has \\d{6} bytes, 131072 at the most; shorten"
                                + " lists of columns or candidates");
    }

    private static Definition wide(int columns) {
        return Pipelines.of(
                """
                pipeline: wide
                owner: o@example.com
                columns:
                  y: { role: label, type: boolean }
                %s
                scoring:
                  source: { path: "*.csv" }
                  schedule: { cron: "0 1 * * ? *", timezone: UTC }
                service: { level: low }
                """
                        .formatted(
                                IntStream.range(0, columns)
                                        .mapToObj(i -> "  c" + i + ": { type: decimal }")
                                        .collect(Collectors.joining("\n"))));
    }

    private static JsonNode input(Definition pipeline) {
        return Json.parse(new ScheduleInput(pipeline, "store").text());
    }
}
