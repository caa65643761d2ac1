package dev.nightjar.core.model;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.rows.Levels;

import java.util.List;

/** Small models whose answers can be worked out by hand. */
final class Models {
    static final Levels COLOURS = Levels.fixed(List.of("blue", "green", "red"));

    private Models() {}

    /** Age, shifted by 40 and halved, then colour with green standing in. */
    static Transform standardised() {
        return new Transform(
                List.of(
                        new NumberTransform("age", ColumnType.INTEGER, 30, 40, 0.5),
                        new CategoryTransform("colour", COLOURS, 1)));
    }

    /** Age as it is, missing where missing, then colour without a stand-in. */
    static Transform plain() {
        return new Transform(
                List.of(
                        new NumberTransform("age", ColumnType.INTEGER, Double.NaN, 0, 1),
                        new CategoryTransform("colour", COLOURS, Levels.MISSING)));
    }

    static CompiledModel binaryLinear() {
        return new CompiledModel(
                Task.BINARY,
                List.of("no", "yes"),
                standardised(),
                new LinearWeights(new double[][] {{0.25, 1, 2, 3}}, new double[] {-1}));
    }

    static CompiledModel multiclassLinear() {
        return new CompiledModel(
                Task.MULTICLASS,
                List.of("a", "b", "c"),
                standardised(),
                new LinearWeights(
                        new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}, {0.5, 0, 0, 1}},
                        new double[] {0, 0.1, 0.2}));
    }

    /** One tree on age (missing left), one on red (absent right). */
    static CompiledModel regressionTrees() {
        BoostedTrees trees =
                BoostedTrees.builder(4, new float[] {100})
                        .tree(0)
                        .split(0, 30, 1, 2, true)
                        .leaf(-10)
                        .split(0, 60, 3, 4, false)
                        .leaf(5)
                        .leaf(20)
                        .tree(0)
                        .split(3, 2, 1, 2, false)
                        .leaf(1)
                        .leaf(2)
                        .build();
        return new CompiledModel(Task.REGRESSION, List.of(), plain(), trees);
    }
}
