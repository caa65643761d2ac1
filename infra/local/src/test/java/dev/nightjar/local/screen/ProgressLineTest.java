package dev.nightjar.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.local.night.MapProgress;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ProgressLineTest {
    private static final MapProgress MAP = new MapProgress("ScoreShards", 8, 4, 2, 1, 0);
    private static final Pause.Retry RETRY =
            new Pause.Retry(2, 4, "dev.nightjar.core.error.Transient");

    @Test
    void aMapShowsWhereItsItemsAre() {
        assertThat(ProgressLine.of(MAP))
                .isEqualTo("ScoreShards         ████████░░░░░░░░  4/8, 2 under way, 1 retried");
    }

    @Test
    void whatWouldRunOverTheEdgeHasNoBar() {
        MapProgress large = new MapProgress("ScoreShards", 10_000, 9_000, 16, 120, 30);

        assertThat(ProgressLine.of(large))
                .isEqualTo("ScoreShards         9000/10000, 16 under way, 120 retried, 30 failed");
    }

    @Test
    void aPauseSaysWhichRetryItComesBeforeAndWhy() {
        Pause pause = new Pause("PrepareData", Duration.ofSeconds(8), RETRY);

        assertThat(ProgressLine.of(pause, null))
                .isEqualTo("PrepareData         retry 2 of 4 in 8.0 s: Transient");
    }

    @Test
    void aPauseOfAnItemIsShownWithItsMap() {
        Pause pause = new Pause("ScoreShard", Duration.ofMillis(700), RETRY);

        assertThat(ProgressLine.of(pause, MAP))
                .isEqualTo("ScoreShards         4/8   ScoreShard retry 2 of 4 in 0.7 s: Transient");
    }

    @Test
    void aWaitSaysHowLong() {
        Pause pause = new Pause("UntilMorning", Duration.ofSeconds(90), null);

        assertThat(ProgressLine.of(pause, null)).isEqualTo("UntilMorning        waits 90.0 s");
    }
}
