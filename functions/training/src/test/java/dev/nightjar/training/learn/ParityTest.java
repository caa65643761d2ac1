package dev.nightjar.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.BoostedTrees;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.LinearWeights;
import dev.nightjar.core.model.Preparation;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class ParityTest {
    @ParameterizedTest
    @EnumSource(Task.class)
    void linearModelsSayWhatTribuoSaysAlsoOfGapsAndUnseenLevels(Task task) {
        Parity parity = prove(learn(task, Settings.linear(task), GeneratedTable.FEATURES), task);
        assertThat(parity.rows()).isEqualTo(500);
        assertThat(parity.largest()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void boostedTreesSayWhatTribuoSaysAlsoOfGapsAndUnseenLevels(Task task) {
        Parity parity = prove(learn(task, Settings.trees(), GeneratedTable.FEATURES), task);
        assertThat(parity.rows()).isEqualTo(500);
        assertThat(parity.largest()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void rowsWithoutAnyFeatureAreLearnedAndProvenToo(Task task) {
        CandidateSettings trees = Settings.with(Settings.trees(), "rounds", 20);
        for (CandidateSettings settings : List.of(trees, Settings.linear(task))) {
            Learned learned = learn(task, settings, GeneratedTable.SPARSE_FEATURES);
            assertThat(prove(learned, task).rows()).isEqualTo(500);
        }
    }

    @Test
    void subsampledTreesOfTwoClassesAreProvenToo() {
        CandidateSettings settings = Settings.with(Settings.trees(), "subsample", 0.5);
        Learned learned = learn(Task.BINARY, settings, GeneratedTable.FEATURES);
        assertThat(prove(learned, Task.BINARY).rows()).isEqualTo(500);
        assertThat(((BoostedTrees) learned.model().part()).trees()).isBetween(100, 200);
    }

    @Test
    void aRegressionByTreesIsTribuosToTheBit() {
        Learned learned = learn(Task.REGRESSION, Settings.trees(), GeneratedTable.FEATURES);
        assertThat(prove(learned, Task.REGRESSION).largest()).isZero();
    }

    @Test
    void anotherWeightIsRefusedNamingRecordAndBothValues() {
        Learned learned = learn(Task.BINARY, Settings.linear(Task.BINARY), GeneratedTable.FEATURES);
        CompiledModel model = learned.model();
        LinearWeights weights = (LinearWeights) model.part();
        double[][] changed = new double[1][weights.features()];
        for (int feature = 0; feature < weights.features(); feature++) {
            changed[0][feature] = weights.weight(0, feature);
        }
        changed[0][0] += 1e-7;
        CompiledModel other =
                new CompiledModel(
                        model.task(),
                        model.labels(),
                        model.transform(),
                        new LinearWeights(changed, new double[] {weights.bias(0)}));
        Parity parity = new Parity(other, TribuoRecord.read(learned.tribuo()));
        RowBlock rows = GeneratedTable.rows(Task.BINARY, 500, 30, 2);
        assertThatThrownBy(() -> parity.check(rows))
                .isInstanceOf(BundleRefused.class)
                .hasMessageMatching(
                        "The compiled model differs from Tribuo's: for the record \\d+ the"
                                + " probability of 'true' is \\S+, Tribuo says \\S+; allowed is a"
                                + " difference of 1.0E-9\\.");
    }

    @Test
    void bytesThatAreNoModelOfTribuoAreRefused() {
        byte[] noise = "no model".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TribuoRecord.read(noise)).isInstanceOf(BundleRefused.class);
        assertThatThrownBy(() -> TribuoRecord.read(new byte[0])).isInstanceOf(BundleRefused.class);
    }

    private static Learned learn(Task task, CandidateSettings settings, List<Column> features) {
        TrainingRows rows =
                Training.rows(
                        features,
                        GeneratedTable.label(task),
                        List.of(GeneratedTable.rows(task, 3000, 20, 1)),
                        Preparation.of(settings.trainer()));
        return Learner.learn(rows, settings, 1);
    }

    private static Parity prove(Learned learned, Task task) {
        return Training.prove(learned, List.of(GeneratedTable.rows(task, 500, 30, 2)));
    }
}
