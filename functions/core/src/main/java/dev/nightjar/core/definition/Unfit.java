package dev.nightjar.core.definition;

/** What happens to a batch some of whose shards cannot be read. */
public enum Unfit {
    FAIL("fail"),
    LEAVE_OUT("leave-out");

    private final String text;

    Unfit(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
