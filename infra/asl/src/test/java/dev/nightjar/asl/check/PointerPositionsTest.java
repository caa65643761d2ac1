package dev.nightjar.asl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.check.PointerPositions.Position;

import org.junit.jupiter.api.Test;

final class PointerPositionsTest {
    private static final String TEXT =
            """
            {
              "States": {
                "A/B": { "Retry": [ {"ErrorEquals": []},
                    {"ErrorEquals": ["E"]} ] }
              }
            }
            """;

    @Test
    void findsAMemberByItsName() {
        assertThat(PointerPositions.of(TEXT).at("/States")).isEqualTo(new Position(2, 3));
    }

    @Test
    void findsAMemberWhoseNameIsEscaped() {
        assertThat(PointerPositions.of(TEXT).at("/States/A~1B")).isEqualTo(new Position(3, 5));
    }

    @Test
    void findsAnElement() {
        assertThat(PointerPositions.of(TEXT).at("/States/A~1B/Retry/1"))
                .isEqualTo(new Position(4, 9));
    }

    @Test
    void findsTheNearestValueAroundWhatIsNotThere() {
        assertThat(PointerPositions.of(TEXT).at("/States/A~1B/Next/x"))
                .isEqualTo(new Position(3, 5));
    }

    @Test
    void findsTheFaultOfATextThatIsNotJson() {
        assertThat(PointerPositions.of("{\n  \"a\": oops }").at("").line()).isEqualTo(2);
    }
}
