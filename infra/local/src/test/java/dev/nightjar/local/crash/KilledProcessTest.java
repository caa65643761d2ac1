package dev.nightjar.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.night.Machine;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void aNightThatWasKilledGoesOnInTheSameAttempt(@TempDir Path folder)
            throws IOException, InterruptedException {
        TinyLoans loans = TinyLoans.in(folder.resolve("loans"));
        int trained =
                number(night(new SmallNight(loans, folder.resolve("whole"))), "trained with ");
        for (int write : new int[] {4, 12, trained + 3, trained + 8}) {
            SmallNight night = new SmallNight(loans, folder.resolve("killed-" + write));
            Process process = NightProcess.start(night, Integer.toString(write));
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("exit code of SIGKILL; %s", out).isEqualTo(137);
            String when = "redriven after write " + write;
            redriveInterrupted(night, when);
            assertEndsWell(night, when);
            NightAccount account = new NightAccount(night, when);
            assertThat(account.attempts(Machine.TRAINING)).as(when).isEqualTo(1);
            assertThat(account.attempts(Machine.SCORING)).as(when).isEqualTo(1);
        }
    }

    private static void redriveInterrupted(SmallNight night, String when) {
        Path loans = night.loans().folder();
        String store = night.store().toString();
        List<JsonNode> interrupted =
                CommandRun.in(loans, "runs", "--store", store, "--json").documents().stream()
                        .filter(run -> run.path("outcome").asString().equals("INTERRUPTED"))
                        .toList();
        assertThat(interrupted).as(when).hasSize(1);
        String run = interrupted.getFirst().path("run").asString();
        CommandRun shown = CommandRun.in(loans, "run", run, "--store", store);
        assertThat(shown.out())
                .as(when)
                .contains("its process was killed: it was interrupted")
                .contains("next     ./nightjar redrive " + run);
        CommandRun redriven = CommandRun.in(loans, "redrive", run, "--store", store);
        assertThat(redriven.exitCode()).as("%s: %s", when, redriven).isZero();
        assertThat(redriven.out()).as(when).contains(run + "   was interrupted");
    }

    private static int writes(SmallNight night) throws IOException, InterruptedException {
        return number(night(night), "writes ");
    }

    /** What a whole night prints. */
    private static String night(SmallNight night) throws IOException, InterruptedException {
        Process process = NightProcess.start(night);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static int number(String out, String before) {
        int start = out.indexOf(before) + before.length();
        return Integer.parseInt(out.substring(start, out.indexOf('\n', start)).strip());
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
