package dev.nightjar.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

final class TransformFitterTest {
    private static final double GAP = Double.NaN;

    @Test
    void medianIsTheMiddleOfThePresentValues() {
        assertThat(standIn(Missing.Kind.MEDIAN, null, 9, GAP, 1, 4)).isEqualTo(4);
        assertThat(standIn(Missing.Kind.MEDIAN, null, 9, GAP, 1, 4, 5)).isEqualTo(4.5);
    }

    @Test
    void meanAndModeAndGivenValueStandIn() {
        assertThat(standIn(Missing.Kind.MEAN, null, 9, GAP, 1, 5)).isEqualTo(5);
        assertThat(standIn(Missing.Kind.MODE, null, 9, 9, 1, 1, 7, GAP)).isEqualTo(1);
        assertThat(standIn(Missing.Kind.VALUE, "-3.5", 9, GAP)).isEqualTo(-3.5);
        assertThat(standIn(Missing.Kind.VALUE, "true", 0, GAP)).isEqualTo(1);
    }

    @Test
    void keepTakesTheMedianForLinearModelsAndStaysMissingForTrees() {
        assertThat(standIn(Missing.Kind.KEEP, null, 9, GAP, 1, 4)).isEqualTo(4);
        Column column = number(Missing.Kind.KEEP, null);
        NumberTransform fitted = fit(column, Preparation.PLAIN, 9, GAP, 1, 4);
        assertThat(fitted.standIn()).isNaN();
        assertThat(fitted.shift()).isZero();
        assertThat(fitted.factor()).isOne();
    }

    @Test
    void numbersAreStandardisedWithThePopulationDeviationAfterFilling() {
        Column column = number(Missing.Kind.VALUE, "6");
        NumberTransform fitted = fit(column, Preparation.STANDARDISED, 2, 4, GAP, 8);
        assertThat(fitted.shift()).isEqualTo(5, within(1e-12));
        assertThat(1 / fitted.factor()).isEqualTo(Math.sqrt(5), within(1e-12));
    }

    @Test
    void aConstantColumnKeepsItsScale() {
        Column column = number(Missing.Kind.MEAN, null);
        NumberTransform fitted = fit(column, Preparation.STANDARDISED, 0.1, 0.1, 0.1, GAP);
        assertThat(fitted.factor()).isOne();
        assertThat(fitted.apply(GAP)).isZero();
    }

    @Test
    void modeOfACategoryIsTheFirstInCodePointOrderOfTheMostFrequent() {
        CategoryTransform fitted =
                fit(Missing.Kind.MODE, null, Preparation.PLAIN, "b", "", "\uFF5E", "a", "b", "a");
        assertThat(fitted.levels().texts()).containsExactly("a", "b", "\uFF5E");
        assertThat(fitted.standIn()).isZero();
    }

