package dev.nightjar.cdk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Pipelines;
import dev.nightjar.cdk.Resources;
import dev.nightjar.cdk.schedule.ScheduleInput;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;

final class OutputsTest {
    private final Resources night = Night.resources();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bucket | ${Store}",
                "Status | ./nightjar status --store s3://${Store}",
                "TrainingConsole | https://${AWS::Region}.console.aws.amazon.com/states/home?region=${AWS::Region}#/statemachines/view/${NighttrainingMachine}",
                "ScoringConsole | https://${AWS::Region}.console.aws.amazon.com/states/home?region=${AWS::Region}#/statemachines/view/${NightscoringMachine}",
                "Schedules | https://${AWS::Region}.console.aws.amazon.com/scheduler/home?region=${AWS::Region}#schedules",
                "Logs | https://${AWS::Region}.console.aws.amazon.com/cloudwatch/home?region=${AWS::Region}#logsV2:logs-insights",
                "Results | SELECT * FROM nightjar.birds WHERE slot = '20261102T0300Z'",
                "TopicHigh | ${LevelsHighTopic}",
                "UndeliveredLow | ${LevelsLowUndelivered}",
            })
    void saysWhereToLookAndWhatToType(String id, String value) {
        assertThat(night.output(id)).isEqualTo(value);
    }

    @Test
    void namesTheScheduleWhoseInputStartsASlotByHand() {
        assertThat(night.output("StartTraining"))
                .startsWith(
                        "aws scheduler get-schedule --group-name nightjar --name"
                                + " city-rents-training --query Target.Input --output text | ");
    }

    @Test
    void startsTheMachineWithThatInput() {
        assertThat(night.output("StartScoring"))
                .endsWith(
                        " > input.json && aws stepfunctions start-execution --state-machine-arn"
                                + " ${NightscoringMachine} --input file://input.json");
    }

    @Test
    void aStartByHandNamesItsSlot() throws Exception {
        assertThat(filled().path("slot").asString()).isEqualTo(StartByHand.SLOT);
    }

    @Test
    void aStartByHandIsNoDelivery() throws Exception {
        assertThat(filled().has("schedulerExecution")).isFalse();
    }

    @Test
    void aStartByHandSendsTheSameDefinition() throws Exception {
        assertThat(filled().path("definition"))
                .isEqualTo(Json.parse(scheduled()).path("definition"));
    }

    private static String scheduled() {
        return new ScheduleInput(Pipelines.LOANS, "store").text();
    }

    /** What the shell makes of a schedule's input. */
    private static JsonNode filled() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", StartByHand.FILL).start();
        try (OutputStream input = shell.getOutputStream()) {
            input.write(scheduled().getBytes(UTF_8));
        }
        return Json.parse(shell.getInputStream().readAllBytes());
    }
}
