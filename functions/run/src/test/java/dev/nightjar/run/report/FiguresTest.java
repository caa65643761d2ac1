package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;

final class FiguresTest {
    @Test
    void numbersAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
            assertThat(Figures.metric("auc", 0.81134)).isEqualTo("0.8113");
            assertThat(Figures.bytes(1_412_331)).isEqualTo("1.4 MB");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void durationsReadLikeSpeech() {
        assertThat(Figures.duration(0.4213)).isEqualTo("0.421 s");
        assertThat(Figures.duration(4.21)).isEqualTo("4.21 s");
        assertThat(Figures.duration(725)).isEqualTo("12 min 5 s");
        assertThat(Figures.duration(-6_304)).isEqualTo("−1 h 45 min");
        assertThat(Figures.duration(59.99)).isEqualTo("60.0 s");
    }

    @Test
    void sharesNeverRoundToNothing() {
        assertThat(Figures.share(1, 1_000_000)).isEqualTo("< 0.01 %");
        assertThat(Figures.share(1_187, 60_000)).isEqualTo("2.0 %");
        assertThat(Figures.share(0, 0)).isEqualTo("0 %");
    }

    @Test
    void sharesNeverRoundToAll() {
        assertThat(Figures.share(999_999, 1_000_000)).isEqualTo("> 99.9 %");
        assertThat(Figures.share(1_000, 1_000)).isEqualTo("100 %");
    }

    @Test
    void asManyDigitsAsTellValuesApart() {
        assertThat(Figures.digitsThatTell("auc", 0.81, 0.75)).isZero();
        assertThat(Figures.digitsThatTell("auc", 0.7499999, 0.75)).isEqualTo(3);
        assertThat(Figures.digitsThatTell("auc", 0.5, null)).isZero();
    }

    @Test
    void aLongTextLosesItsMiddle() {
        assertThat(Figures.shortened("abcdefghij", 5)).isEqualTo("ab…ij");
        assertThat(Figures.shortened("abc", 5)).isEqualTo("abc");
    }

    @Test
    void whatIsNoNumberIsSaid() {
        assertThat(Figures.metric("auc", Double.NaN)).isEqualTo("not a number");
        assertThat(Figures.plain(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
        assertThat(Figures.plain(3.1e-13)).isEqualTo("3.10e−13");
        assertThat(Figures.plain(0.3)).isEqualTo("0.3");
    }
}
