package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class NearestTest {
    private static final List<String> OPTIONS = List.of("--set", "--slot", "--store", "--json");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Nearest.to("--slt", OPTIONS)).contains("--slot");
        assertThat(Nearest.to("--stor", OPTIONS)).contains("--store");
        assertThat(Nearest.to("--jsno", OPTIONS)).contains("--json");
        assertThat(Nearest.to("trian", List.of("train", "score"))).contains("train");
    }

    @Test
    void guessesNothingWhenNothingIsNear() {
        assertThat(Nearest.to("publish", List.of("train", "score"))).isEmpty();
    }

    @Test
    void aSwapOfNeighboursIsOneStep() {
        assertThat(Nearest.distance("trian", "train")).isEqualTo(1);
    }
}
