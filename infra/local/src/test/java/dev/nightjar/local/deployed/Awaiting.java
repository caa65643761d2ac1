package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is the one awaited: what is deployed tells nobody that it is done. */
final class Awaiting {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Waiter<Boolean> WAITER =
            Waiter.builder(Boolean.class)
                    .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(there -> there))
                    .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(there -> !there))
                    .overrideConfiguration(
                            WaiterOverrideConfiguration.builder()
                                    .backoffStrategyV2(
                                            BackoffStrategy.fixedDelayWithoutJitter(PAUSE))
                                    .waitTimeout(LONGEST)
                                    .maxAttempts(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private Awaiting() {}

    /**
     * The first answer that is as awaited.
     *
     * @throws AssertionError when none comes in time
     */
    static <T> T until(Supplier<T> asked, Predicate<T> awaited) {
        return until(asked, awaited, () -> "");
    }

    /**
     * The same.
     *
     * @param otherwise asked for what is known, when none comes in time
     */
    static <T> T until(Supplier<T> asked, Predicate<T> awaited, Supplier<String> otherwise) {
        AtomicReference<T> last = new AtomicReference<>();
        try {
            WAITER.run(
                    () -> {
                        T answer = asked.get();
                        last.set(answer);
                        return awaited.test(answer);
                    });
        } catch (SdkClientException late) {
            throw new AssertionError(
                    "waited in vain; the last answer: " + last.get() + " " + otherwise.get(), late);
        }
        return requireNonNull(last.get(), "there was no answer");
    }

    /** The value once there is one. */
    static <T> T untilPresent(Supplier<Optional<T>> asked) {
        return until(asked, Optional::isPresent).orElseThrow();
    }
}
