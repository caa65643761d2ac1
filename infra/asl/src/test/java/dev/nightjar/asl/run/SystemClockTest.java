package dev.nightjar.asl.run;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SystemClockTest {
    @Test
    void whatComesAfterTheEndIsDropped() {
        SystemClock clock = new SystemClock();
        clock.close();

        assertThatCode(
                        () -> {
                            clock.execute(() -> {});
                            clock.schedule(Duration.ZERO, () -> {});
                            clock.work("late", () -> {});
                        })
                .doesNotThrowAnyException();
    }
}
