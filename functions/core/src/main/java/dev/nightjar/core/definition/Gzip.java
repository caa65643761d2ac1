package dev.nightjar.core.definition;

/** Whether objects are unpacked: by their first bytes, always, never. */
public enum Gzip {
    AUTO("auto"),
    ALWAYS("always"),
    NEVER("never");

    private final String text;

    Gzip(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
