package dev.nightjar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.ReleaseMode;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.error.DataUnfit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class TrainingTimeTest {
    private static final CandidateSettings TREES =
            new CandidateSettings(
                    TrainerKind.BOOSTED_TREES,
                    new TreeMap<>(Map.of("rounds", 400.0, "depth", 6.0)));

    @Test
    void letsRowsThroughThatTrainInTime() {
        assertThatCode(() -> TrainingTime.refuseTooLong(columns(10), List.of(TREES), 100_000))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesRowsThatDoNotTrainInTimeWithTheNumbersAndTheWayOut() {
        assertThatThrownBy(() -> TrainingTime.refuseTooLong(columns(20), List.of(TREES), 4_000_000))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "boosted-trees {depth=6.0, rounds=400.0} on 4,000,000 rows is expected to"
                                + " train 1,920 s; one training step has 900 s; shorten"
                                + " training.source.window or take fewer epochs or rounds");
    }

    @Test
    void growsWithRowsAndColumns() {
        double few = TrainingTime.seconds(columns(10), TREES, 1_000);
        assertThat(TrainingTime.seconds(columns(20), TREES, 3_000)).isEqualTo(6 * few);
    }

    private static Definition columns(int features) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            columns.add(column("x" + i, Role.FEATURE, ColumnType.DECIMAL));
        }
        columns.add(column("y", Role.LABEL, ColumnType.BOOLEAN));
        return new Definition(
                "loans",
                null,
                null,
                null,
                columns,
                Format.STANDARD,
                Limits.STANDARD,
                null,
                null,
                null,
                List.of(),
                ReleaseMode.AUTO,
                null,
                Service.of(ServiceLevel.LOW, null));
    }

    private static Column column(String name, Role role, ColumnType type) {
        return new Column(name, role, type, null, null, null, List.of(), List.of());
    }
}
