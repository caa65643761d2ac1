package dev.nightjar.core.definition;

/** What happens to a batch whose deadline passed. */
public enum Late {
    PUBLISH("publish"),
    HOLD("hold"),
    CARRY_OVER("carry-over");

    private final String text;

    Late(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
