package dev.nightjar.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.model.Preparation;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

final class LearnerTest {
    @ParameterizedTest
    @EnumSource(Task.class)
    void theSameRowsSettingsAndSeedGiveTheSameModel(Task task) {
        CandidateSettings trees = Settings.with(Settings.trees(), "subsample", 0.7);
        for (CandidateSettings settings : List.of(Settings.linear(task), trees)) {
            String first = Learner.learn(rows(task, settings), settings, 1).model().digest();
            String again = Learner.learn(rows(task, settings), settings, 1).model().digest();
            String other = Learner.learn(rows(task, settings), settings, 2).model().digest();
            assertThat(again).isEqualTo(first);
            assertThat(other).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyFamilyBeatsTheBaseline(Task task) {
        List<RowBlock> holdout = List.of(GeneratedTable.rows(task, 2000, 20, 9));
        for (CandidateSettings settings : List.of(Settings.linear(task), Settings.trees())) {
            Learned learned = Learner.learn(rows(task, settings), settings, 1);
            var metrics = Training.judge(learned.model(), holdout, "label");
            switch (task) {
                case BINARY -> assertThat(metrics.value("auc").orElseThrow()).isGreaterThan(0.8);
                case MULTICLASS ->
                        assertThat(metrics.value("accuracy").orElseThrow()).isGreaterThan(0.5);
                case REGRESSION -> assertThat(metrics.value("r2").orElseThrow()).isGreaterThan(0.3);
            }
        }
    }

    @Test
    void classesAreInCodePointOrder() {
        CandidateSettings settings = Settings.linear(Task.MULTICLASS);
        Learned learned = Learner.learn(rows(Task.MULTICLASS, settings), settings, 1);
        assertThat(learned.model().labels()).containsExactly("class-0", "class-1", "class-2");
    }

    @Test
    void oneClassOnlyIsUnfit() {
        RowBlock block = GeneratedTable.rows(Task.BINARY, 50, 3, 1);
        Arrays.fill(((NumberColumn) block.column(block.index("label"))).values(), 1);
        CandidateSettings settings = Settings.linear(Task.BINARY);
        TrainingRows rows = rows(Task.BINARY, settings, block);
        assertThatThrownBy(() -> Learner.learn(rows, settings, 1))
                .isInstanceOf(ModelUnfit.class)
                .hasMessage(
                        "All 50 training rows have the same label, label = true:"
                                + " there is nothing to tell apart.");
    }

    @Test
    void noRowsAreUnfit() {
        TrainingRows empty =
                new TrainingRows(
                        rows(Task.BINARY, Settings.trees()).transform(),
                        GeneratedTable.label(Task.BINARY));
        assertThatThrownBy(() -> Learner.learn(empty, Settings.trees(), 1))
                .isInstanceOf(ModelUnfit.class)
                .hasMessage("There are no rows to learn from.");
    }

    @Test
    void rowsWithoutAnyFeatureAreUnfit() {
        RowBlock block = GeneratedTable.rows(Task.BINARY, 50, 3, 1);
        TrainingRows rows =
                new TrainingRows(
                        Training.rows(
                                        GeneratedTable.FEATURES.subList(0, 1),
                                        GeneratedTable.label(Task.BINARY),
                                        List.of(GeneratedTable.rows(Task.BINARY, 50, 3, 1)),
                                        Preparation.PLAIN)
                                .transform(),
                        GeneratedTable.label(Task.BINARY));
        Arrays.fill(((NumberColumn) block.column(block.index("age"))).values(), Double.NaN);
        rows.add(block);
        assertThatThrownBy(() -> Learner.learn(rows, Settings.trees(), 1))
                .isInstanceOf(ModelUnfit.class)
                .hasMessageContaining("no feature has a value in any of the 50 training rows");
    }

    @Test
    void aTrainerOfAnotherTaskIsRefused() {
        CandidateSettings settings = Settings.linear(Task.REGRESSION);
        TrainingRows rows = rows(Task.BINARY, settings);
        assertThatThrownBy(() -> Learner.learn(rows, settings, 1))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("The trainer linear-regression cannot learn a binary label.");
    }

    @Test
    void aTrainingThatRunsAwayIsUnfit() {
        CandidateSettings settings =
                Settings.with(Settings.linear(Task.REGRESSION), "learningRate", 1e307);
        TrainingRows rows = rows(Task.REGRESSION, settings);
        assertThatThrownBy(() -> Learner.learn(rows, settings, 1))
                .isInstanceOf(ModelUnfit.class)
                .hasMessageContaining("Try a lower learningRate.");
    }

    @Test
    void aRowWithoutALabelIsRefused() {
        RowBlock block = GeneratedTable.rows(Task.REGRESSION, 50, 3, 1);
        ((NumberColumn) block.column(block.index("label"))).values()[7] = Double.NaN;
        CandidateSettings settings = Settings.trees();
        assertThatThrownBy(() -> rows(Task.REGRESSION, settings, block))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 7 of the block has no label 'label'");
    }

    @Test
    void aLabelOfAnotherKindIsRefused() {
        RowBlock block = GeneratedTable.rows(Task.REGRESSION, 50, 3, 1);
        CandidateSettings settings = Settings.trees();
        assertThatThrownBy(() -> rows(Task.MULTICLASS, settings, block))
                .isInstanceOf(DataUnfit.class)
                .hasMessage("The rows do not hold the label 'label' as category.");
    }

    @Test
    void valuesBeyondFloatsDoNotStopTheTrees() {
        RowBlock block = GeneratedTable.rows(Task.BINARY, 200, 3, 1);
        ((NumberColumn) block.column(block.index("age"))).values()[0] = 1e300;
        ((NumberColumn) block.column(block.index("age"))).values()[1] = -1e300;
        CandidateSettings settings = Settings.with(Settings.trees(), "rounds", 5);
        Learned learned = Learner.learn(rows(Task.BINARY, settings, block), settings, 1);
        assertThat(Training.prove(learned, List.of(block)).rows()).isEqualTo(200);
    }

    private static TrainingRows rows(Task task, CandidateSettings settings) {
        return rows(task, settings, GeneratedTable.rows(task, 2000, 20, 1));
    }

    private static TrainingRows rows(Task task, CandidateSettings settings, RowBlock block) {
        return Training.rows(
                GeneratedTable.FEATURES,
                GeneratedTable.label(task),
                List.of(block),
                Preparation.of(settings.trainer()));
    }
}
