package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Definition;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class PipelineFilesTest {
    private static final String SOUND =
            """
            owner: team@example.com
            columns:
              amount:    { type: decimal }
              defaulted: { role: label, type: boolean }
            scoring:
              source:   { path: "*.csv" }
              schedule: { cron: "0 2 * * ? *" }
            service: { level: low }
            """;

    @TempDir private Path home;

    @BeforeEach
    void makeTheFolder() throws IOException {
        Files.createDirectory(home.resolve("pipelines"));
    }

    @Test
    void areReadInTheOrderOfTheirNames() throws IOException {
        write("b.yaml", SOUND);
        write("a.yaml", "pipeline: zebra\n" + SOUND);

        assertThat(PipelineFiles.read(home, "pipelines").definitions())
                .extracting(Definition::pipeline)
                .containsExactly("b", "zebra");
    }

    @Test
    void thoseOfThisRepositoryCanBeDeployed() {
        assertThat(PipelineFiles.read(Project.ROOT, "pipelines").definitions())
                .extracting(Definition::pipeline)
                .containsExactly("loans");
    }

    @Test
    void areRefusedWithTheProblemsOfAllFiles() throws IOException {
        write("a.yaml", SOUND.replace("decimal", "int"));
        write("b.yaml", SOUND.replace("owner: team@example.com\n", ""));

        assertThatThrownBy(() -> PipelineFiles.read(home, "pipelines"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage(
                        "pipelines/a.yaml:3:22  error  unknown type 'int'. Did you mean 'integer'?"
                                + " Known: boolean, integer, decimal, category, date, text\n"
                                + "pipelines/b.yaml:1:1   error  a deployment needs owner. Add owner:"
                                + " somebody@example.com");
    }

    @Test
    void areRefusedWhenTwoHaveOneName() throws IOException {
        write("a.yaml", SOUND);
        write("b.yaml", "pipeline: a\n" + SOUND);

        assertThatThrownBy(() -> PipelineFiles.read(home, "pipelines"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage(
                        "pipelines/b.yaml  error  another file is pipeline 'a' too. Give each its"
                                + " own name");
    }

    @Test
    void areRefusedWhenThereAreNone() {
        assertThatThrownBy(() -> PipelineFiles.read(home, "pipelines"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage("pipelines holds no pipeline file (*.yaml)");
    }

    @Test
    void areRefusedWhenThereIsNoFolder() {
        assertThatThrownBy(() -> PipelineFiles.read(home, "elsewhere"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage("elsewhere holds no pipeline file (*.yaml)");
    }

    private void write(String file, String yaml) throws IOException {
        Files.writeString(home.resolve("pipelines").resolve(file), yaml);
    }
}
