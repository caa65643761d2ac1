package dev.nightjar.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;

/** The archive that starts a hundred times a night: small, and without what learns. */
class ScoringArchiveTest {
    private static final long MOST_BYTES = 20_000_000;

    private final Archive archive = Archive.of("scoring");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/tribuo/",
                "ml/dmlc/",
                "com/oracle/labs/",
                "com/google/protobuf/",
                "dev/nightjar/training/"
            })
    void holdsNoTrainer(String folder) {
        assertThat(archive.names()).noneMatch(name -> name.startsWith(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/snakeyaml/",
                "com/networknt/",
                "com/cronutils/",
                "dev/nightjar/pipeline/file/",
                "dev/nightjar/pipeline/functions/",
                "dev/nightjar/pipeline/schedule/"
            })
    void leavesOutWhatReadsPipelineFiles(String folder) {
        assertThat(archive.names()).noneMatch(name -> name.startsWith(folder));
    }

    @Test
    void holdsNoNativeLibrary() {
        assertThat(archive.contents(name -> !name.endsWith(".class")).values())
                .isNotEmpty()
                .noneMatch(NativeLibrary::isOne);
    }

    @Test
    void weighsTwentyMegabytesAtTheMost() throws IOException {
        assertThat(Files.size(archive.file())).isBetween(1_000_000L, MOST_BYTES);
    }
}
