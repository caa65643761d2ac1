package dev.nightjar.local.realdata;

import static java.util.Objects.requireNonNull;

import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.FeatureReader;
import dev.nightjar.core.rows.RowBlock;

import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tribuo's own model of a bundle, asked through Tribuo alone; only the transform that makes
 * features of rows is the compiled model's.
 */
final class TribuoModel {
    private final Model<?> model;
    private final boolean regression;
    private final String positive;
    private final FeatureReader reader;

    private TribuoModel(Model<?> model, CompiledModel compiled) {
        this.model = model;
        this.regression = compiled.task() == Task.REGRESSION;
        this.positive = regression ? "" : compiled.labels().get(1);
        this.reader = compiled.transform().reader();
    }

    /** Reads the record that stands beside the compiled model. */
    static TribuoModel read(byte[] protobuf, CompiledModel compiled) throws IOException {
        return new TribuoModel(Model.deserialize(ModelProto.parseFrom(protobuf)), compiled);
    }

    /** The probability of the positive class, or the target, of each row. */
    double[] predict(RowBlock block) {
        reader.bind(block);
        return regression ? targets(block) : probabilities(block);
    }

    private double[] probabilities(RowBlock block) {
        return model
                .castModel(Label.class)
                .predict(examples(block, LabelFactory.UNKNOWN_LABEL))
                .stream()
                .mapToDouble(
                        one ->
                                requireNonNull(one.getOutputScores().get(positive), positive)
                                        .getScore())
                .toArray();
    }

    /** Linear models learn a standardised target; the record knows of what. */
    private double[] targets(RowBlock block) {
        double shift = provenance("target-shift", 0);
        double scale = provenance("target-scale", 1);
        return model
                .castModel(Regressor.class)
                .predict(examples(block, RegressionFactory.UNKNOWN_REGRESSOR))
                .stream()
                .mapToDouble(one -> shift + scale * one.getOutput().getValues()[0])
                .toArray();
    }

    private double provenance(String name, double absent) {
        return model.getProvenance().getInstanceProvenance().getMap().get(name)
                        instanceof DoubleProvenance number
                ? number.getValue()
                : absent;
    }

    private <T extends Output<T>> List<Example<T>> examples(RowBlock block, T unknown) {
        boolean trees = model instanceof XGBoostModel<?>;
        List<Example<T>> all = new ArrayList<>(block.rows());
        for (int row = 0; row < block.rows(); row++) {
            ArrayExample<T> example = new ArrayExample<>(unknown);
            reader.features(
                    row,
                    (index, value) ->
                            example.add(
                                    String.format(Locale.ROOT, "%08d", index),
                                    trees ? (float) value : value));
            all.add(example);
        }
        return all;
    }
}
