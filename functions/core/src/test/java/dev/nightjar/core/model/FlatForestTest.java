package dev.nightjar.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Task;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class FlatForestTest {
    private static final float[] NASTY = {
        0.0f,
        -0.0f,
        1,
        -1,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        3.5f
    };

    @Test
    void randomTreesAnswerAsAWalkByHandDoes() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int features = 1 + random.nextInt(4);
            BoostedTrees trees = trees(random, features);
            double[][] columns = new double[features][100];
            Blocks blocks = new Blocks();
            List<ColumnTransform> transforms = new ArrayList<>();
            for (int feature = 0; feature < features; feature++) {
                for (int row = 0; row < 100; row++) {
                    columns[feature][row] = value(random);
                }
                blocks.numbers("n" + feature, columns[feature]);
                transforms.add(
                        new NumberTransform("n" + feature, ColumnType.DECIMAL, Double.NaN, 0, 1));
            }
            CompiledModel model =
                    new CompiledModel(Task.REGRESSION, List.of(), new Transform(transforms), trees);
            Predictions answers = new Predictions(100, 1);
            model.scorer().score(blocks.block(), answers);
            for (int row = 0; row < 100; row++) {
                assertThat(answers.scores()[0][row]).isEqualTo(byHand(trees, columns, row));
            }
        }
    }

    @Test
    void keysOrderAsFloatsDo() {
        for (float one : NASTY) {
            for (float other : NASTY) {
                assertThat(FlatForest.key(one) < FlatForest.key(other)).isEqualTo(one < other);
            }
        }
        assertThat(FlatForest.key(Float.NEGATIVE_INFINITY)).isGreaterThan(FlatForest.BELOW_ALL);
        assertThat(FlatForest.key(Float.POSITIVE_INFINITY)).isLessThan(FlatForest.ABOVE_ALL);
    }

    @Test
    void nodesThatLeadBackwardsOrOutOfTheirTreeAreRefused() {
        assertThatThrownBy(() -> one().split(0, 1, 0, 1, true).leaf(1).build())
                .hasMessageContaining("children do not come after it");
        assertThatThrownBy(() -> one().split(0, 1, 1, 2, true).leaf(1).build())
                .hasMessageContaining("children do not come after it");
        assertThatThrownBy(() -> one().split(0, 1, 1, 1, true).leaf(1).build())
                .hasMessageContaining("two parents");
        assertThatThrownBy(() -> one().split(5, 1, 1, 2, true).leaf(1).leaf(1).build())
                .hasMessageContaining("unknown feature 5");
        assertThatThrownBy(() -> one().leaf(Float.NaN).build()).hasMessageContaining("finite");
        assertThatThrownBy(() -> one().build()).hasMessageContaining("no node");
    }

    private static BoostedTrees.Builder one() {
        return BoostedTrees.builder(1, new float[1]).tree(0);
    }

    private static BoostedTrees trees(Random random, int features) {
        BoostedTrees.Builder builder = BoostedTrees.builder(features, new float[] {0.5f});
        for (int tree = random.nextInt(5); tree >= 0; tree--) {
            builder.tree(0);
            int nodes = 1 + 2 * random.nextInt(20);
            int used = 1;
            for (int node = 0; node < nodes; node++) {
                boolean split = used + 2 <= nodes && (used == node + 1 || random.nextBoolean());
                if (split) {
                    builder.split(
                            random.nextInt(features),
                            (float) threshold(random),
                            used,
                            used + 1,
                            random.nextBoolean());
                    used += 2;
                } else {
                    builder.leaf(random.nextFloat());
                }
                if (used == node + 1) {
                    break;
                }
            }
        }
        return builder.build();
    }

    private static double byHand(BoostedTrees trees, double[][] columns, int row) {
        float sum = trees.base(0);
        for (int tree = 0; tree < trees.trees(); tree++) {
            int node = trees.starts[tree];
            while (trees.feature[node] != BoostedTrees.LEAF) {
                double value = columns[trees.feature[node]][row];
                boolean left =
                        Double.isNaN(value)
                                ? trees.absentLeft[node]
                                : (float) value < trees.value[node];
                node = left ? trees.left[node] : trees.right[node];
            }
            sum += trees.value[node];
        }
        return sum;
    }

    private static double threshold(Random random) {
        return random.nextBoolean() ? NASTY[random.nextInt(NASTY.length)] : random.nextGaussian();
    }

    private static double value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextBoolean() ? 1e300 : -1e300;
            default -> threshold(random);
        };
    }
}
