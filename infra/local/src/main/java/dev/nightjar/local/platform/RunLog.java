package dev.nightjar.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.aws.CallLine;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * The log lines of functions, one file a run: {@code logs/<run>.jsonl}. Lines are appended whole,
 * so that threads and processes may share a file.
 */
final class RunLog {
    private final Path folder;
    private final InstantSource clock;

    RunLog(Path folder, InstantSource clock) {
        this.folder = requireNonNull(folder, "folder is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    void write(
            String function,
            byte[] request,
            byte @Nullable [] answer,
            double seconds,
            @Nullable TaskFailure failure) {
        CallLine line =
                CallLine.of(
                        clock.instant(),
                        function,
                        request,
                        answer,
                        seconds,
                        failure == null ? null : failure.error(),
                        failure == null ? null : failure.causeText());
        String name = line.run() == null ? "unclaimed" : line.run();
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(name + ".jsonl"),
                    (line.text() + "\n").getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write the log of " + name, broken);
        }
    }
}
