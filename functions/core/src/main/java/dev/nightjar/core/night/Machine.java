package dev.nightjar.core.night;

import dev.nightjar.core.definition.Phase;

import java.util.Set;

/** The two state machines. */
public enum Machine {
    TRAINING("training", "t", Phase.TRAIN),
    SCORING("scoring", "s", Phase.SERVE);

    private static final Set<String> RELEASING = Set.of("BuildBundle", "ReleaseModel");

    private final String text;
    private final String letter;
    private final Phase firstPhase;

    Machine(String text, String letter, Phase firstPhase) {
        this.text = text;
        this.letter = letter;
        this.firstPhase = firstPhase;
    }

    /** The letter in a run's name. */
    public String letter() {
        return letter;
    }

    /** The phase that a state belongs to, at any depth; what comes before is of the first phase. */
    public Phase phase(String state) {
        return RELEASING.contains(state) ? Phase.RELEASE : firstPhase;
    }

    /** The phase that the machine begins with. */
    public Phase firstPhase() {
        return firstPhase;
    }

    /** As keys and commands spell it. */
    @Override
    public String toString() {
        return text;
    }
}