    @Test
    void levelsBeyondTheBasicPlaneComeLast() {
        CategoryTransform fitted =
                fit(Missing.Kind.MODE, null, Preparation.PLAIN, "\uD83D\uDE00", "\uFF5E", "z");
        assertThat(fitted.levels().texts()).containsExactly("z", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void aGivenLevelCountsWhereItStandsIn() {
        CategoryTransform fitted =
                fit(Missing.Kind.VALUE, "none", Preparation.STANDARDISED, "b", "", "a");
        assertThat(fitted.levels().texts()).containsExactly("a", "b", "none");
        assertThat(fitted.standIn()).isEqualTo(2);
    }

    @Test
    void aKeptCategoryIsAbsentForTreesAndTheModeForLinearModels() {
        assertThat(fit(Missing.Kind.KEEP, null, Preparation.PLAIN, "b", "", "a").standIn())
                .isEqualTo(Levels.MISSING);
        assertThat(fit(Missing.Kind.KEEP, null, Preparation.STANDARDISED, "b", "", "b").standIn())
                .isZero();
    }

    @Test
    void blocksMayComeWithDifferentLevels() {
        TransformFitter fitter =
                new TransformFitter(List.of(category(null, null)), Preparation.PLAIN);
        fitter.add(new Blocks().categories("c", Levels.growing(), "x", "y").block());
        fitter.add(new Blocks().categories("c", Levels.growing(), "z", "x").block());
        assertThat(fitter.fit().featureNames()).containsExactly("c=x", "c=y", "c=z");
    }

    @Test
    void theOrderOfBlocksDoesNotChangeTheFeatures() {
        Column column = number(Missing.Kind.MEDIAN, null);
        TransformFitter fitter = new TransformFitter(List.of(column), Preparation.STANDARDISED);
        fitter.add(new Blocks().numbers("n", 5, 1).block());
        fitter.add(new Blocks().numbers("n", GAP, 3).block());
        NumberTransform fitted = (NumberTransform) fitter.fit().columns().getFirst();
        assertThat(fitted.standIn()).isEqualTo(3);
        assertThat(fitted.shift()).isEqualTo(3, within(1e-12));
    }

    @Test
    void datesAndTextsAreNoFeatures() {
        Column text =
                new Column(
                        "t", Role.FEATURE, ColumnType.TEXT, null, null, null, List.of(), List.of());
        TransformFitter fitter =
                new TransformFitter(
                        List.of(text, number(Missing.Kind.MEAN, null)), Preparation.PLAIN);
        fitter.add(new Blocks().numbers("n", 1, 2).block());
        assertThat(fitter.fit().featureNames()).containsExactly("n");
    }

    @Test
    void nothingToLearnFromIsToldSo() {
        Column column = number(Missing.Kind.MEAN, null);
        TransformFitter none = new TransformFitter(List.of(column), Preparation.PLAIN);
        assertThatThrownBy(none::fit)
                .isInstanceOf(ModelUnfit.class)
                .hasMessage("There are no rows to learn from.");
        none.add(new Blocks().numbers("n", GAP, GAP).block());
        assertThatThrownBy(none::fit)
                .isInstanceOf(ModelUnfit.class)
                .hasMessageContaining("no feature column has any value in the 2 training rows");
    }

    @Test
    void aStandInThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> standIn(Missing.Kind.VALUE, "many", 1))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("Column 'n' has 'missing: many', which is no number.");
    }

    @Test
    void featuresAreGivenInOrderAndAbsentOnesNotAtAll() {
        StringBuilder seen = new StringBuilder();
        FeatureReader reader = Models.plain().reader();
        RowBlock block =
                new Blocks()
                        .numbers("age", 7, GAP)
                        .categories("colour", Levels.growing(), "red", "pink")
                        .block();
        reader.bind(block);
        for (int row = 0; row < 2; row++) {
            reader.features(row, (index, value) -> seen.append(index + ":" + value + " "));
            seen.append("| ");
        }
        assertThat(seen).hasToString("0:7.0 3:1.0 | | ");
    }

    private static double standIn(Missing.Kind kind, @Nullable String value, double... values) {
        return fit(number(kind, value), Preparation.STANDARDISED, values).standIn();
    }

    private static NumberTransform fit(Column column, Preparation preparation, double... values) {
        TransformFitter fitter = new TransformFitter(List.of(column), preparation);
        fitter.add(new Blocks().numbers("n", values).block());
        return (NumberTransform) fitter.fit().columns().getFirst();
    }

    private static CategoryTransform fit(
            Missing.Kind kind, @Nullable String value, Preparation preparation, String... cells) {
        TransformFitter fitter = new TransformFitter(List.of(category(kind, value)), preparation);
        fitter.add(new Blocks().categories("c", Levels.growing(), cells).block());
        return (CategoryTransform) fitter.fit().columns().getFirst();
    }

    private static Column number(Missing.Kind kind, @Nullable String value) {
        return column("n", ColumnType.DECIMAL, new Missing(kind, value));
    }

    private static Column category(Missing.@Nullable Kind kind, @Nullable String value) {
        return column("c", ColumnType.CATEGORY, kind == null ? null : new Missing(kind, value));
    }

    private static Column column(String name, ColumnType type, @Nullable Missing missing) {
        return new Column(name, Role.FEATURE, type, null, null, missing, List.of(), List.of());
    }
}
