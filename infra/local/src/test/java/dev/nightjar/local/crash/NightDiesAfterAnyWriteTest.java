package dev.nightjar.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.store.DyingStore;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A night whose store dies after its n-th write, for every n there is; then everything new on the
 * same folder, as the next command would find it.
 */
class NightDiesAfterAnyWriteTest {
    private static final long SCORING_ROWS = 300;

    /** One store for all functions of a night, so that its writes are counted together. */
    private static final class Shared implements UnaryOperator<ObjectStore> {
        private final AtomicReference<DyingStore> store = new AtomicReference<>();
        private final int lastWrite;

        Shared(int lastWrite) {
            this.lastWrite = lastWrite;
        }

        @Override
        public ObjectStore apply(ObjectStore whole) {
            return store.updateAndGet(
                    present ->
                            present != null
                                    ? present
                                    : lastWrite == 0
                                            ? DyingStore.never(whole)
                                            : DyingStore.after(lastWrite, whole));
        }

        DyingStore dying() {
            DyingStore made = store.get();
            assertThat(made).as("the night reached the store").isNotNull();
            return made;
        }
    }

    @Test
    void aTrainingEndsWithTheSameCommandAndTrainsNothingTwice(@TempDir Path folder)
            throws InterruptedException {
        TinyLoans loans = TinyLoans.in(folder.resolve("loans"));
        Shared counting = new Shared(0);
        new SmallNight(loans, folder.resolve("whole")).train(counting);
        int writes = counting.dying().writes();
        assertThat(writes).isGreaterThan(15);
        for (int write = 1; write <= writes; write++) {
            SmallNight night = new SmallNight(loans, folder.resolve("killed-" + write));
            Shared dying = new Shared(write);
            night.train(dying);
            assertThat(dying.dying().isDead()).as("write %s", write).isTrue();
            TrainAnswer answer = night.train(SmallNight.WHOLE);
            String when = "killed after write " + write + " of " + writes;
            assertThat(answer.failure()).as(when).isNull();
            assertThat(answer.outcome()).as(when).isIn("RELEASED", "DUPLICATE");
            new NightAccount(night, when).assertReleasedOnce();
        }
    }

    @Test
    void aScoringEndsWithTheSameCommandAndScoresNothingTwice(@TempDir Path folder)
            throws InterruptedException {
        TinyLoans loans = TinyLoans.in(folder.resolve("loans"));
        SmallNight trained = new SmallNight(loans, folder.resolve("trained"));
        assertThat(trained.train(SmallNight.WHOLE).outcome()).isEqualTo("RELEASED");
        Shared counting = new Shared(0);
        copy(trained, folder.resolve("whole")).score(counting);
        int writes = counting.dying().writes();
        assertThat(writes).isGreaterThan(10);
        for (int write = 1; write <= writes; write++) {
            SmallNight night = copy(trained, folder.resolve("killed-" + write));
            Shared dying = new Shared(write);
            night.score(dying);
            assertThat(dying.dying().isDead()).as("write %s", write).isTrue();
            ScoreAnswer answer = night.score(SmallNight.WHOLE);
            String when = "killed after write " + write + " of " + writes;
            assertThat(answer.failure()).as(when).isNull();
            assertThat(answer.outcome()).as(when).isIn("COMMITTED", "DUPLICATE");
            NightAccount account = new NightAccount(night, when);
            account.assertCommittedOnce(SCORING_ROWS);
            assertThat(account.attempts(Machine.SCORING)).as(when).isLessThanOrEqualTo(2);
        }
    }

    private static SmallNight copy(SmallNight night, Path target) {
        try (Stream<Path> files = Files.walk(night.store())) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Path copied = target.resolve(night.store().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new SmallNight(night.loans(), target);
    }
}
