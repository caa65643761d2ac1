package dev.nightjar.training.learn;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded rows with gaps: age (kept missing), income (median), member (a truth, mode), colour
 * (mode), city (kept missing), and a label of any task that depends on them.
 */
final class GeneratedTable {
    static final Column LABEL_TRUTH = column("label", Role.LABEL, ColumnType.BOOLEAN, null);
    static final Column LABEL_CLASS = column("label", Role.LABEL, ColumnType.CATEGORY, null);
    static final Column LABEL_NUMBER = column("label", Role.LABEL, ColumnType.DECIMAL, null);

    static final List<Column> FEATURES =
            List.of(
                    column("age", Role.FEATURE, ColumnType.INTEGER, Missing.Kind.KEEP),
                    column("income", Role.FEATURE, ColumnType.DECIMAL, Missing.Kind.MEDIAN),
                    column("member", Role.FEATURE, ColumnType.BOOLEAN, Missing.Kind.MODE),
                    column("colour", Role.FEATURE, ColumnType.CATEGORY, Missing.Kind.MODE),
                    column("city", Role.FEATURE, ColumnType.CATEGORY, Missing.Kind.KEEP));

    /** Features of which a row may have none at all. */
    static final List<Column> SPARSE_FEATURES = List.of(FEATURES.getFirst(), FEATURES.getLast());

    private GeneratedTable() {}

    static Column label(Task task) {
        return switch (task) {
            case BINARY -> LABEL_TRUTH;
            case MULTICLASS -> LABEL_CLASS;
            case REGRESSION -> LABEL_NUMBER;
        };
    }

    /**
     * Rows for training, or with levels that training does not know.
     *
     * @param cities how many cities there are; training uses fewer than scoring
     */
    static RowBlock rows(Task task, int count, int cities, long seed) {
        Random random = new Random(seed);
        double[] age = new double[count];
        double[] income = new double[count];
        double[] member = new double[count];
        double[] target = new double[count];
        CategoryColumn colour = new CategoryColumn(new int[count], Levels.growing());
        CategoryColumn city = new CategoryColumn(new int[count], Levels.growing());
        CategoryColumn classes = new CategoryColumn(new int[count], Levels.growing());
        for (int row = 0; row < count; row++) {
            int painted = random.nextInt(4);
            int home = random.nextInt(cities);
            age[row] = 18 + random.nextInt(60);
            income[row] = Math.exp(10 + random.nextGaussian());
            member[row] = random.nextInt(2);
            double pull =
                    (age[row] - 40) / 20
                            + Math.log(income[row])
                            - 10
                            + (painted == 2 ? 1 : 0)
                            + (home % 3)
                            - 1
                            + member[row] * (age[row] < 30 ? 2 : -1);
            target[row] = target(task, pull, random);
            classes.codes()[row] = classes.levels().code("class-" + (int) target[row]);
            colour.codes()[row] = gap(random) ? Levels.MISSING : code(colour, "colour-" + painted);
            city.codes()[row] = gap(random) ? Levels.MISSING : code(city, "Ort-" + home);
            age[row] = gap(random) ? Double.NaN : age[row];
            income[row] = gap(random) ? Double.NaN : income[row];
            member[row] = gap(random) ? Double.NaN : member[row];
        }
        ColumnData label = task == Task.MULTICLASS ? classes : new NumberColumn(target);
        List<ColumnData> columns = new ArrayList<>();
        columns.add(new NumberColumn(age));
        columns.add(new NumberColumn(income));
        columns.add(new NumberColumn(member));
        columns.add(colour);
        columns.add(city);
        columns.add(label);
        RowBlock block =
                new RowBlock(
                        List.of("age", "income", "member", "colour", "city", "label"),
                        columns,
                        count);
        block.rows(count);
        return block;
    }

    private static double target(Task task, double pull, Random random) {
        double noisy = pull + random.nextGaussian();
        return switch (task) {
            case BINARY -> noisy > 0 ? 1 : 0;
            case MULTICLASS -> noisy < -1 ? 0 : noisy < 1 ? 1 : 2;
            case REGRESSION -> 250_000 + 90_000 * noisy;
        };
    }

    private static boolean gap(Random random) {
        return random.nextInt(12) == 0;
    }

    private static int code(CategoryColumn column, String level) {
        return column.levels().code(level);
    }

    private static Column column(
            String name, Role role, ColumnType type, Missing.@Nullable Kind kind) {
        Missing missing = kind == null ? null : new Missing(kind, null);
        return new Column(name, role, type, null, null, missing, List.of(), List.of());
    }
}
