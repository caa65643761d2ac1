package dev.nightjar.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.aws.CallLine;
import dev.nightjar.aws.FailureCause;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The log lines of functions, one file a run: {@code logs/<run>.jsonl}. Lines are appended whole,
 * so that threads and processes may share a file. A line that cannot be written is noticed and
 * decides nothing: the step has done its work, or says itself why not.
 */
final class RunLog {
    private final Path folder;
    private final InstantSource clock;
    private final Consumer<String> notices;

    RunLog(Path folder, InstantSource clock, Consumer<String> notices) {
        this.folder = requireNonNull(folder, "folder is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    /** The file of a run, in the folder. */
    static Path file(Path folder, String run) {
        return folder.resolve(run + ".jsonl");
    }

    void write(
            String function,
            byte[] request,
            byte @Nullable [] answer,
            double seconds,
            @Nullable TaskFailure failure) {
        String cause = failure == null ? null : failure.causeText();
        CallLine line =
                CallLine.of(
                        clock.instant(),
                        function,
                        request,
                        answer,
                        seconds,
                        failure == null ? null : failure.error(),
                        cause == null ? null : FailureCause.sentence(cause),
                        null);
        String name = line.run() == null ? "unclaimed" : line.run();
        try {
            Files.createDirectories(folder);
            Files.write(
                    file(folder, name),
                    (line.text() + "\n").getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException broken) {
            notices.accept("the log of " + name + " cannot be written: " + broken);
        }
    }
}
