package dev.nightjar.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class RecentTest {
    private final List<String> made = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(2);

    private String get(String key) {
        return recent.get(
                key,
                wanted -> {
                    made.add(wanted);
                    return wanted + "!";
                });
    }

    @Test
    void whatWasMadeIsKept() {
        assertThat(get("a")).isEqualTo("a!").isSameAs(get("a"));
        assertThat(made).containsExactly("a");
    }

    @Test
    void aFullPlaceStillKnowsAllThatItHolds() {
        get("a");
        get("b");
        get("a");
        get("b");
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whatWasNotAskedForTheLongestGoesFirst() {
        get("a");
        get("b");
        get("a");
        get("c");
        get("a");
        get("b");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void whatCannotBeMadeIsTriedAgain() {
        assertThatThrownBy(
                        () ->
                                recent.get(
                                        "a",
                                        wanted -> {
                                            throw new IllegalStateException("not today");
                                        }))
                .hasMessage("not today");
        assertThat(get("a")).isEqualTo("a!");
    }

    @Test
    void manyThatAskAtOnceGetTheSame() {
        List<String> got =
                IntStream.range(0, 1_000).parallel().mapToObj(number -> get("a")).toList();
        assertThat(got).allSatisfy(one -> assertThat(one).isSameAs(got.getFirst()));
        assertThat(made).containsExactly("a");
    }
}
