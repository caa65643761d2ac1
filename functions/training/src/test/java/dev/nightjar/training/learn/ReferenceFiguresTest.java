package dev.nightjar.training.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.metric.Metrics;

import org.junit.jupiter.api.Test;

/**
 * With the default settings and the reference's own rows: not worse than {@code reference.json}
 * ({@code hash_split}) by more than 0.01 AUC, 3 % RMSE or 0.03 accuracy, and every held-out row
 * scored as Tribuo's own model does.
 */
final class ReferenceFiguresTest {
    @Test
    void adult() {
        RealTable table = RealTable.adult();
        assertThat(linear(table, "auc")).isGreaterThan(0.9028 - 0.01);
        assertThat(trees(table, "auc")).isGreaterThan(0.9273 - 0.01);
    }

    @Test
    void bankMarketing() {
        RealTable table = RealTable.bankMarketing();
        assertThat(linear(table, "auc")).isGreaterThan(0.7985 - 0.01);
        assertThat(trees(table, "auc")).isGreaterThan(0.7974 - 0.01);
    }

    @Test
    void hotelBookings() {
        RealTable table = RealTable.hotelBookings();
        assertThat(linear(table, "auc")).isGreaterThan(0.9153 - 0.01);
        assertThat(trees(table, "auc")).isGreaterThan(0.952 - 0.01);
    }

    @Test
    void bikeSharing() {
        RealTable table = RealTable.bikeSharing();
        assertThat(linear(table, "rmse")).isLessThan(103.9454 * 1.03);
        assertThat(trees(table, "rmse")).isLessThan(45.8174 * 1.03);
    }

    @Test
    void californiaHousing() {
        RealTable table = RealTable.californiaHousing();
        assertThat(linear(table, "rmse")).isLessThan(69_687.2169 * 1.03);
        assertThat(trees(table, "rmse")).isLessThan(46_705.807 * 1.03);
    }

    @Test
    void obesityLevels() {
        RealTable table = RealTable.obesityLevels();
        CandidateSettings longer =
                Settings.with(
                        Settings.with(Settings.linear(Task.MULTICLASS), "epochs", 20),
                        "learningRate",
                        1);
        assertThat(figure(table, longer, "accuracy")).isGreaterThan(0.8698 - 0.03);
        assertThat(trees(table, "accuracy")).isGreaterThan(0.9651 - 0.03);
    }

    @Test
    void penguins() {
        RealTable table = RealTable.penguins();
        assertThat(linear(table, "accuracy")).isGreaterThan(1 - 0.03);
        assertThat(trees(table, "accuracy")).isGreaterThan(0.9846 - 0.03);
    }

    private static double linear(RealTable table, String metric) {
        Task task =
                switch (table.label().type()) {
                    case BOOLEAN -> Task.BINARY;
                    case CATEGORY -> Task.MULTICLASS;
                    default -> Task.REGRESSION;
                };
        return figure(table, Settings.linear(task), metric);
    }

    private static double trees(RealTable table, String metric) {
        return figure(table, Settings.trees(), metric);
    }

    private static double figure(RealTable table, CandidateSettings settings, String metric) {
        Learned learned = Training.learn(table, settings);
        Parity parity = Training.prove(learned, table.test());
        assertThat(parity.rows()).isEqualTo(table.test().stream().mapToInt(b -> b.rows()).sum());
        Metrics metrics = Training.judge(learned.model(), table.test(), table.label().name());
        return metrics.value(metric).orElseThrow();
    }
}
