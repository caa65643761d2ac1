package dev.nightjar.tables.inference;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides what a column is from what its cells have shown. */
final class ColumnGuess {
    private static final double NEARLY_ALL = 0.98;
    private static final double MOSTLY_DIFFERENT = 0.5;
    private static final int MOST_LEVELS = 1000;
    private static final int FEW_LEVELS = 30;
    private static final int MOST_CLASSES = 20;

    private static final Set<String> USUAL_TRUE = Set.of("true", "1", "yes", "t", "y");
    private static final Set<String> USUAL_FALSE = Set.of("false", "0", "no", "f", "n");

    private final String name;
    private final ColumnEvidence evidence;

    ColumnGuess(String name, ColumnEvidence evidence) {
        this.name = name;
        this.evidence = evidence;
    }

    /** The column as label. */
    InferredColumn label() {
        ColumnType type = type();
        int distinct = evidence.distinct();
        if (distinct == 2) {
            String positive = positive();
            boolean usual = isUsual(evidence.values());
            return column(
                    Role.LABEL,
                    ColumnType.BOOLEAN,
                    usual ? List.of() : List.of(positive),
                    "label with two values, '" + positive + "' is taken as true");
        }
        if (!isNumber(type)) {
            return column(
                    Role.LABEL,
                    ColumnType.CATEGORY,
                    List.of(),
                    "label with " + distinct + " classes");
        }
        if (type == ColumnType.INTEGER && distinct <= MOST_CLASSES && distinct > 2) {
            return column(
                    Role.LABEL,
                    ColumnType.CATEGORY,
                    List.of(),
                    "label with "
                            + distinct
                            + " different integers, taken as classes; use integer to predict an"
                            + " amount");
        }
        return column(Role.LABEL, type, List.of(), "label with numbers");
    }

    /** The column as anything but the label. */
    InferredColumn other(boolean mayBeKey) {
        ColumnType type = type();
        if (evidence.present() == 0) {
            return ignored(ColumnType.TEXT, "every cell is missing");
        }
        if (evidence.distinct() == 1) {
            return ignored(type == ColumnType.TEXT ? ColumnType.CATEGORY : type, "one value only");
        }
        if (isIdentifier(type)) {
            return mayBeKey && evidence.missing == 0
                    ? column(Role.KEY, type, List.of(), "another value in each row")
                    : ignored(type, "another value in each row");
        }
        return switch (type) {
            case DATE -> ignored(type, "a day is no feature; it may decide the split");
            case TEXT -> ignored(type, "free text: " + evidence.distinct() + " different values");
            case BOOLEAN, INTEGER, DECIMAL, CATEGORY -> column(Role.FEATURE, type, List.of(), null);
        };
    }

    private ColumnType type() {
        long present = evidence.present();
        if (present == 0) {
            return ColumnType.TEXT;
        }
        if (evidence.numbers >= NEARLY_ALL * present) {
            return evidence.integers == evidence.numbers ? ColumnType.INTEGER : ColumnType.DECIMAL;
        }
        if (evidence.dates >= NEARLY_ALL * present) {
            return ColumnType.DATE;
        }
        int distinct = evidence.distinct();
        boolean fewLevels =
                distinct <= FEW_LEVELS
                        || (distinct <= MOST_LEVELS && distinct < MOSTLY_DIFFERENT * present);
        return fewLevels ? ColumnType.CATEGORY : ColumnType.TEXT;
    }

    /** A different value in each row that reads like a name of the row: text, a count, an id. */
    private boolean isIdentifier(ColumnType type) {
        if (!evidence.isUnique() || type == ColumnType.DECIMAL || type == ColumnType.DATE) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named =
                lower.equals("id")
                        || lower.endsWith("_id")
                        || lower.endsWith(" id")
                        || lower.endsWith("key")
                        || lower.endsWith("uuid")
                        || name.endsWith("Id")
                        || name.endsWith("ID");
        boolean counted =
                type == ColumnType.INTEGER
                        && evidence.most - evidence.least + 1 == evidence.present();
        return named || counted || (type == ColumnType.TEXT && evidence.present() > FEW_LEVELS);
    }

    private InferredColumn ignored(ColumnType type, String why) {
        return column(Role.IGNORE, type, List.of(), why);
    }

    private InferredColumn column(
            Role role, ColumnType type, List<String> positive, @Nullable String why) {
        boolean stands = role == Role.FEATURE && evidence.missing > 0;
        Missing missing = !stands ? null : new Missing(standIn(type), null);
        Column column = new Column(name, role, type, null, null, missing, positive, List.of());
        boolean numbers = evidence.numbers > 0;
        return new InferredColumn(
                column,
                evidence.missing,
                evidence.distinct(),
                numbers ? evidence.least : null,
                numbers ? evidence.most : null,
                isNumber(type) ? evidence.present() - evidence.numbers : 0,
                evidence.examples(),
                why);
    }

    private static Missing.Kind standIn(ColumnType type) {
        return isNumber(type) ? Missing.Kind.MEDIAN : Missing.Kind.MODE;
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    /** The value that is usually true, or else the rarer one. */
    private String positive() {
        List<String> values = evidence.values();
        for (String value : values) {
            if (USUAL_TRUE.contains(value.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        return values.get(evidence.count(0) < evidence.count(1) ? 0 : 1);
    }

    private static boolean isUsual(List<String> values) {
        Set<String> lower = Set.of(lower(values.get(0)), lower(values.get(1)));
        return lower.stream().anyMatch(USUAL_TRUE::contains)
                && lower.stream().anyMatch(USUAL_FALSE::contains);
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
