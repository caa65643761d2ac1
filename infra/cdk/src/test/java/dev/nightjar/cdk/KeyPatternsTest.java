package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class KeyPatternsTest {
    @Test
    void anAsteriskHoldsSlashesToo() {
        assertThat(KeyPatterns.holds("*/runs/*.json", "loans/runs/x/steps/PrepareData.json"))
                .isTrue();
    }

    @Test
    void everythingElseIsMeantAsItStands() {
        assertThat(KeyPatterns.holds("*/serving.json", "loans/serving-json")).isFalse();
    }

    @Test
    void aPatternIsOfTheWholeKey() {
        assertThat(KeyPatterns.holds("*/journal/", "loans/journal/000001.json")).isFalse();
    }

    @Test
    void twoAsterisksAreOne() {
        assertThat(KeyPatterns.of(List.of("*/slots/**"))).containsExactly("*/slots/*");
    }

    @Test
    void whatAnotherHoldsIsLeftOut() {
        assertThat(KeyPatterns.of(List.of("*/models/*/*", "*/models/**", "*/serving.json")))
                .containsExactly("*/models/*", "*/serving.json");
    }
}
