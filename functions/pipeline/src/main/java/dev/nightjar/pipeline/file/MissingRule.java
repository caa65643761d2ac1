package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Role;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** What stands in for missing values must be a value of the column. */
final class MissingRule implements Rule {
    @Override
    public void check(Document document, Facts facts, Problems problems) {
        for (String column : facts.columns()) {
            String missing = column + "/missing";
            if (problems.sound(document, missing)) {
                facts.role(column)
                        .flatMap(role -> objection(document, facts, column, role))
                        .ifPresent(
                                objection ->
                                        problems.error(
                                                document,
                                                missing,
                                                "missing-value",
                                                objection.message(),
                                                objection.remedy()));
            }
        }
    }

    private record Objection(String message, String remedy) {}

    private static Optional<Objection> objection(
            Document document, Facts facts, String column, Role role) {
        if (role == Role.LABEL || role == Role.KEY) {
            return objection(
                    "a " + role + " cannot be filled in",
                    "Remove missing: rows without it are quarantined");
        }
        return facts.type(column).flatMap(type -> ofType(document, column, type));
    }

    private static Optional<Objection> ofType(Document document, String column, ColumnType type) {
        String text = document.written(column + "/missing");
        return switch (text) {
            case "keep", "mode" -> Optional.empty();
            case "median", "mean" ->
                    isNumber(type)
                            ? Optional.empty()
                            : objection(
                                    "a column of type " + type + " has no " + text,
                                    "Write mode, keep or a value");
            default -> isNumber(type) ? ofNumber(document, column, type, text) : ofWord(type, text);
        };
    }

    private static Optional<Objection> ofNumber(
            Document document, String column, ColumnType type, String text) {
        JsonNode value = document.root().at(column + "/missing");
        String remedy = "Write median, mean, mode, keep or a value of the column";
        if (!value.isNumber()) {
            return objection("missing '" + text + "' is no " + type, remedy);
        }
        double number = value.doubleValue();
        if (type == ColumnType.INTEGER && number != Math.rint(number)) {
            return objection("missing '" + text + "' is no integer", remedy);
        }
        JsonNode range = document.root().at(column + "/range");
        boolean outside =
                range.size() == 2
                        && (number < range.get(0).doubleValue(0)
                                || number > range.get(1).doubleValue(0));
        return outside
                ? objection("missing " + text + " lies outside the column's range", remedy)
                : Optional.empty();
    }

    private static Optional<Objection> ofWord(ColumnType type, String text) {
        return type == ColumnType.BOOLEAN && !text.equals("true") && !text.equals("false")
                ? objection(
                        "missing '" + text + "' is no boolean", "Write true, false, mode or keep")
                : Optional.empty();
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    private static Optional<Objection> objection(String message, String remedy) {
        return Optional.of(new Objection(message, remedy));
    }
}
