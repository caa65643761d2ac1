package dev.nightjar.asl.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.conformance.CaseAnswer;
import dev.nightjar.asl.run.HistoryEvent;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** A case's answer beside the recorded one, by the rules of the corpus. */
record Comparison(
        CorpusCase recorded, JsonNode expected, JsonNode answer, List<HistoryEvent> history) {

    static Comparison of(CorpusCase recorded) {
        CaseAnswer given = recorded.answer();
        return new Comparison(recorded, recorded.expected(), given.json(), given.history());
    }

    void assertSame() {
        switch (recorded.kind()) {
            case "execution" -> {
                assertFields(List.of("status", "output", "error"));
                assertCause();
                assertEntered();
                assertEvents();
            }
            case "test-state" ->
                    assertFields(
                            List.of(
                                    "status",
                                    "output",
                                    "error",
                                    "cause",
                                    "nextState",
                                    "inspectionData"));
            case "validate" -> assertVerdict();
            default -> throw new AssertionError("a kind without rules: " + recorded.kind());
        }
    }

    private void assertFields(List<String> names) {
        for (String name : names) {
            assertMatches(name, expected.get(name), answer.get(name));
        }
    }

    private void assertMatches(String name, @Nullable JsonNode wanted, @Nullable JsonNode found) {
        assertThat(recorded.wildcards().match(wanted, found))
                .as("%s: expected %s%nbut was  %s%nin %s", name, wanted, found, answer)
                .isTrue();
    }

    private void assertCause() {
        if (expected.has("causeContains")) {
            assertThat(answer.path("cause").asString(""))
                    .contains(expected.get("causeContains").stringValue());
        } else {
            assertMatches("cause", expected.get("cause"), answer.get("cause"));
        }
    }

    private void assertEntered() {
        if (!expected.path("statesEntered").isArray()) {
            return;
        }
        List<String> wanted = CorpusCase.texts(expected.get("statesEntered"));
        List<String> found = CorpusCase.texts(answer.path("statesEntered"));
        if (recorded.concurrent()) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
        } else {
            assertThat(found).isEqualTo(wanted);
        }
    }

    /** Where the order was left to chance, the recording has no ids. */
    private void assertEvents() {
        List<JsonNode> wanted = expected.path("events").valueStream().toList();
        if (wanted.isEmpty()) {
            return;
        }
        assertThat(history).hasSize(wanted.getLast().get("id").asInt());
        assertThat(CorpusCase.texts(answer.get("events")))
                .containsAll(wanted.stream().map(each -> each.get("type").asString()).toList());
        for (JsonNode event : wanted) {
            if (!event.get("id").isNull()) {
                assertEvent(event, history.get(event.get("id").asInt() - 1));
            }
        }
    }

    private void assertEvent(JsonNode wanted, HistoryEvent event) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            switch (field.getKey()) {
                case "type" ->
                        assertThat(event.type().awsName()).isEqualTo(field.getValue().asString());
                case "id" -> assertThat(event.id()).isEqualTo(field.getValue().asLong());
                case "prev" ->
                        assertThat(event.previousEventId())
                                .as("before event %s", event.id())
                                .isEqualTo(field.getValue().asLong());
                default ->
                        assertMatches(
                                "event " + event.id() + " " + field.getKey(),
                                field.getValue(),
                                event.details().get(field.getKey()));
            }
        }
    }

    private void assertVerdict() {
        assertThat(answer.get("result")).as("%s", answer).isEqualTo(expected.get("result"));
        JsonNode wanted = expected.get("diagnostics");
        JsonNode found = answer.get("diagnostics");
        assertThat(found.size()).as("%s", found).isEqualTo(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            for (String field : List.of("code", "location", "message", "severity")) {
                if (wanted.get(i).has(field)) {
                    assertThat(found.get(i).get(field)).isEqualTo(wanted.get(i).get(field));
                }
            }
        }
    }
}
