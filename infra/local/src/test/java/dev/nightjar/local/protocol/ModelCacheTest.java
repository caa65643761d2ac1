package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.night.ScoreAnswer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One instance of ScoreShardFunction serves all shards of a night. */
final class ModelCacheTest {
    @TempDir private static Path folder;

    private static final Map<String, Integer> READS = new ConcurrentHashMap<>();

    private static ScoreAnswer answer;

    @BeforeAll
    static void runNight() throws InterruptedException {
        WholeNights nights = WholeNights.in(folder);
        nights.train(Workshop.EARLIER);
        answer =
                nights.score(
                        nights.request(Workshop.SLOT),
                        WholeNights.withStore("ScoreShardFunction", ModelCacheTest::counted));
    }

    private static ObjectStore counted(ObjectStore store) {
        return Interruption.told(
                store,
                call -> {
                    if (call.verb().equals("find")) {
                        String file = call.key().substring(call.key().lastIndexOf('/') + 1);
                        READS.merge(file, 1, Integer::sum);
                    }
                });
    }

    @Test
    void theNightHasSeveralShards() {
        assertThat(requireNonNull(answer.shards(), "shards is null").scored()).isGreaterThan(1);
    }

    @Test
    void theModelIsReadOnce() {
        assertThat(READS.get("model.bin")).isEqualTo(1);
    }

    @Test
    void thePlanIsReadOnce() {
        assertThat(READS.get("plan.json")).isEqualTo(1);
    }
}
