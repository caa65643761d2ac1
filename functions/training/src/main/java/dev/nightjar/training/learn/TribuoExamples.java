package dev.nightjar.training.learn;

import dev.nightjar.core.model.FeatureSink;

import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.impl.ArrayExample;

import java.util.Arrays;
import java.util.Locale;

/**
 * Makes Tribuo's examples out of feature vectors. Features are named by their index in eight
 * digits, so that the order of names, by which Tribuo numbers them, is our own. Tribuo refuses an
 * example without features: when predicting it then gets one feature with a value that says as much
 * as its absence. Not safe for use by multiple threads.
 */
final class TribuoExamples implements FeatureSink {
    /** A feature that all rows have alike, so that no tree splits on it; beyond all others. */
    static final int ANCHOR = 99_999_999;

    private static final String ANCHOR_NAME = name(ANCHOR);

    private final String[] names;
    private final boolean trees;
    private final int filler;
    private String[] chosen = new String[64];
    private double[] values = new double[64];
    private int size;

    /**
     * A maker of examples.
     *
     * @param features number of features
     * @param trees whether XGBoost reads them: floats, with NaN for absent
     * @param filler a feature that the model knows
     */
    TribuoExamples(int features, boolean trees, int filler) {
        this.names = new String[features];
        for (int feature = 0; feature < features; feature++) {
            names[feature] = name(feature);
        }
        this.trees = trees;
        this.filler = filler;
    }

    private static String name(int feature) {
        return String.format(Locale.ROOT, "%08d", feature);
    }

    /** The index of the feature with the name. */
    static int index(String name) {
        return Integer.parseInt(name);
    }

    @Override
    public void feature(int index, double value) {
        add(names[index], trees ? Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE) : value);
    }

    /** Adds the feature that all rows have alike. */
    void anchor() {
        add(ANCHOR_NAME, 1);
    }

    private void add(String name, double value) {
        if (size == chosen.length) {
            chosen = Arrays.copyOf(chosen, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        chosen[size] = name;
        values[size++] = value;
    }

    /** The example of the features given since the last one. */
    <T extends Output<T>> Example<T> example(T output) {
        if (size == 0) {
            feature(filler, trees ? Double.NaN : 0);
        }
        Example<T> example =
                new ArrayExample<>(
                        output, Arrays.copyOf(chosen, size), Arrays.copyOf(values, size));
        size = 0;
        return example;
    }

    /** Gives all features of a row. */
    void features(TrainingRows rows, int row) {
        for (int at = rows.start(row); at < rows.end(row); at++) {
            feature(rows.featureAt(at), rows.valueAt(at));
        }
    }
}
