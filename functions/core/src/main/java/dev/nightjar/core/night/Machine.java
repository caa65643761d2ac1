package dev.nightjar.core.night;

import dev.nightjar.core.definition.Phase;

import java.util.Set;

/** The two state machines. */
public enum Machine {
    TRAINING("training", "t"),
    SCORING("scoring", "s");

    private static final Set<String> RELEASING = Set.of("BuildBundle", "ReleaseModel");

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

    /** The phase that a state belongs to, at any depth; what comes before is of the first phase. */
    public Phase phase(String state) {
        return switch (this) {
            case TRAINING -> RELEASING.contains(state) ? Phase.RELEASE : Phase.TRAIN;
            case SCORING -> Phase.SERVE;
        };
    }

    /** The phase that the machine begins with. */
    public Phase firstPhase() {
        return switch (this) {
            case TRAINING -> Phase.TRAIN;
            case SCORING -> Phase.SERVE;
        };
    }

    /** As keys and commands spell it. */
    @Override
    public String toString() {
        return text;
    }
}
