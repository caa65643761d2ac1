package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Holds the calls that fit until a test lets them go. */
final class S3Hold implements S3Rule {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Predicate<S3Call> fits;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    S3Hold(Predicate<S3Call> fits) {
        this.fits = requireNonNull(fits, "fits is null");
    }

    @Override
    public @Nullable S3Refusal look(S3Call call) throws InterruptedException {
        if (!fits.test(call)) {
            return null;
        }
        arrived.countDown();
        return open.await(LONGEST.toSeconds(), TimeUnit.SECONDS) ? null : S3Refusal.INTERNAL_ERROR;
    }

    /** Waits until a call is held. */
    void awaitCall() {
        try {
            assertThat(arrived.await(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as("a call came that is to be held")
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Lets go what is held, and holds nothing from now on. */
    void open() {
        open.countDown();
    }
}
