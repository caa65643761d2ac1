package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The rules of every command, where no night is needed. */
class CommandLineTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "init",
                "validate",
                "train",
                "score",
                "results",
                "runs",
                "run",
                "redrive",
                "status",
                "models",
                "rollback",
                "asl",
                "doctor",
                "deploy",
                "destroy",
                "bench"
            })
    void everyCommandExplainsItself(String command) {
        CommandRun run = CommandRun.in(folder, command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: nightjar " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theHelpNamesTheCommandsThatWorkAndNoOthers() {
        CommandRun run = CommandRun.in(folder, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("train", "score", "redrive", "rollback", "bench", "./nightjar demo")
                .doesNotContain("sweep");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheRightOne() {
        CommandRun run = CommandRun.in(folder, "trian");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown command 'trian'. Did you mean 'train'?");
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheRightOne() {
        CommandRun run = CommandRun.in(folder, "train", "loans.yaml", "--slt=now");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("unknown option '--slt'. Did you mean '--slot'?")
                .contains("next     ./nightjar train --help");
    }

    @Test
    void noCommandAtAllIsAUsageError() {
        assertThat(CommandRun.in(folder).exitCode()).isEqualTo(2);
    }

    @Test
    void aUsageErrorIsOneDocumentForPrograms() {
        CommandRun run = CommandRun.in(folder, "train", "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.document().path("outcome").asString()).isEqualTo("FAILED");
        assertThat(run.document().at("/failure/cause").asString()).contains("PIPELINE");
    }

    @Test
    void anEmptyStoreIsReadAndNotMade() {
        assertThat(CommandRun.in(folder, "runs").out()).contains("no runs yet");
        assertThat(CommandRun.in(folder, "runs", "--json").out()).isEmpty();
        assertThat(CommandRun.in(folder, "status", "--json").document().path("pipelines").size())
                .isZero();
        assertThat(folder.resolve(".nightjar")).doesNotExist();
    }

    @Test
    void theStoreIsFoundUpwardsUnlessItIsNamed() throws Exception {
        Path below = Files.createDirectories(folder.resolve("a/b"));
        Path store = Files.createDirectories(folder.resolve(".nightjar"));
        CommandContext context = new CommandContext(world(below, Map.of()));

        assertThat(context.store(null)).isEqualTo(store);
        assertThat(context.store("mine")).isEqualTo(below.resolve("mine"));
        assertThat(new CommandContext(world(below, Map.of("NIGHTJAR_STORE", "/s"))).store(null))
                .isEqualTo(Path.of("/s"));
    }

    private static World world(Path folder, Map<String, String> environment) {
        World process = World.ofProcess();
        return new World(
                process.out(),
                process.err(),
                environment,
                folder,
                process.home(),
                process.clock(),
                false);
    }

    @Test
    void validateSaysOkAndWhatToTypeNext() {
        TinyLoans.in(folder);

        CommandRun run = CommandRun.in(folder, "validate", "loans.yaml");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("loans.yaml  ok\nnext     ./nightjar train loans.yaml\n");
    }

    @Test
    void validateShowsEveryProblemWithItsPlaceAndRemedy() throws Exception {
        TinyLoans loans = TinyLoans.in(folder);
        String broken =
                Files.readString(loans.file())
                        .replace("role: label", "role: labl")
                        .replace("auc >= 0.6", "auc >= 60");
        Files.writeString(loans.file(), broken);

        CommandRun people = CommandRun.in(folder, "validate", "loans.yaml");
        CommandRun programs = CommandRun.in(folder, "validate", "loans.yaml", "--json");

        assertThat(people.exitCode()).isEqualTo(2);
        assertThat(people.out()).contains("loans.yaml:8:22").contains("Did you mean 'label'?");
        assertThat(people.out()).contains("Reference: docs/pipeline-file.md");
        assertThat(programs.documents()).hasSizeGreaterThanOrEqualTo(2);
        JsonNode problem = programs.documents().getFirst();
        assertThat(problem.propertyNames())
                .containsExactly(
                        "file",
                        "line",
                        "column",
                        "pointer",
                        "severity",
                        "code",
                        "message",
                        "remedy");
        assertThat(problem.path("severity").asString()).isEqualTo("ERROR");
    }

    @Test
    void aRefusedFileStartsNoRun() {
        TinyLoans loans = TinyLoans.in(folder);
        loans.write("loans.yaml", "pipeline: loans\n");

        CommandRun run = CommandRun.in(folder, "train", "loans.yaml", "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.document().at("/failure/error").asString()).isEqualTo("DefinitionInvalid");
        assertThat(run.err()).contains("./nightjar validate loans.yaml");
        assertThat(folder.resolve(".nightjar/loans")).doesNotExist();
    }

    @Test
    void whatIsNotThereIsNamed() {
        TinyLoans.in(folder);

        assertThat(CommandRun.in(folder, "train", "mine.yaml").err())
                .contains("there is no file mine.yaml");
        assertThat(CommandRun.in(folder, "run", "loans-20261102T0100Z-t01").err())
                .contains("the store has no run loans-20261102T0100Z-t01");
        assertThat(CommandRun.in(folder, "run", "yesterday").err())
                .contains("'yesterday' is no run; a run reads like loans-20261102T0100Z-t01");
        assertThat(CommandRun.in(folder, "results", "loans.yaml").err())
                .contains("nothing is committed for loans")
                .contains("./nightjar score loans.yaml");
        assertThat(CommandRun.in(folder, "rollback", "loans.yaml").err())
                .contains("nothing serves loans yet");
    }

    @Test
    void anOptionThatCannotBeReadIsExplained() {
        TinyLoans.in(folder);

        assertThat(CommandRun.in(folder, "train", "loans.yaml", "--slot", "now").err())
                .contains("'now' is no slot; write it like 2026-11-02T01:00Z");
        assertThat(CommandRun.in(folder, "train", "loans.yaml", "--set", "seed").err())
                .contains("--set 'seed' names no value; write --set key.path=value");
        assertThat(CommandRun.in(folder, "score", "loans.yaml", "--rerun", "complete").err())
                .contains("--rerun complete is not built yet");
    }

    @Test
    void aScoringWithoutAModelHasNothingToWorkWith() {
        TinyLoans.in(folder);

        CommandRun run = CommandRun.in(folder, "score", "loans.yaml", "--slot", TinyLoans.SLOT);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("FAILED   loans-20261102T0100Z-s01   at PlanBatch")
                .contains("class    ModelUnfit")
                .contains("next     ./nightjar train loans.yaml");
    }
}
