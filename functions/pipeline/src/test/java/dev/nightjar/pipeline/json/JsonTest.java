package dev.nightjar.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Rerun;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class JsonTest {
    record Sample(
            String zebra,
            @Nullable String absent,
            Instant at,
            Duration took,
            double ratio,
            long rows,
            Rerun rerun,
            List<String> names,
            Map<String, Integer> byRule) {
        public boolean isEmpty() {
            return false;
        }

        public String getDerived() {
            return "not a component";
        }
    }

    private static final Sample SAMPLE =
            new Sample(
                    "z",
                    null,
                    Instant.parse("2026-11-02T01:00:00Z"),
                    Duration.ofSeconds(90),
                    0.1 + 0.2,
                    5,
                    Rerun.CARRY_OVER,
                    List.of(),
                    Map.of("b", 2, "a", 1));

    @Test
    void componentsStandInTheirOrderAndNothingElse() {
        assertThat(Json.text(SAMPLE))
                .isEqualTo(
                        "{\"zebra\":\"z\",\"at\":\"2026-11-02T01:00:00Z\",\"took\":\"PT1M30S\","
                                + "\"ratio\":0.30000000000000004,\"rows\":5,\"rerun\":\"carry-over\","
                                + "\"names\":[],\"byRule\":{\"a\":1,\"b\":2}}");
    }

    @Test
    void whatIsWrittenReadsBack() {
        assertThat(Json.read(Json.bytes(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
        assertThat(Json.read(Json.tree(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
        assertThat(Json.read(Json.pretty(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
    }

    @Test
    void prettyTextIsIndentedByTwoAndEndsItsLine() {
        assertThat(Json.pretty(Map.of("a", List.of(1, 2), "b", List.of())))
                .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n");
    }

    record Numbers(int count, long rows) {}

    @Test
    void unknownAbsentAndRoundedValuesAreRefused() {
        assertUnreadable("{\"count\":1,\"rows\":2,\"more\":3}", "Unrecognized property \"more\"");
        assertUnreadable("{\"count\":1}", "rows");
        assertUnreadable("{\"count\":1.5,\"rows\":2}", "1.5");
        assertUnreadable("{\"count\":\"1\",\"rows\":2}", "String");
        assertUnreadable("{\"count\":1,\"count\":1,\"rows\":2}", "Duplicate");
        assertUnreadable("{\"count\":1,\"rows\":2} x", "");
        assertUnreadable("{\"count\":", "");
    }

    private static void assertUnreadable(String json, String words) {
        assertThatThrownBy(() -> Json.read(json, Numbers.class))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageStartingWith("this is no Numbers: ")
                .hasMessageContaining(words);
    }

    record Share(double part) {
        Share {
            if (part > 1) {
                throw new IllegalArgumentException("more than the whole");
            }
            if (part < 0) {
                throw new StackOverflowError("not the document's fault");
            }
        }
    }

    @Test
    void whatARecordRefusesIsUnreadableForItsReason() {
        assertThatThrownBy(() -> Json.read("{\"part\":1.5}", Share.class))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageContaining("more than the whole");
    }

    @Test
    void anErrorInAConstructorIsNoFaultOfTheDocument() {
        assertThatThrownBy(() -> Json.read("{\"part\":-1}", Share.class))
                .isInstanceOf(StackOverflowError.class);
    }
}
