package dev.nightjar.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ScorerTest {
    private static final double[] AGES = {44, Double.NaN, 20, 70};
    private static final String[] COLOURS = {"red", "", "blue", "pink"};

    @Test
    void linearScoresAreLogisticOfTheWeightedSum() {
        double[] scores = score(Models.binaryLinear(), Models.COLOURS).scores()[0];
        assertThat(scores[0]).isEqualTo(logistic(-1 + 0.25 * 2 + 3), within(1e-12));
        assertThat(scores[1]).isEqualTo(logistic(-1 + 0.25 * -5 + 2), within(1e-12));
        assertThat(scores[2]).isEqualTo(logistic(-1 + 0.25 * -10 + 1), within(1e-12));
        assertThat(scores[3]).isEqualTo(logistic(-1 + 0.25 * 15), within(1e-12));
    }

    @Test
    void treesAddTheLeavesThatARowReaches() {
        double[] scores = score(Models.regressionTrees(), Models.COLOURS).scores()[0];
        assertThat(scores).containsExactly(106, 92, 92, 122);
    }

    @Test
    void probabilitiesOfClassesSumToOneAndTheLargestIsTheLabel() {
        Predictions answers = score(Models.multiclassLinear(), Models.COLOURS);
        for (int row = 0; row < 4; row++) {
            double sum = 0;
            for (double[] output : answers.scores()) {
                sum += output[row];
            }
            assertThat(sum).isEqualTo(1, within(1e-12));
        }
        assertThat(answers.label(0)).isEqualTo(2);
        assertThat(answers.label(2)).isZero();
    }

    @Test
    void otherLevelsGiveTheSameScoresAndMayGrow() {
        Levels growing = Levels.growing();
        for (CompiledModel model : List.of(Models.binaryLinear(), Models.regressionTrees())) {
            Scorer scorer = model.scorer();
            Predictions answers = new Predictions(4, 1);
            scorer.score(block(growing), answers);
            assertThat(answers.scores()[0]).isEqualTo(score(model, Models.COLOURS).scores()[0]);
            RowBlock grown =
                    new Blocks()
                            .numbers("age", AGES)
                            .categories("colour", growing, "violet", "green", "grey", "red")
                            .block();
            scorer.score(grown, answers);
            assertThat(answers.scores()[0])
                    .isEqualTo(
                            score(model, Levels.growing(), "violet", "green", "grey", "red")
                                    .scores()[0]);
        }
    }

    @Test
    void oneScorerMayTakeBlocksOfDifferentLevelsInTurn() {
        Scorer scorer = Models.binaryLinear().scorer();
        double[] expected = score(Models.binaryLinear(), Models.COLOURS).scores()[0];
        Predictions answers = new Predictions(4, 1);
        for (int round = 0; round < 3; round++) {
            scorer.score(block(Levels.growing()), answers);
            assertThat(answers.scores()[0]).isEqualTo(expected);
            scorer.score(block(Models.COLOURS), answers);
            assertThat(answers.scores()[0]).isEqualTo(expected);
        }
    }

    @Test
    void columnsAreFoundByNameAndOthersIgnored() {
        RowBlock turned =
                new Blocks()
                        .numbers("shoe", 1, 2, 3, 4)
                        .categories("colour", Models.COLOURS, COLOURS)
                        .numbers("age", AGES)
                        .block();
        Predictions answers = new Predictions(4, 1);
        Models.binaryLinear().scorer().score(turned, answers);
        assertThat(answers.scores()[0])
                .isEqualTo(score(Models.binaryLinear(), Models.COLOURS).scores()[0]);
    }

    @Test
    void anAbsentColumnIsNamed() {
        RowBlock block = new Blocks().numbers("age", AGES).block();
        Scorer scorer = Models.binaryLinear().scorer();
        assertThatThrownBy(() -> scorer.score(block, new Predictions(4, 1)))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "The model needs the column 'colour', which the rows do not have."
                                + " Their columns are: [age]");
    }

    @Test
    void aColumnOfAnotherKindIsNamed() {
        RowBlock block = new Blocks().numbers("age", AGES).numbers("colour", AGES).block();
        Scorer scorer = Models.binaryLinear().scorer();
        assertThatThrownBy(() -> scorer.score(block, new Predictions(4, 1)))
                .isInstanceOf(DataUnfit.class)
                .hasMessageContaining("'colour' as category");
    }

    @Test
    void tooLittleRoomIsRefused() {
        Scorer scorer = Models.binaryLinear().scorer();
        RowBlock block = block(Models.COLOURS);
        assertThatThrownBy(() -> scorer.score(block, new Predictions(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("room for 3 rows");
    }

    @Test
    void anEmptyBlockHasNoAnswers() {
        RowBlock block = block(Models.COLOURS);
        block.rows(0);
        Predictions answers = new Predictions(4, 1);
        Models.regressionTrees().scorer().score(block, answers);
        assertThat(answers.rows()).isZero();
    }

    private static Predictions score(CompiledModel model, Levels levels) {
        return score(model, levels, COLOURS);
    }

    private static Predictions score(CompiledModel model, Levels levels, String... colours) {
        RowBlock block =
                new Blocks().numbers("age", AGES).categories("colour", levels, colours).block();
        Predictions answers = new Predictions(4, model.outputs());
        model.scorer().score(block, answers);
        return answers;
    }

    private static RowBlock block(Levels levels) {
        return new Blocks().numbers("age", AGES).categories("colour", levels, COLOURS).block();
    }

    private static double logistic(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
