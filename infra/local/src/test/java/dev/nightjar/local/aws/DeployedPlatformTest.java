package dev.nightjar.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.aws.account.Account;
import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.RedrivableRun;
import dev.nightjar.local.night.Redrive;
import dev.nightjar.local.night.RedrivenNights;
import dev.nightjar.local.night.Redrives;
import dev.nightjar.local.night.RunAnswer;
import dev.nightjar.local.night.RunAnswers;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.StateVisit;
import dev.nightjar.local.platform.ExecutionFollower;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A deployment, looked at: executions are those of a Step Functions that follows a script. */
class DeployedPlatformTest {
    private static final int EVENTS_A_LOOK = 3;

    @TempDir private static Path folder;

    private static PlayedNights nights;

    private final List<String> heard = new ArrayList<>();
    private int pauses;
    private ScriptedStates states;
    private DeployedPlatform platform;

    private final NightListener listener =
            new NightListener() {
                @Override
                public void claimed(RunId run) {
                    heard.add("claimed " + run);
                }

                @Override
                public void stepStarted(RunId run, String state) {
                    heard.add("began " + state);
                }

                @Override
                public void stepEnded(RunId run, String state) {
                    heard.add("ended " + state);
                }
            };

    @BeforeAll
    static void play() {
        nights = PlayedNights.in(folder.resolve("here"));
        nights.copyTo(FolderStore.at(folder.resolve("there")));
    }

    @BeforeEach
    void open() throws IOException {
        states = new ScriptedStates();
        nights.tellTo(states, EVENTS_A_LOOK);
        Account account = Account.of(states.environment());
        platform =
                new DeployedPlatform(
                        FolderStore.at(folder.resolve("there")),
                        account.executions(),
                        key -> Optional.empty(),
                        new DeployedPlatform.Time(() -> CommandRun.NOW, () -> 0, () -> pauses++),
                        account::close);
    }

    @AfterEach
    void close() {
        platform.close();
        states.close();
    }

    private Claim claim(PlayedNights.Night night) {
        return new Runs(platform).claim(night.run()).orElseThrow();
    }

    private Redrive asked(PlayedNights.Night night) {
        return new Redrives(platform).of(claim(night));
    }

    private ScoreAnswer redriven() throws InterruptedException {
        RedrivableRun run = ((Redrive.Possible) asked(PlayedNights.Night.REDRIVEN)).run();
        return new RedrivenNights(platform).score(run, listener);
    }

    @Test
    void aRunIsShownWithItsStatesAndShards() {
        RunAnswer answer = new RunAnswers(platform).of(claim(PlayedNights.Night.UNFIT));

        assertThat(answer.outcome()).isEqualTo("FAILED");
        assertThat(answer.states())
                .extracting(StateVisit::name)
                .contains("PlanBatch", "ScoreShards", "TallyBatch", "RecordFailure");
        assertThat(answer.states())
                .filteredOn(visit -> visit.name().equals("TallyBatch"))
                .extracting(StateVisit::error)
                .containsExactly("DataUnfit");
        assertThat(answer.shards()).extracting(RunAnswer.Shard::state).containsOnly("scored");
        assertThat(answer.shards()).extracting(RunAnswer.Shard::attempts).containsOnly(1);
    }

    @Test
    void aRunThatIsDoneNeedsNoLookAtItsExecution() {
        assertThat(
                        new Runs(platform)
                                .line(
                                        PlayedNights.Night.TRAINED.run(),
                                        claim(PlayedNights.Night.TRAINED))
                                .outcome())
                .isEqualTo("RELEASED");

        assertThat(states.calls()).isEmpty();
    }

    @Test
    void whatWasNotCaughtCanGoOn() {
        assertThat(asked(PlayedNights.Night.REDRIVEN))
                .isInstanceOfSatisfying(
                        Redrive.Possible.class,
                        possible -> {
                            assertThat(possible.run().state()).isEqualTo("CommitBatch");
                            assertThat(possible.run().interrupted()).isFalse();
                        });
    }

    @Test
    void whatWasCaughtNeedsANewExecution() {
        assertThat(asked(PlayedNights.Night.UNFIT))
                .isInstanceOfSatisfying(
                        Redrive.Caught.class,
                        caught -> assertThat(caught.continuation()).isEqualTo(Continuation.AGAIN));
    }

    @Test
    void aRedriveEndsWithTheAnswerOfTheNight() throws InterruptedException {
        ScoreAnswer answer = redriven();

        assertThat(answer.outcome()).isEqualTo("COMMITTED");
        assertThat(answer.exitCode()).isZero();
        assertThat(states.calls()).containsOnlyOnce("RedriveExecution");
    }

    @Test
    void aRedriveIsFollowedStepByStep() throws InterruptedException {
        redriven();

        assertThat(heard)
                .startsWith("claimed loans-20261102T0100Z-s01", "began CommitBatch")
                .containsSubsequence("ended CommitBatch", "began PublishReport", "ended Done")
                .doesNotContain("began PlanBatch");
        assertThat(pauses).isGreaterThan(1);
    }

    @Test
    void whatTheServiceRefusesIsRefusedWithItsReason() {
        String execution = claim(PlayedNights.Night.UNFIT).execution();

        assertThatThrownBy(() -> platform.goOn(execution, new ExecutionFollower() {}))
                .isInstanceOf(RefusedException.class)
                .hasMessage("ExecutionNotRedrivable: ExecutionNotRedrivable was said");
    }

    @Test
    void aMissingRightIsNamedAndNotTakenForAnEnd() {
        states.refuse("AccessDeniedException");
        Claim claim = claim(PlayedNights.Night.UNFIT);

        assertThatThrownBy(() -> new Runs(platform).line(claim.run(), claim))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("states:DescribeExecution of " + claim.execution())
                .hasMessageContaining("AccessDeniedException was said");
    }

    @Test
    void anExecutionThatWasForgottenCannotGoOn() {
        Claim known = claim(PlayedNights.Night.REDRIVEN);
        Claim forgotten =
                new Claim(
                        known.run(),
                        known.execution() + "-gone",
                        known.startedBy(),
                        known.schedulerExecution(),
                        known.at());

        assertThat(new Redrives(platform).of(forgotten)).isInstanceOf(Redrive.Gone.class);
    }
}
