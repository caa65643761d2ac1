package dev.nightjar.training.learn;

import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Makes Tribuo's datasets out of training rows. Tribuo takes no row without features; where trees
 * shall learn from one, all rows get one more feature that they have alike.
 */
final class TribuoDatasets {
    private static final String TARGET = "target";

    private TribuoDatasets() {}

    /** The rows with their classes. */
    static MutableDataset<Label> classes(TrainingRows rows, List<String> labels, boolean trees) {
        Label[] outputs = labels.stream().map(Label::new).toArray(Label[]::new);
        return dataset(rows, trees, new LabelFactory(), row -> outputs[rows.classOf(row)]);
    }

    /** The rows with {@code (target - shift) / scale}. */
    static MutableDataset<Regressor> targets(
            TrainingRows rows, double shift, double scale, boolean trees) {
        return dataset(
                rows,
                trees,
                new RegressionFactory(),
                row -> new Regressor(TARGET, (rows.target(row) - shift) / scale));
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(
            TrainingRows rows, boolean trees, OutputFactory<T> factory, IntFunction<T> output) {
        MutableDataset<T> dataset =
                new MutableDataset<>(
                        new SimpleDataSourceProvenance("Nightjar's training rows", factory),
                        factory);
        TribuoExamples examples =
                new TribuoExamples(rows.transform().features(), trees, rows.featureAt(0));
        boolean anchored = trees && rows.hasRowWithoutFeatures();
        for (int row = 0; row < rows.size(); row++) {
            examples.features(rows, row);
            if (anchored) {
                examples.anchor();
            }
            dataset.add(examples.example(output.apply(row)));
        }
        return dataset;
    }
}
