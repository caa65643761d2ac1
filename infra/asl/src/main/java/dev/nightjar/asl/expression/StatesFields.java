package dev.nightjar.asl.expression;

/**
 * What {@code $states} offers besides {@code input} and {@code context}: it depends on the field of
 * the state that an expression stands in ("Transforming data with JSONata", developer guide,
 * "Reserved variable: $states").
 */
public enum StatesFields {
    /** Nothing more: before the state has done its work, and in states that do none. */
    INPUT("input"),

    /** {@code result}: Assign and Output of Task, Parallel and Map. */
    RESULT("result"),

    /** {@code errorOutput}: Assign and Output of a catcher. */
    ERROR_OUTPUT("errorOutput");

    private final String field;

    StatesFields(String field) {
        this.field = field;
    }

    boolean offers(String name) {
        return name.equals(field);
    }
}
