package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.night.Machine;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.Home;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.screen.Terminal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/** {@code train --inject FILE}, {@code score --inject FILE}. */
class InjectTest {
    @TempDir private Path folder;

    private TinyLoans loans = new TinyLoans(Path.of(""));

    @BeforeEach
    void makeThePipeline() {
        loans = TinyLoans.in(folder);
    }

    private CommandRun train(String file) {
        return CommandRun.in(
                folder, "train", "loans.yaml", "--slot", TinyLoans.SLOT, "--inject", file);
    }

    @Test
    void aTrainingFailsWhereItsRehearsalSaysSo() throws IOException {
        loans.write(
                "faults.yaml",
                """
                faults:
                  - state: PrepareData
                    fault: fail-before
                    error: dev.nightjar.core.error.DataUnfit
                    cause: made up
                  - {state: ReleaseModel, fault: answer-twice}
                """);

        CommandRun run = train("faults.yaml");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("rehearsal  2 faults injected from faults.yaml")
                .contains("rehearsal  fail-before at PrepareData   happened 1x")
                .contains(
                        "rehearsal  answer-twice at ReleaseModel   never happened: nobody made that"
                                + " call");
        assertThat(runRecord()).contains("\"--inject\": \"faults.yaml\"");
    }

    @Test
    void aFileInJsonIsReadToo() {
        loans.write(
                "faults.json",
                """
                {"faults": [{"state": "ClaimSlot", "fault": "fail-before", "error": "Made.Up"}]}
                """);

        assertThat(train("faults.json").exitCode()).isEqualTo(Exits.SYSTEM);
    }

    @Test
    void anUnknownStateIsRefusedBeforeAnythingRuns() {
        loans.write("faults.yaml", "faults: [{state: PrepareDate, fault: answer-twice}]");

        CommandRun run = train("faults.yaml");

        assertThat(run.exitCode()).isEqualTo(Exits.USAGE);
        assertThat(run.err())
                .contains("faults.yaml /faults/0/state: The machine has no state 'PrepareDate'")
                .contains("Did you mean 'PrepareData'?");
        assertThat(folder.resolve(".nightjar/loans")).doesNotExist();
    }

    @Test
    void everyProblemOfTheFileIsShown() {
        loans.write("faults.yaml", "faults: [{state: PrepareData}, {fault: delay, seconds: 3}]");

        assertThat(train("faults.yaml").err())
                .contains("/faults/0/fault: 'fault' is missing")
                .contains("/faults/1/state: 'state' is missing");
    }

    @Test
    void aFileThatIsMissingOrNoYamlIsRefused() {
        loans.write("faults.yaml", "faults: [");

        assertThat(train("nowhere.yaml").err()).contains("there is no file nowhere.yaml");
        assertThat(train("faults.yaml").err()).contains("faults.yaml is no YAML");
        assertThat(train("faults.yaml").exitCode()).isEqualTo(Exits.USAGE);
    }

    @Test
    void aScoringTakesFaultsOfItsOwnMachine() {
        loans.write("faults.yaml", "faults: [{state: PrepareData, fault: answer-twice}]");

        CommandRun run =
                CommandRun.in(
                        folder,
                        "score",
                        "loans.yaml",
                        "--slot",
                        TinyLoans.SLOT,
                        "--inject",
                        "faults.yaml");

        assertThat(run.exitCode()).isEqualTo(Exits.USAGE);
        assertThat(run.err()).contains("The machine has no state 'PrepareData'");
    }

    @Test
    void theExampleCanBePlayed() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, UTF_8);
        InstantSource clock = InstantSource.fixed(CommandRun.NOW);
        Path home = Home.find().folder();
        CommandContext context =
                new CommandContext(
                        new World(stream, stream, Map.of(), home, Home::find, clock, false));
        Terminal terminal = context.terminal(false);
        Rehearsal rehearsal = Rehearsal.of("docs/faults.yaml", context, terminal);
        try (LocalPlatform platform = rehearsal.on(context.platform(folder)).open()) {
            rehearsal.begin(Machine.TRAINING, platform, terminal);
        }

        assertThat(err.toString(UTF_8)).contains("6 faults injected from docs/faults.yaml");
    }

    private String runRecord() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".nightjar"))) {
            Path record = files.filter(file -> file.endsWith("run.json")).findFirst().orElseThrow();
            return Files.readString(record);
        }
    }
}
