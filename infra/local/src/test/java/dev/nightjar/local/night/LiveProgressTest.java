package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a listener hears while a night goes on. */
class LiveProgressTest {
    private static final String TRANSIENT = "dev.nightjar.core.error.Transient";

    @TempDir private Path folder;

    private final List<MapProgress> progress = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<@Nullable MapProgress> mapsOfPauses = new ArrayList<>();

    private final NightListener listener =
            new NightListener() {
                @Override
                public void progress(RunId run, MapProgress of) {
                    progress.add(of);
                }

                @Override
                public void pauses(Pause pause, @Nullable MapProgress map) {
                    pauses.add(pause);
                    mapsOfPauses.add(map);
                }
            };

    private ScoreAnswer score(String faults) throws InterruptedException {
        NightStore night = NightStore.in(folder);
        assertThat(night.train("").outcome()).isEqualTo("RELEASED");
        return night.score(faults, listener);
    }

    private static String failing(String state, String where, String error) {
        return "{\"state\": \"%s\", %s \"fault\": \"fail-before\", \"error\": \"%s\"}"
                .formatted(state, where, error);
    }

    @Test
    void aMapTellsHowManyItemsAreUnderWayAndHowManyWereTriedAgain() throws InterruptedException {
        score(failing("ScoreShard", "\"item\": 1, \"attempt\": 1,", TRANSIENT));

        assertThat(progress).first().isEqualTo(new MapProgress("ScoreShards", 3, 0, 1, 0, 0));
        assertThat(progress).anyMatch(one -> one.underWay() == 1 && one.retried() == 1);
        assertThat(progress).last().isEqualTo(new MapProgress("ScoreShards", 3, 3, 0, 1, 0));
    }

    @Test
    void aRetryOfAnItemIsToldWithItsMap() throws InterruptedException {
        score(failing("ScoreShard", "\"item\": 1, \"attempt\": 1,", TRANSIENT));

        assertThat(pauses).hasSize(1);
        assertThat(pauses.getFirst().stateName()).isEqualTo("ScoreShard");
        assertThat(pauses.getFirst().retry()).isEqualTo(new Pause.Retry(1, 4, TRANSIENT));
        assertThat(mapsOfPauses.getFirst()).extracting(MapProgress::map).isEqualTo("ScoreShards");
    }

    @Test
    void aRetryOfAStateIsToldAlone() throws InterruptedException {
        score(
                failing("PlanBatch", "\"attempt\": 1,", TRANSIENT)
                        + ","
                        + failing("PlanBatch", "\"attempt\": 2,", TRANSIENT));

        assertThat(pauses)
                .extracting(Pause::retry)
                .containsExactly(
                        new Pause.Retry(1, 4, TRANSIENT), new Pause.Retry(2, 4, TRANSIENT));
        assertThat(mapsOfPauses).containsOnlyNulls();
    }

    @Test
    void anItemThatWasGivenUpCountsAsFailedThoughItsChildEndedWell() throws InterruptedException {
        score(failing("ScoreShard", "\"item\": 1,", "Made.Up"));

        assertThat(progress).contains(new MapProgress("ScoreShards", 3, 3, 0, 0, 1));
        assertThat(progress).last().isEqualTo(new MapProgress("RescoreShards", 1, 1, 0, 0, 0));
    }
}
