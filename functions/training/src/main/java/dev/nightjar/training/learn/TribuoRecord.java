package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;

import dev.nightjar.core.error.BundleRefused;

import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.Regressor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tribuo's own model, read back from its protobuf. Its predictions are what the compiled model is
 * held against. Not safe for use by multiple threads.
 */
public final class TribuoRecord {
    private static final String SHIFT = "target-shift";
    private static final String SCALE = "target-scale";

    private final Model<?> model;

    TribuoRecord(Model<?> model) {
        this.model = model;
        if (model instanceof XGBoostModel<?> trees) {
            trees.setNumThreads(1);
        }
    }

    /**
     * Reads the record of a training.
     *
     * @throws BundleRefused when the bytes are no model that Tribuo can read
     */
    public static TribuoRecord read(byte[] protobuf) {
        NativeThreads.waitPassively();
        return readAlone(protobuf);
    }

    /**
     * Reads the record in a process in which nothing is trained: of XGBoost's threads there is then
     * one, which waits for no other.
     *
     * @throws BundleRefused when the bytes are no model that Tribuo can read
     */
    public static TribuoRecord readAlone(byte[] protobuf) {
        try {
            return new TribuoRecord(Model.deserialize(ModelProto.parseFrom(protobuf)));
        } catch (InvalidProtocolBufferException
                | IllegalStateException
                | IllegalArgumentException e) {
            throw new BundleRefused("Tribuo cannot read its own model: " + e.getMessage(), e);
        }
    }

    /** Name of the model's class in Tribuo. */
    public String modelClass() {
        return model.getClass().getName();
    }

    /** Provenance to train with, so that the record knows how its target was standardised. */
    static Map<String, Provenance> scale(double shift, double scale) {
        return Map.of(
                SHIFT,
                new DoubleProvenance(SHIFT, shift),
                SCALE,
                new DoubleProvenance(SCALE, scale));
    }

    Model<?> model() {
        return model;
    }

    byte[] toBytes() {
        return RootLocale.in(() -> model.serialize().toByteArray());
    }

    /** A maker of examples that this model takes. */
    TribuoExamples examples(int features) {
        return new TribuoExamples(features, model instanceof XGBoostModel<?>, features()[0]);
    }

    double targetShift() {
        return provenance(SHIFT, 0);
    }

    double targetScale() {
        return provenance(SCALE, 1);
    }

    /** For each of Tribuo's features our index; ascending. */
    int[] features() {
        ImmutableFeatureMap map = model.getFeatureIDMap();
        int[] ours = new int[map.size()];
        for (int id = 0; id < ours.length; id++) {
            ours[id] = TribuoExamples.index(map.get(id).getName());
        }
        return ours;
    }

    /**
     * Tribuo's classes of the labels.
     *
     * @return for each label Tribuo's number of it
     */
    int[] outputs(List<String> labels) {
        int[] ids = new int[labels.size()];
        Model<Label> classifier = model.castModel(Label.class);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = classifier.getOutputIDInfo().getID(new Label(labels.get(i)));
            if (ids[i] < 0) {
                throw new IllegalArgumentException(
                        "Tribuo's model does not know the label '" + labels.get(i) + "'");
            }
        }
        return ids;
    }

    /** The target that Tribuo predicts for each example, in units of the data. */
    double[] targets(List<Example<Regressor>> examples) {
        double[] targets = new double[examples.size()];
        List<Prediction<Regressor>> predictions =
                model.castModel(Regressor.class).predict(examples);
        for (int i = 0; i < targets.length; i++) {
            double value = predictions.get(i).getOutput().getValues()[0];
            targets[i] = targetShift() + targetScale() * value;
        }
        return targets;
    }

    /** The probability that Tribuo predicts of each label, for each example. */
    List<double[]> probabilities(List<Example<Label>> examples, List<String> labels) {
        List<double[]> probabilities = new ArrayList<>();
        for (Prediction<Label> prediction : model.castModel(Label.class).predict(examples)) {
            Map<String, Label> scores = prediction.getOutputScores();
            double[] row = new double[labels.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = requireNonNull(scores.get(labels.get(i)), labels.get(i)).getScore();
            }
            probabilities.add(row);
        }
        return probabilities;
    }

    private double provenance(String name, double absent) {
        Provenance value = model.getProvenance().getInstanceProvenance().getMap().get(name);
        return value instanceof DoubleProvenance number ? number.getValue() : absent;
    }
}
