package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.Nightjar;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.platform.Home;
import dev.nightjar.local.platform.NightClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local scheduler through the command line. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpCommandTest {
    private static final String MONDAYS =
            "training.schedule={cron: '0 2 ? * MON *', timezone: Europe/Berlin}";
    private static final Instant MONDAY = Instant.parse("2026-11-02T01:00:00Z");
    private static final InstantSource MORNING = InstantSource.fixed(CommandRun.NOW);

    @TempDir private Path folder;

    private TinyLoans loans = new TinyLoans(Path.of(""));

    @BeforeEach
    void makeThePipeline() {
        loans = TinyLoans.in(folder);
    }

    private CommandRun up(String... arguments) {
        List<String> words = new ArrayList<>(List.of("up"));
        words.addAll(List.of(arguments));
        return CommandRun.in(folder, words.toArray(String[]::new));
    }

    /** In one step, as most editors do: nobody reads half of it. */
    private void schedule(String line) throws IOException {
        String scored = "  source: { path: \"applications/*.csv\" }\n";
        String yaml = Files.readString(loans.file());
        Path written = folder.resolve("written");
        Files.writeString(written, yaml.substring(0, yaml.indexOf(scored)) + scored + line + "\n");
        Files.move(written, loans.file(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aNightIsStartedAtItsSlotAsTheScheduleWouldStartIt() throws Exception {
        NightClock clock = new NightClock(MONDAY.minusSeconds(3600));
        try (RunningUp up = RunningUp.in(folder, clock, "loans.yaml", "--set", MONDAYS)) {
            up.await("schedule");
            clock.moveTo(MONDAY);

            JsonNode fired = up.await("fired");
            JsonNode claimed = up.await("claimed");
            JsonNode ended = up.await("ended");

            assertThat(fired.path("slot").asString()).isEqualTo("2026-11-02T01:00Z");
            assertThat(claimed.path("run").asString()).isEqualTo("loans-20261102T0100Z-t01");
            assertThat(ended.path("outcome").asString()).isEqualTo("RELEASED");
            assertThat(ended.at("/answer/startedBy").asString()).isEqualTo("schedule");
            assertThat(
                            Files.readString(
                                    folder.resolve(
                                            ".nightjar/loans/slots/training/20261102T0100Z/0001.json")))
                    .contains(fired.path("schedulerExecution").asString());
            assertThat(up.stop().path("underWay").size()).isZero();
            assertThat(up.exitCode()).isZero();
        }
    }

    @Test
    void twoOnOneStoreWorkOnASlotOnce() throws Exception {
        NightClock clock = new NightClock(MONDAY.minusSeconds(3600));
        String[] arguments = {"loans.yaml", "--set", MONDAYS};
        try (RunningUp one = RunningUp.in(folder, clock, arguments);
                RunningUp other = RunningUp.in(folder, clock, arguments)) {
            one.await("schedule");
            other.await("schedule");
            clock.moveTo(MONDAY);
            List<String> outcomes =
                    List.of(
                            one.await("ended").path("outcome").asString(),
                            other.await("ended").path("outcome").asString());

            assertThat(outcomes).containsExactlyInAnyOrder("RELEASED", "DUPLICATE");
            assertThat(one.events("fired").getFirst().path("schedulerExecution"))
                    .isNotEqualTo(other.events("fired").getFirst().path("schedulerExecution"));
        }
    }

    @Test
    void aSlotThatFellDueBeforeIsNamedWithItsCommandAndNotRun() throws Exception {
        try (RunningUp up = RunningUp.in(folder, MORNING, "loans.yaml", "--set", MONDAYS)) {
            JsonNode due = up.await("due");

            assertThat(due.path("slot").asString()).isEqualTo("2026-11-02T01:00Z");
            assertThat(due.path("next").asString())
                    .isEqualTo("./nightjar train loans.yaml --slot 2026-11-02T01:00Z");
            up.stop();
            assertThat(up.events("fired")).isEmpty();
        }
    }

    @Test
    void aSlotThatFellDueBeforeIsRunWhenThatIsAsked() throws Exception {
        try (RunningUp up =
                RunningUp.in(folder, MORNING, "loans.yaml", "--due", "--set", MONDAYS)) {
            assertThat(up.await("ended").path("outcome").asString()).isEqualTo("RELEASED");
        }
    }

    @Test
    void aPausedScheduleIsShownAndHasNoNextSlot() throws Exception {
        schedule("  schedule: { cron: \"0 4 * * ? *\", paused: true }");
        try (RunningUp up = RunningUp.in(folder, MORNING, "loans.yaml")) {
            JsonNode schedule = up.await("schedule");

            assertThat(schedule.path("paused").asBoolean()).isTrue();
            assertThat(schedule.path("nextSlot").isNull()).isTrue();
        }
    }

    @Test
    void aFileThatChangesIsReadAgain() throws Exception {
        schedule("  schedule: { cron: \"0 4 * * ? *\", paused: true }");
        try (RunningUp up = RunningUp.in(folder, MORNING, "loans.yaml")) {
            up.await("schedule");

            schedule("  schedule: { cron: \"30 4 * * ? *\" }");

            assertThat(up.await("schedule").path("nextSlot").asString())
                    .isEqualTo("2026-11-03T04:30Z");
        }
    }

    @Test
    void aFileThatBecomesInvalidKeepsWhatItSaidAndSaysItsProblems() throws Exception {
        schedule("  schedule: { cron: \"0 4 * * ? *\" }");
        try (RunningUp up = RunningUp.in(folder, MORNING, "loans.yaml")) {
            up.await("schedule");

            schedule("  schedule: { cron: \"0 4 * * *\" }");

            assertThat(up.await("refused").path("problems").get(0).asString())
                    .contains("loans.yaml:")
                    .contains("has 5 fields instead of six");
        }
    }

    @Test
    void filesOfTheFolderComeAndGo() throws Exception {
        Path pipelines = Files.createDirectories(folder.resolve("pipelines"));
        schedule("  schedule: { cron: \"0 4 * * ? *\" }");
        Files.copy(loans.file(), pipelines.resolve("loans.yaml"));
        String yaml = Files.readString(loans.file());
        try (RunningUp up = RunningUp.in(folder, MORNING)) {
            up.await("schedule");

            Files.writeString(
                    pipelines.resolve("more.yaml"),
                    yaml.replace("pipeline: loans", "pipeline: more"));
            assertThat(up.await("schedule").path("pipeline").asString()).isEqualTo("more");
            Files.delete(pipelines.resolve("loans.yaml"));
            assertThat(up.await("removed").path("pipeline").asString()).isEqualTo("loans");
        }
    }

    @Test
    void withoutAnyScheduleThereIsNothingToDo() {
        CommandRun run = up("loans.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no pipeline file has a schedule");
    }

    @Test
    void twoFilesOfOnePipelineAreRefused() throws IOException {
        Files.copy(loans.file(), folder.resolve("mine.yaml"));

        CommandRun run = up("loans.yaml", "mine.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("loans.yaml and mine.yaml are both the pipeline 'loans'");
    }

    @Test
    void anInvalidFileIsRefusedAtTheStart() throws IOException {
        schedule("  schedule: { cron: \"0 4 * * *\" }");

        CommandRun run = up("loans.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has 5 fields instead of six");
    }

    @Test
    void askedToEndItSaysWhatWasUnderWayAndExitsWithZero() throws Exception {
        schedule("  schedule: { cron: \"0 4 * * ? *\" }");
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-Dnightjar.home=" + Home.find().folder(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Nightjar.class.getName(),
                                "up",
                                "loans.yaml")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = new ArrayList<>();
        try (var output = process.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                lines.add(line);
                if (line.startsWith("loans      scoring")) {
                    // Destroyed itself, a Process closes the streams that are read here.
                    process.toHandle().destroy();
                }
                line = output.readLine();
            }
        }

        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .contains("stopped  nothing was under way", "next     ./nightjar up loans.yaml");
    }
}
