package dev.nightjar.training.learn;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.model.BoostedTrees;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.LinearWeights;
import dev.nightjar.core.model.ModelPart;
import dev.nightjar.core.model.Transform;

import ml.dmlc.xgboost4j.java.XGBoostError;

import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.math.la.DenseMatrix;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the model that scores out of Tribuo's: weights and trees by value, features and classes by
 * name.
 */
public final class ModelCompiler {
    private static final int[] ONE_OUTPUT = {0};

    private ModelCompiler() {}

    /**
     * The compiled model.
     *
     * @param transform that made the feature vectors
     * @param labels as the compiled model shall hold them
     * @throws IllegalArgumentException when the record is of another kind of model, or has a weight
     *     that is not finite
     */
    public static CompiledModel compile(
            TribuoRecord record, Task task, List<String> labels, Transform transform) {
        int[] outputs = task == Task.REGRESSION ? ONE_OUTPUT : record.outputs(labels);
        ModelPart part =
                switch (record.model()) {
                    case AbstractLinearSGDModel<?> linear ->
                            linear(record, linear.getWeightsCopy(), task, outputs, transform);
                    case XGBoostModel<?> trees ->
                            trees(record, forest(trees), task, outputs, transform);
                    default ->
                            throw new IllegalArgumentException(
                                    "cannot compile a " + record.modelClass());
                };
        return new CompiledModel(task, labels, transform, part);
    }

    /** Rows of the matrix are outputs; its last column is the bias. */
    private static LinearWeights linear(
            TribuoRecord record,
            DenseMatrix matrix,
            Task task,
            int[] outputs,
            Transform transform) {
        int[] features = record.features();
        int margins = task == Task.MULTICLASS ? outputs.length : 1;
        double[][] weights = new double[margins][transform.features()];
        double[] biases = new double[margins];
        for (int margin = 0; margin < margins; margin++) {
            for (int id = 0; id < features.length; id++) {
                weights[margin][features[id]] = weight(matrix, task, outputs, margin, id);
            }
            biases[margin] = weight(matrix, task, outputs, margin, features.length);
        }
        if (task == Task.REGRESSION) {
            double scale = record.targetScale();
            for (int feature = 0; feature < weights[0].length; feature++) {
                weights[0][feature] *= scale;
            }
            biases[0] = record.targetShift() + scale * biases[0];
        }
        return new LinearWeights(weights, biases);
    }

    /** Of two classes only the difference matters. */
    private static double weight(
            DenseMatrix matrix, Task task, int[] outputs, int margin, int column) {
        return task == Task.BINARY
                ? matrix.get(outputs[1], column) - matrix.get(outputs[0], column)
                : matrix.get(outputs[margin], column);
    }

    private static GrownForest forest(XGBoostModel<?> model) {
        try {
            return GrownForest.read(model.getInnerModels().getFirst().toByteArray("ubj"));
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost does not give its model away", e);
        }
    }

    private static BoostedTrees trees(
            TribuoRecord record,
            GrownForest forest,
            Task task,
            int[] outputs,
            Transform transform) {
        int[] features = record.features();
        if (task == Task.BINARY) {
            BoostedTrees.Builder builder = BoostedTrees.builder(transform.features(), new float[1]);
            difference(forest, outputs).forEach(tree -> tree.addTo(builder, 0, features));
            return builder.build();
        }
        float[] bases = new float[outputs.length];
        int[] margins = new int[outputs.length];
        for (int margin = 0; margin < outputs.length; margin++) {
            bases[margin] = forest.base();
            margins[outputs[margin]] = margin;
        }
        BoostedTrees.Builder builder = BoostedTrees.builder(transform.features(), bases);
        for (int tree = 0; tree < forest.trees().size(); tree++) {
            int margin = margins[forest.groups().get(tree)];
            forest.trees().get(tree).addTo(builder, margin, features);
        }
        return builder.build();
    }

    /**
     * Tribuo trains two classes as two groups of trees. The probability of one is the logistic of
     * the difference of both margins. Their gradients mirror each other, so most pairs split alike
     * and become one tree; others become two.
     */
    private static List<GrownTree> difference(GrownForest forest, int[] outputs) {
        List<GrownTree> positive = forest.ofGroup(outputs[1]);
        List<GrownTree> negative = forest.ofGroup(outputs[0]);
        List<GrownTree> difference = new ArrayList<>();
        for (int round = 0; round < positive.size(); round++) {
            GrownTree up = positive.get(round);
            GrownTree down = negative.get(round);
            if (up.splitsLike(down)) {
                difference.add(up.minus(down));
            } else {
                difference.add(up);
                difference.add(down.negated());
            }
        }
        return difference;
    }
}
