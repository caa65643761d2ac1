package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.local.platform.LocalPlatform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs that go on in other processes than they began in. */
class RedrivesTest {
    private static final String FAILS =
            "{\"state\": \"PrepareData\", \"fault\": \"fail-before\", \"error\": \"Made.Up\"}";
    private static final String UNFIT =
            FAILS.replace("Made.Up", "dev.nightjar.core.error.DataUnfit");
    private static final String NONE = "";
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir private Path folder;

    private static Redrive asked(NightStore night, Duration later) throws InterruptedException {
        return night.process(
                later, NONE, platform -> NightStore.ask(platform, NightStore.TRAINING));
    }

    private static List<EventType> history(NightStore night) throws InterruptedException {
        return night.process(
                AT_ONCE,
                NONE,
                platform ->
                        platform.executions().history(execution(platform)).stream()
                                .map(HistoryEvent::type)
                                .toList());
    }

    private static String execution(LocalPlatform platform) {
        return new Runs(platform).claim(NightStore.TRAINING).orElseThrow().execution();
    }

    @Test
    void eachRedriveThatFailsHasARecordOfItsOwnAndIsToldOnce() throws Exception {
        NightStore night = NightStore.in(folder);

        assertThat(night.train(FAILS).outcome()).isEqualTo("FAILED");
        assertThat(night.redrive(AT_ONCE, FAILS).outcome()).isEqualTo("FAILED");
        assertThat(night.redrive(AT_ONCE, NONE).outcome()).isEqualTo("RELEASED");

        assertThat(night.failures()).containsExactly("PrepareData-1.json", "PrepareData-2.json");
        assertThat(night.notices()).hasSize(2);
    }

    @Test
    void aKilledRunGoesOnInTheSameAttempt() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        night.killedBefore(1);

        assertThat(asked(night, AT_ONCE))
                .isInstanceOfSatisfying(
                        Redrive.Possible.class,
                        possible -> {
                            assertThat(possible.run().interrupted()).isTrue();
                            assertThat(possible.run().state()).isEqualTo("PrepareData");
                        });
        TrainAnswer answer = night.redrive(AT_ONCE, NONE);

        assertThat(answer.outcome()).isEqualTo("RELEASED");
        assertThat(answer.attempt()).isEqualTo(1);
        assertThat(history(night)).doesNotContain(EventType.EXECUTION_REDRIVEN);
    }

    @Test
    void aKilledRunWhoseTimeIsUpHasAllOfItAgain() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        night.killedBefore(1);

        TrainAnswer answer = night.redrive(Duration.ofHours(9), NONE);

        assertThat(answer.outcome()).isEqualTo("RELEASED");
        assertThat(history(night))
                .containsSubsequence(EventType.EXECUTION_ABORTED, EventType.EXECUTION_REDRIVEN)
                .doesNotContain(EventType.EXECUTION_TIMED_OUT);
    }

    @Test
    void aFailureWhoseProcessDiedBeforeItsRecordIsRecordedByTheNext() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        night.forgetFailures();

        night.redrive(AT_ONCE, NONE);

        assertThat(night.failures()).containsExactly("PrepareData-1.json");
        assertThat(night.notices()).hasSize(1);
    }

    @Test
    void aCaughtFailureIsToldOnceHoweverManyProcessesItTook() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(UNFIT);
        night.killedBefore(1);

        assertThat(night.redrive(AT_ONCE, NONE).outcome()).isEqualTo("FAILED");

        assertThat(night.failures()).containsExactly("PrepareData-1.json");
        assertThat(night.notices()).hasSize(1);
        assertThat(asked(night, AT_ONCE))
                .isInstanceOfSatisfying(
                        Redrive.Caught.class,
                        caught -> assertThat(caught.continuation()).isEqualTo(Continuation.AGAIN));
    }

    @Test
    void afterAFortnightOnlyANewAttemptIsLeft() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);

        assertThat(asked(night, Duration.ofDays(15)))
                .isInstanceOfSatisfying(
                        Redrive.Gone.class,
                        gone -> assertThat(gone.why()).contains("redrivable period exceeded"));
    }

    @Test
    void aRunAtWorkIsLeftAlone() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        night.killedBefore(1);

        Redrive answer =
                night.process(
                        AT_ONCE,
                        NONE,
                        platform -> {
                            try (ExecutionJournal held =
                                    platform.executions().journals().open(execution(platform))) {
                                assertThat(held.start().input().has("slot")).isTrue();
                                return NightStore.ask(platform, NightStore.TRAINING);
                            }
                        });

        assertThat(answer)
                .isEqualTo(
                        new Redrive.LookAt(
                                NightStore.TRAINING + " is at work", NightStore.TRAINING));
    }
}
