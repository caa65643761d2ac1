package dev.nightjar.core.night;

/** The two state machines. */
public enum Machine {
    TRAINING("training", "t"),
    SCORING("scoring", "s");

    private final String text;
    private final String letter;

    Machine(String text, String letter) {
        this.text = text;
        this.letter = letter;
    }

    /** The letter in a run's name. */
    public String letter() {
        return letter;
    }

    /** As keys and commands spell it. */
    @Override
    public String toString() {
        return text;
    }
}
