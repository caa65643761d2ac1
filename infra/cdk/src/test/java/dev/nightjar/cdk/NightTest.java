package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

final class NightTest {
    @Test
    void cdkNagFindsNothing() {
        assertThat(Night.findings()).isEmpty();
    }

    @Test
    void problemsOfAllFilesAreSaidAtOnce(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("training.asl.json"), "{}");
        Files.copy(Project.stateMachine("scoring"), folder.resolve("scoring.asl.json"));
        List<String> problems =
                new Orchestration.Files(
                                folder,
                                List.of(
                                        Pipelines.of(
                                                """
                                                pipeline: p
                                                owner: o@example.com
                                                columns: { x: { type: decimal }, y: { role: label, type: boolean } }
                                                scoring:
                                                  source: { path: "*.csv" }
                                                  schedule: { cron: "0 1 * * ? *", timezone: UTC }
                                                service: { level: high }
                                                """)))
                        .problems(Set.of());
        assertThat(problems)
                .anySatisfy(each -> assertThat(each).startsWith("training.asl.json"))
                .anySatisfy(each -> assertThat(each).startsWith("scoring.asl.json"))
                .anySatisfy(each -> assertThat(each).startsWith("p:"));
    }
}
