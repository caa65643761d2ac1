package dev.nightjar.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class PipelineFolderTest {
    @TempDir private Path folder;

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    @Test
    void pipelineFilesEndInEitherWay() throws IOException {
        Path second = file("loans.yml");
        Path first = file("birds.yaml");
        file("pipeline.schema.json");
        assertThat(PipelineFolder.files(folder)).containsExactly(first, second);
    }

    @Test
    void whatIsHiddenIsNone() throws IOException {
        file(".loans.yaml");
        assertThat(PipelineFolder.files(folder)).isEmpty();
    }

    @Test
    void aFolderIsNone() throws IOException {
        Files.createDirectory(folder.resolve("loans.yaml"));
        assertThat(PipelineFolder.files(folder)).isEmpty();
    }

    @Test
    void aPipelinesFileIsFoundByEitherEnding() throws IOException {
        Path file = file("loans.yml");
        assertThat(PipelineFolder.file(folder, "loans")).contains(file);
    }

    @Test
    void thereIsNoFileOfAnotherName() throws IOException {
        file("loans.yml");
        assertThat(PipelineFolder.file(folder, "birds")).isEmpty();
    }
}
