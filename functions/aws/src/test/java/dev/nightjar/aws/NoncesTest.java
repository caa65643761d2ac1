package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class NoncesTest {
    private final AtomicInteger generators = new AtomicInteger();
    private final Nonces nonces =
            new Nonces(
                    () -> {
                        generators.incrementAndGet();
                        return new SecureRandom();
                    });

    @Test
    void aNonceIsTwelveHexadecimalDigits() {
        assertThat(nonces.nonce()).matches("[0-9a-f]{12}");
    }

    @Test
    void noncesDiffer() {
        assertThat(List.of(nonces.nonce(), nonces.nonce())).doesNotHaveDuplicates();
    }

    @Test
    void noGeneratorIsMadeBeforeTheFirstRequest() {
        assertThat(generators).hasValue(0);
    }

    @Test
    void oneGeneratorServesAllRequests() {
        nonces.nonce();
        nonces.nonce();
        assertThat(generators).hasValue(1);
    }
}
