package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Role;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Each column by itself: a type that its role can have, and settings that its type can have. */
final class ColumnRule implements Rule {
    private static final Set<ColumnType> NUMBERS =
            Set.copyOf(EnumSet.of(ColumnType.INTEGER, ColumnType.DECIMAL));

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        for (String column : facts.columns()) {
            facts.role(column)
                    .ifPresent(role -> checkType(document, facts, problems, column, role));
            facts.type(column)
                    .ifPresent(
                            type -> {
                                checkRange(document, problems, column, type);
                                checkSpellings(document, problems, column, type);
                            });
        }
    }

    private static void checkType(
            Document document, Facts facts, Problems problems, String column, Role role) {
        String name = "column '" + Pointer.name(column) + "'";
        boolean needed = role == Role.FEATURE || role == Role.LABEL;
        if (needed && !document.has(column + "/type")) {
            if (problems.untouched(column)) {
                problems.errorOfKey(
                        document,
                        column + "/type",
                        "no-type",
                        name + " has no type",
                        "Add type: boolean, integer, decimal or category, or role: ignore");
            }
            return;
        }
        Optional<ColumnType> type = facts.type(column);
        boolean unlearnable =
                needed
                        && (type.equals(Optional.of(ColumnType.DATE))
                                || type.equals(Optional.of(ColumnType.TEXT)));
        if (unlearnable) {
            String remedy =
                    role == Role.LABEL
                            ? "Write boolean, category, integer or decimal"
                            : "Write type: category if its values repeat, else add role: ignore";
            problems.error(
                    document,
                    column + "/type",
                    "unlearnable",
                    name
                            + " is a "
                            + role
                            + " of type "
                            + type.get()
                            + ", which models do not learn",
                    remedy);
        }
    }

    private static void checkRange(
            Document document, Problems problems, String column, ColumnType type) {
        String range = column + "/range";
        if (!problems.sound(document, range)) {
            return;
        }
        if (!NUMBERS.contains(type)) {
            problems.error(
                    document,
                    range,
                    "range-of-no-number",
                    "a column of type " + type + " has no range",
                    "Remove range, or write type: integer or decimal");
            return;
        }
        double from = document.root().at(range + "/0").doubleValue();
        double to = document.root().at(range + "/1").doubleValue();
        if (from > to) {
            String least = document.written(range + "/0");
            String most = document.written(range + "/1");
            problems.error(
                    document,
                    range,
                    "range-reversed",
                    "range [" + least + ", " + most + "] holds no number",
                    "Did you mean [" + most + ", " + least + "]?");
        }
    }

    private static void checkSpellings(
            Document document, Problems problems, String column, ColumnType type) {
        String positive = column + "/positive";
        String negative = column + "/negative";
        for (String spellings : new String[] {positive, negative}) {
            if (type != ColumnType.BOOLEAN && problems.sound(document, spellings)) {
                problems.errorOfKey(
                        document,
                        spellings,
                        "spellings-of-no-boolean",
                        "a column of type "
                                + type
                                + " has no "
                                + Pointer.name(spellings)
                                + " values",
                        "Write type: boolean, or remove " + Pointer.name(spellings));
            }
        }
        if (!problems.sound(document, negative)) {
            return;
        }
        if (!document.has(positive)) {
            problems.errorOfKey(
                    document,
                    negative,
                    "negative-alone",
                    "negative stands without positive",
                    "Add positive: [...] with the spellings of true");
        } else if (document.texts(negative).stream().anyMatch(document.texts(positive)::contains)) {
            problems.error(
                    document,
                    negative,
                    "spelling-of-both",
                    "a spelling is both positive and negative",
                    "Keep it in one of the two lists");
        }
    }
}
