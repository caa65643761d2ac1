package dev.nightjar.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.run.ExecutionHistory;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

/** Histories as Step Functions tells them. */
class HistoryEventsTest {
    @TempDir private static Path folder;

    private static PlayedNights nights;

    @BeforeAll
    static void play() {
        nights = PlayedNights.in(folder);
    }

    private static List<JsonNode> shown(List<HistoryEvent> events) {
        String arn = "arn:aws:states:eu-central-1:000000000000:execution:nightjar-training:one";
        return ExecutionHistory.of(arn, events).path("events").valueStream().toList();
    }

    private static JsonNode event(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @EnumSource(PlayedNights.Night.class)
    void readWhatTheEngineWroteAsItWasWritten(PlayedNights.Night night) {
        List<HistoryEvent> written = nights.history(night);

        assertThat(HistoryEvents.of(shown(written)))
                .usingRecursiveFieldByFieldElementComparatorOnFields(
                        "id", "previousEventId", "type", "timestamp", "stateName")
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(PlayedNights.Night.class)
    void readPayloadsAsJson(PlayedNights.Night night) {
        List<HistoryEvent> written = nights.history(night);
        List<HistoryEvent> read = HistoryEvents.of(shown(written));

        for (int i = 0; i < written.size(); i++) {
            for (String payload : List.of("input", "output", "parameters", "error", "cause")) {
                assertThat(read.get(i).details().get(payload))
                        .as(written.get(i).type() + " " + payload)
                        .isEqualTo(written.get(i).details().get(payload));
            }
        }
    }

    @Test
    void leaveOutWhatOurMachinesNeverCause() {
        List<JsonNode> shown =
                List.of(
                        event(
                                "{'id':1,'previousEventId':0,'type':'ActivityScheduled',"
                                        + "'timestamp':'2026-11-02T01:00:00+00:00'}"));

        assertThat(HistoryEvents.of(shown)).isEmpty();
    }

    @Test
    void keepAPayloadThatWasCutOffAsText() {
        List<JsonNode> shown =
                List.of(
                        event(
                                "{'id':1,'previousEventId':0,'type':'ExecutionSucceeded',"
                                        + "'timestamp':'2026-11-02T01:00:00+00:00',"
                                        + "'executionSucceededEventDetails':{'output':'{cut'}}"));

        assertThat(HistoryEvents.of(shown).getFirst().details().path("output").asString())
                .isEqualTo("{cut");
    }
}
