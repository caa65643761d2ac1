package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.fault.Fault;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.Exits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** {@code redrive} where it is not the first thing that is tried after a failure. */
class RedriveAfterFaultsTest {
    private static final List<Fault> FAULTS = List.of(TaskFault.FAIL_BEFORE.at("BuildBundle"));
    private static final RunId RUN = FaultyNight.run(Machine.TRAINING, 1);

    @TempDir private Path folder;

    private FaultyNight night = new FaultyNight(new TinyLoans(Path.of("")), Path.of(""));

    @BeforeEach
    void playANightThatFails() throws InterruptedException {
        night = new FaultyNight(TinyLoans.in(folder.resolve("loans")), folder.resolve("store"));
        assertThat(night.play(Machine.TRAINING, FAULTS).outcome()).isEqualTo("FAILED");
    }

    @Test
    void aRedriveThatFailsAgainIsRecordedAndToldAgainAndCanBeHealed() throws InterruptedException {
        FaultyNight.Aftermath again = night.redrive(RUN, FAULTS);

        assertThat(again.outcome()).isEqualTo("FAILED");
        assertThat(again.notifications()).hasSize(1);
        assertThat(again.events()).isEmpty();
        assertThat(failureRecords())
                .containsExactly(
                        Keys.failure(RUN, "BuildBundle", 1), Keys.failure(RUN, "BuildBundle", 2));

        FaultyNight.Aftermath healed = night.redrive(RUN, List.of());

        assertThat(healed.outcome()).isEqualTo("RELEASED");
        assertThat(healed.notifications()).isEmpty();
        assertThat(failureRecords()).hasSize(2);
    }

    private List<String> failureRecords() {
        return StoredObjects.in(night.store()).names().stream()
                .filter(name -> name.startsWith(Keys.failures(RUN)))
                .toList();
    }

    @Test
    void aRunThatANewerAttemptSupersededIsRefusedNamingIt() throws InterruptedException {
        assertThat(night.play(Machine.TRAINING, List.of()).outcome()).isEqualTo("RELEASED");
        RunId newer = RUN.withAttempt(2);

        CommandRun refusal = night.redriveCommand(RUN);

        assertThat(refusal.exitCode()).isEqualTo(Exits.SYSTEM);
        assertThat(refusal.err())
                .contains(RUN + " was superseded by " + newer, "./nightjar run " + newer);
    }
}
