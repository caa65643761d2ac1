package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.run.Records;
import dev.nightjar.run.ServingPointer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sixteen runs, judged against the same pointer, release at once. */
final class RaceTest {
    private static final int RUNNERS = 16;
    private static final int ROUNDS = 50;
    private static final int PROCESS_ROUNDS = 5;

    @TempDir private static Path folder;

    private static Workshop judged;
    private static List<Attempt> challengers;

    @BeforeAll
    static void judgeAll() {
        judged = Workshop.in(folder);
        judged.claim(Order.training("before").at(slot(0))).train();
        challengers = new ArrayList<>();
        for (int i = 1; i <= RUNNERS; i++) {
            Attempt attempt = judged.claim(Order.training("execution-" + i).at(slot(i)));
            attempt.build();
            challengers.add(attempt);
        }
    }

    @Test
    void sixteenThreadsMakeOneMove() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(RUNNERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Workshop workshop = judged.copy();
                CyclicBarrier start = new CyclicBarrier(RUNNERS);
                List<Callable<Boolean>> runners = new ArrayList<>();
                for (Attempt challenger : challengers) {
                    Attempt mine = in(workshop, challenger);
                    runners.add(
                            () -> {
                                start.await();
                                return releases(mine);
                            });
                }
                List<RunId> winners = new ArrayList<>();
                List<Future<Boolean>> answers = threads.invokeAll(runners);
                for (int i = 0; i < RUNNERS; i++) {
                    if (answers.get(i).get()) {
                        winners.add(challengers.get(i).run());
                    }
                }
                assertOneWinner(
                        new Records(workshop.store()),
                        workshop.pointer(),
                        winners,
                        "round " + round);
            }
        }
    }

    @Test
    void sixteenProcessesMakeOneMove(@TempDir Path place) throws Exception {
        for (int round = 0; round < PROCESS_ROUNDS; round++) {
            Path store = place.resolve("round-" + round);
            FolderStore shared = FolderStore.at(store);
            Workshop.copyAll(judged.store(), shared);
            List<Process> children = new ArrayList<>();
            for (Attempt challenger : challengers) {
                children.add(child(store, challenger.run()));
            }
            List<RunId> winners = winners(children);
            assertOneWinner(
                    new Records(shared), new ServingPointer(shared), winners, "round " + round);
        }
    }

    private static void assertOneWinner(
            Records records, ServingPointer pointer, List<RunId> winners, String round) {
        assertThat(winners).describedAs(round).hasSize(1);
        List<Move> journal = pointer.journal(Workshop.PIPELINE);
        assertThat(journal).describedAs(round).extracting(Move::n).containsExactly(1, 2);
        assertThat(journal.getLast().run()).describedAs(round).isEqualTo(winners.getFirst());
        for (Attempt challenger : challengers) {
            boolean won = challenger.run().equals(winners.getFirst());
            assertThat(records.outcome(challenger.run()).map(record -> record.outcome()))
                    .describedAs("%s, %s", round, challenger.run())
                    .isEqualTo(won ? Optional.of(Outcome.RELEASED) : Optional.empty());
        }
    }

    private static boolean releases(Attempt attempt) {
        try {
            attempt.release(1);
            return true;
        } catch (Conflict lost) {
            return lost.getMessage() == null;
        }
    }

    private static Attempt in(Workshop workshop, Attempt attempt) {
        return new Attempt(workshop, workshop.store(), attempt.run(), attempt.execution());
    }

    private static Process child(Path store, RunId run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReleasingChild.class.getName(),
                        store.toString(),
                        run.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets all children go when each of them is ready, and hears which of them released. */
    private static List<RunId> winners(List<Process> children) throws Exception {
        List<BufferedReader> answers = new ArrayList<>();
        for (Process child : children) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("ready");
            answers.add(lines);
        }
        for (Process child : children) {
            child.getOutputStream().write('\n');
            child.getOutputStream().flush();
        }
        List<RunId> winners = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            String answer = answers.get(i).readLine();
            assertThat(children.get(i).waitFor(Duration.ofMinutes(1))).isTrue();
            assertThat(answer).isIn("released", "conflict");
            if ("released".equals(answer)) {
                winners.add(challengers.get(i).run());
            }
        }
        return winners;
    }

    private static Slot slot(int number) {
        return new Slot(Workshop.SLOT.time().plus(Duration.ofHours(number)));
    }
}
