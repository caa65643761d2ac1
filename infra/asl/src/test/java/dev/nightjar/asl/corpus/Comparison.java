package dev.nightjar.asl.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** A case's answer beside the recorded one, by the rules of the corpus. */
record Comparison(CorpusCase recorded, JsonNode expected, JsonNode answer) {

    static Comparison of(CorpusCase recorded) {
        return new Comparison(recorded, recorded.expected(), recorded.answer());
    }

    void assertSame() {
        switch (recorded.kind()) {
            case "execution" -> {
                assertFields(List.of("status", "output", "error"));
                assertCause();
                assertEntered();
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
