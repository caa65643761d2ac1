package dev.nightjar.core.definition;

/** What a later attempt of a scoring slot does. */
public enum Rerun {
    PARTIAL("partial"),
    COMPLETE("complete"),
    CARRY_OVER("carry-over");

    private final String text;

    Rerun(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
