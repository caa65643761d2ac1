package dev.nightjar.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.platform.Home;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Commands that only look start short: without trainers, engine and functions. */
class ShortStartTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "runs", "status", "validate loans.yaml"})
    void looksLoadNeitherTrainerNorEngine(String command, @TempDir Path folder)
            throws IOException, InterruptedException {
        TinyLoans.in(folder);
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xlog:class+load",
                        "-Dnightjar.home=" + Home.find().folder(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Nightjar.class.getName());
        builder.command().addAll(List.of(command.split(" ", -1)));
        Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();

        String loaded;
        try (var output = process.inputReader()) {
            loaded = String.join("\n", output.readAllLines());
        }

        assertThat(process.waitFor()).as(loaded).isZero();
        assertThat(loaded)
                .contains("dev.nightjar.local.Nightjar ")
                .doesNotContain("org.tribuo.")
                .doesNotContain("dev.nightjar.asl.run.Engine ")
                .doesNotContain("dev.nightjar.training.");
    }
}
