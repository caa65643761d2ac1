package dev.nightjar.tables.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

final class TableProfileTest {
    @Test
    void numbersAreSummedUpExactlyAndQuantilesNearly() {
        double[] values = new Random(1).doubles(50_000, -100, 900).toArray();
        TableProfile profile = new TableProfile();
        for (int from = 0; from < values.length; from += 1000) {
            profile.add(numbers(Arrays.copyOfRange(values, from, from + 1000)));
        }
        ColumnProfile.Numbers found = numbers(profile);

        assertThat(found.count()).isEqualTo(50_000);
        assertThat(found.mean())
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
        assertThat(found.deviation()).isCloseTo(deviation(values), within(1e-9));
        Arrays.sort(values);
        assertThat(found.least()).isEqualTo(values[0]);
        assertThat(found.most()).isEqualTo(values[values.length - 1]);
        for (int step = 0; step <= 20; step++) {
            double exact = values[(values.length - 1) * step / 20];
            assertThat(found.quantiles().get(step))
                    .isCloseTo(exact, within(Math.abs(exact) / 31 + 1e-9));
        }
    }

    @Test
    void mergedProfilesEqualOneOfAllRows() {
        TableProfile left = new TableProfile();
        left.add(numbers(1, 2, Double.NaN, -4));
        TableProfile right = new TableProfile();
        right.add(numbers(Double.NaN, 10));
        left.merge(right);
        TableProfile all = new TableProfile();
        all.add(numbers(1, 2, Double.NaN, -4, Double.NaN, 10));

        assertThat(numbers(left).quantiles()).isEqualTo(numbers(all).quantiles());
        assertThat(numbers(left).mean()).isCloseTo(numbers(all).mean(), within(1e-12));
        assertThat(left.columns().getFirst().missing()).isEqualTo(2);
        assertThat(left.rows()).isEqualTo(6);
    }

    @Test
    void theMeanOfALabelIsItsShareOfTrue() {
        TableProfile profile = new TableProfile();
        profile.add(numbers(1, 0, 0, 1, 0));

        assertThat(numbers(profile).mean()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void levelsAreCountedExactlyWhileTheyAreFew() {
        TableProfile profile = new TableProfile();
        profile.add(levels(List.of("a", "b", "a", "-", "*", "a")));
        ColumnProfile column = profile.columns().getFirst();

        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.categories())
                .isEqualTo(
                        new ColumnProfile.Categories(
                                List.of(
                                        new ColumnProfile.LevelCount("a", 3),
                                        new ColumnProfile.LevelCount("b", 1)),
                                true,
                                1));
    }

    @Test
    void aFrequentLevelSurvivesAFloodOfRareOnes() {
        TableProfile profile = new TableProfile();
        for (int block = 0; block < 100; block++) {
            String[] texts = new String[100];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = i < 20 ? "often" : "rare " + block + " " + i;
            }
            profile.add(levels(List.of(texts)));
        }
        ColumnProfile.Categories found = requireNonNull(profile.columns().getFirst().categories());

        assertThat(found.exact()).isFalse();
        assertThat(found.levels()).hasSizeLessThanOrEqualTo(LevelSketch.MOST);
        assertThat(found.levels().getFirst().level()).isEqualTo("often");
        assertThat(found.levels().getFirst().rows())
                .isBetween(2000L - 10_000 / LevelSketch.MOST, 2000L);
    }

    @Test
    void aColumnWithoutANumberIsNoNumber() {
        TableProfile profile = new TableProfile();
        profile.add(numbers(Double.NaN));

        assertThat(numbers(profile).count()).isZero();
        assertThat(numbers(profile).mean()).isNaN();
    }

    private static ColumnProfile.Numbers numbers(TableProfile profile) {
        return requireNonNull(profile.columns().getFirst().numbers());
    }

    private static RowBlock numbers(double... values) {
        RowBlock block =
                new RowBlock(List.of("x"), List.of(new NumberColumn(values)), values.length);
        block.rows(values.length);
        return block;
    }

    private static RowBlock levels(List<String> texts) {
        Levels levels = Levels.growing();
        int[] codes =
                texts.stream()
                        .mapToInt(
                                text ->
                                        switch (text) {
                                            case "-" -> Levels.MISSING;
                                            case "*" -> Levels.UNSEEN;
                                            default -> levels.code(text);
                                        })
                        .toArray();
        RowBlock block =
                new RowBlock(
                        List.of("x"), List.of(new CategoryColumn(codes, levels)), codes.length);
        block.rows(codes.length);
        return block;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElseThrow());
    }
}
