package dev.nightjar.core.night;

/** What started a run. */
public enum StartedBy {
    SCHEDULE("schedule"),
    PERSON("person");

    private final String text;

    StartedBy(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
