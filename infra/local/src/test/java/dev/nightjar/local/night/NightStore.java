package dev.nightjar.local.night;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.fault.FaultFile;
import dev.nightjar.asl.fault.FaultyTasks;
import dev.nightjar.asl.run.VirtualClock;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.platform.LocalPlatform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A store of the tiny pipeline that one process after the other works on, in virtual time: each
 * call of a night is a process of its own.
 *
 * @param notices what people were told, a line each
 */
record NightStore(TinyLoans loans, Path store, List<String> notices) {
    static final RunId TRAINING = RunId.parse("loans-20261102T0100Z-t01");
    static final RunId SCORING = RunId.parse("loans-20261102T0100Z-s01");

    static NightStore in(Path folder) {
        return new NightStore(
                TinyLoans.in(folder.resolve("loans")),
                folder.resolve("store"),
                new CopyOnWriteArrayList<>());
    }

    /** What a process does with the platform. */
    interface Work<T> {
        T with(LocalPlatform platform) throws InterruptedException;
    }

    /** Works in a process that begins so long after the night, with faults. */
    <T> T process(Duration later, String faults, Work<T> work) throws InterruptedException {
        VirtualClock clock = new VirtualClock(CommandRun.NOW.plus(later));
        FaultFile.Result read = FaultFile.read("{\"faults\": [" + faults + "]}");
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        try (LocalPlatform platform =
                LocalPlatform.at(store)
                        .clock(clock::now)
                        .engineClock(clock)
                        .around(new FaultyTasks(read.faults()))
                        .notices(notices::add)
                        .open()) {
            return work.with(platform);
        }
    }

    TrainAnswer train(String faults) throws InterruptedException {
        return process(
                Duration.ZERO,
                faults,
                platform -> new Nights(platform).train(request(), NightListener.NONE));
    }

    ScoreAnswer score(String faults, NightListener listener) throws InterruptedException {
        return process(
                Duration.ZERO, faults, platform -> new Nights(platform).score(request(), listener));
    }

    TrainAnswer redrive(Duration later, String faults) throws InterruptedException {
        return process(
                later,
                faults,
                platform -> {
                    Redrive.Possible possible = (Redrive.Possible) ask(platform, TRAINING);
                    return new RedrivenNights(platform).train(possible.run(), NightListener.NONE);
                });
    }

    static Redrive ask(LocalPlatform platform, RunId run) {
        Claim claim = new Runs(platform).claim(run).orElseThrow();
        return new Redrives(platform).of(claim);
    }

    private NightRequest request() {
        return NightRequest.of(
                Definitions.withData(loans.definition(List.of()), loans.folder()),
                Slot.parse(TinyLoans.SLOT));
    }

    /** The names of the training's failure records. */
    List<String> failures() throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("loans/runs/" + TRAINING))) {
            return files.filter(file -> file.toString().contains("/failures/"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** As if the process had been killed after the end of the training and before its record. */
    void forgetFailures() throws IOException {
        Path run = store.resolve("loans/runs/" + TRAINING);
        for (String name : failures()) {
            Files.delete(run.resolve("failures").resolve(name));
            Files.delete(run.resolve("announcements").resolve(name));
        }
        notices.clear();
    }

    /** Takes the last steps of the training away, as if its process had been killed before them. */
    void killedBefore(int steps) throws IOException {
        Path history;
        try (Stream<Path> files = Files.walk(store.resolve("executions/training"))) {
            history =
                    files.filter(file -> file.endsWith("history.jsonl")).findFirst().orElseThrow();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(history));
        for (int step = 0; step < steps; step++) {
            do {
                lines.removeLast();
            } while (lines.getLast().contains("\"more\":true,\"sum\""));
        }
        Files.write(history, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
}
