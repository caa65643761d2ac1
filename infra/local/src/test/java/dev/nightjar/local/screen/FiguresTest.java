package dev.nightjar.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void countsAreGroupedAndAgreeWithTheirNoun() {
        assertThat(Figures.count(60_000)).isEqualTo("60,000");
        assertThat(Figures.count(1, "shard")).isEqualTo("1 shard");
        assertThat(Figures.count(8, "shard")).isEqualTo("8 shards");
    }

    @Test
    void unitsFollowTheSize() {
        assertThat(Figures.bytes(999)).isEqualTo("999 bytes");
        assertThat(Figures.bytes(1_400_000)).isEqualTo("1.4 MB");
        assertThat(Figures.bytes(63_327_000_000L)).isEqualTo("63.3 GB");
        assertThat(Figures.seconds(6.14)).isEqualTo("6.1 s");
        assertThat(Figures.seconds(6240)).isEqualTo("104 min");
        assertThat(Figures.rate(1.9e6)).isEqualTo("1.9 M rows/s");
        assertThat(Figures.rate(19_300)).isEqualTo("19 k rows/s");
    }

    @Test
    void aBarIsFullOnlyAtTheEnd() {
        assertThat(Figures.bar(0, 8)).isEqualTo("░".repeat(16));
        assertThat(Figures.bar(7, 8)).endsWith("░");
        assertThat(Figures.bar(8, 8)).isEqualTo("█".repeat(16));
    }
}
