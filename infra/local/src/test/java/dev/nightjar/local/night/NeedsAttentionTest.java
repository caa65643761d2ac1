package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Dismissal;
import dev.nightjar.core.night.Keys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What stays until a person has seen to it. */
class NeedsAttentionTest {
    private static final String FAILS =
            "{\"state\": \"PrepareData\", \"fault\": \"fail-before\", \"error\": \"Made.Up\"}";
    private static final String NONE = "";
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LATER = Duration.ofHours(1);

    @TempDir private Path folder;

    private static List<StatusAnswer.Attention> needs(NightStore night)
            throws InterruptedException {
        return night.process(
                        AT_ONCE,
                        NONE,
                        platform -> new StatusAnswers(platform, null).of(List.of("loans")))
                .pipelines()
                .getFirst()
                .needsAttention();
    }

    private static List<StatusAnswer.Attention> needsOfRuns(NightStore night)
            throws InterruptedException {
        return needs(night).stream().filter(need -> need.run() != null).toList();
    }

    private static Dismissal dismiss(NightStore night, Duration later, String why)
            throws InterruptedException {
        return night.process(
                later,
                NONE,
                platform -> new Dismissals(platform).dismiss(NightStore.TRAINING, "somebody", why));
    }

    @Test
    void aRunThatFailedStaysUntilItIsDismissed() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        assertThat(needsOfRuns(night))
                .extracting(StatusAnswer.Attention::next)
                .containsExactly("./nightjar redrive " + NightStore.TRAINING);

        dismiss(night, LATER, "known");

        assertThat(needsOfRuns(night)).isEmpty();
        assertThat(needs(night))
                .extracting(StatusAnswer.Attention::what)
                .containsExactly("no model serves");
    }

    @Test
    void aRunThatFailedNamesItsPhaseAndWhatThatMatters() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);

        assertThat(needsOfRuns(night))
                .extracting(need -> need.phase() + " " + need.level())
                .containsExactly("train low");
    }

    @Test
    void aRunThatFailedStaysUntilItIsRedriven() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);

        night.redrive(AT_ONCE, NONE);

        assertThat(needs(night)).isEmpty();
    }

    @Test
    void aDismissedRunThatIsRedrivenAndFailsAgainNeedsAPersonAgain() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        dismiss(night, AT_ONCE, "known");

        night.redrive(LATER, FAILS);
        assertThat(needsOfRuns(night)).hasSize(1);
        dismiss(night, LATER.plus(LATER), "known again");

        assertThat(needsOfRuns(night)).isEmpty();
    }

    @Test
    void theFirstDismissalStands() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(FAILS);
        Dismissal first = dismiss(night, AT_ONCE, "known");

        assertThat(dismiss(night, LATER, "other reasons")).isEqualTo(first);
        Path record = night.store().resolve(Keys.dismissal(NightStore.TRAINING, 1));
        assertThat(Files.readString(record)).contains("somebody", "known");
        assertThat(night.store().resolve(Keys.dismissal(NightStore.TRAINING, 2))).doesNotExist();
    }

    @Test
    void aRunThatDidItsDeedButDidNotTellOfItIsFinishedByARedrive() throws Exception {
        NightStore night = NightStore.in(folder);
        night.train(NONE);
        night.killedBefore(3);

        List<StatusAnswer.Attention> needs = needsOfRuns(night);
        assertThat(needs).hasSize(1);
        assertThat(needs.getFirst().what())
                .startsWith("is RELEASED, but its machine stopped at ")
                .endsWith(": a redrive finishes report and event");
        assertThat(needs.getFirst().next()).isEqualTo("./nightjar redrive " + NightStore.TRAINING);

        night.redrive(AT_ONCE, NONE);
        assertThat(needsOfRuns(night)).isEmpty();
    }
}
