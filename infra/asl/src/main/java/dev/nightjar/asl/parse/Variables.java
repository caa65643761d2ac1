package dev.nightjar.asl.parse;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/**
 * Names of variables in Assign: at most 80 letters, digits and underscores, not reserved ("Variable
 * naming rules", developer guide).
 */
final class Variables {
    private static final int LONGEST = 80;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}_]*");

    private Variables() {}

    static void check(Fields fields, JsonNode assign) {
        if (!assign.isObject()) {
            fields.notOfType("Assign", "Object");
            return;
        }
        for (String name : assign.propertyNames()) {
            String bare =
                    fields.language() == QueryLanguage.JSONPATH && name.endsWith(".$")
                            ? name.substring(0, name.length() - 2)
                            : name;
            if (bare.equals("states")) {
                fields.problem(
                        "Assign",
                        "The variable name 'states' is reserved",
                        "Choose another name for the variable.");
            } else if (bare.length() > LONGEST || !NAME.matcher(bare).matches()) {
                fields.problem(
                        "Assign",
                        "Invalid variable name: " + bare,
                        "Use up to " + LONGEST + " letters, digits and underscores.");
            }
        }
    }
}
