package dev.nightjar.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Nights in processes of their own that are killed with SIGKILL, wherever they are. */
class KilledProcessTest {
    private static final int KILLS = 20;
    private static final long SEED = 20261102;
    private static final long SCORING_ROWS = 300;

    @Test
    void twentyNightsKilledAtAnyTimeEndWithTheSameCommand(@TempDir Path folder)
            throws IOException, InterruptedException {
        TinyLoans loans = TinyLoans.in(folder.resolve("loans"));
        long start = System.nanoTime();
        writes(new SmallNight(loans, folder.resolve("whole")));
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            SmallNight night = new SmallNight(loans, folder.resolve("killed-" + kill));
            long after = random.nextLong(whole);
            Process process = NightProcess.start(night);
            process.waitFor(after, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertEndsWell(night, "kill " + kill + " after " + after + " ms");
        }
    }

    /** Minutes long; run by the profile {@code sweep}. */
    @Test
    @Tag("sweep")
    void aNightKilledAfterAnyWriteEndsWithTheSameCommand(@TempDir Path folder)
            throws IOException, InterruptedException {
        TinyLoans loans = TinyLoans.in(folder.resolve("loans"));
        int writes = writes(new SmallNight(loans, folder.resolve("whole")));
        assertThat(writes).isGreaterThan(25);
        for (int write = 1; write <= writes; write++) {
            SmallNight night = new SmallNight(loans, folder.resolve("killed-" + write));
            Process process = NightProcess.start(night, Integer.toString(write));
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("exit code of SIGKILL; %s", out).isEqualTo(137);
            assertEndsWell(night, "killed after write " + write + " of " + writes);
        }
        System.out.println(writes + " nights killed with SIGKILL, one after each write; all ended");
    }

    private static int writes(SmallNight night) throws IOException, InterruptedException {
        Process process = NightProcess.start(night);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return Integer.parseInt(out.substring(out.indexOf("writes ") + 7).strip());
    }

    private static void assertEndsWell(SmallNight night, String when) throws InterruptedException {
        TrainAnswer trained = night.train(SmallNight.WHOLE);
        assertThat(trained.failure()).as(when).isNull();
        assertThat(trained.outcome()).as(when).isIn("RELEASED", "DUPLICATE");
        ScoreAnswer scored = night.score(SmallNight.WHOLE);
        assertThat(scored.failure()).as(when).isNull();
        assertThat(scored.outcome()).as(when).isIn("COMMITTED", "DUPLICATE");
        NightAccount account = new NightAccount(night, when);
        account.assertReleasedOnce();
        account.assertCommittedOnce(SCORING_ROWS);
    }
}
