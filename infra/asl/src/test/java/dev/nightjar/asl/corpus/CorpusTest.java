package dev.nightjar.asl.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine answers as AWS did, by the way that {@code asl run} takes. */
final class CorpusTest {
    private static final NotYet NOT_YET = NotYet.read();
    private static final int MOST_LISTED = 5;

    static Stream<CorpusCase> cases() {
        return CorpusFolder.find().stream().flatMap(folder -> CorpusFolder.cases(folder).stream());
    }

    @BeforeEach
    void needsTheCases() {
        assumeTrue(
                CorpusFolder.find().isPresent(),
                "The recorded cases are not here: set NIGHTJAR_SHARED to the folder of asl-corpus");
    }

    @Test
    void knowsCasesOfEveryKind() {
        Set<String> kinds = cases().map(CorpusCase::kind).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder("execution", "test-state", "validate");
    }

    @Test
    void listsOnlyCasesThatExistAndFewOfThem() {
        Set<String> names = cases().map(CorpusCase::name).collect(Collectors.toSet());
        assertThat(names).containsAll(NOT_YET.reasons().keySet());
        assertThat(NOT_YET.reasons()).hasSizeLessThanOrEqualTo(MOST_LISTED);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    void answersAsRecorded(CorpusCase recorded) {
        String reason = NOT_YET.reasons().get(recorded.name());
        if (reason == null) {
            Comparison.of(recorded).assertSame();
        } else {
            assertThatThrownBy(() -> Comparison.of(recorded).assertSame())
                    .as("%s passes: take it off not-yet.txt (%s)", recorded, reason)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void saysCausesWordForWordInNineteenOfTwentyCases() {
        List<CorpusCase> withCause =
                cases().filter(each -> each.expected().path("cause").isString()).toList();
        List<String> others =
                withCause.stream()
                        .filter(each -> !saysTheSameCause(each))
                        .map(CorpusCase::name)
                        .toList();
        assertThat(withCause).isNotEmpty();
        assertThat(others).hasSizeLessThanOrEqualTo(withCause.size() / 20);
    }

    private static boolean saysTheSameCause(CorpusCase recorded) {
        JsonNode cause = recorded.expected().get("cause");
        JsonNode answered = recorded.answer().json().path("cause");
        return cause.equals(answered) || recorded.wildcards().isWild(cause);
    }
}
