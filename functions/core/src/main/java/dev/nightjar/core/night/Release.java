package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

/**
 * What ReleaseModel did.
 *
 * @param secondsTrainEndToServing from the end of the challenger's training to the pointer's move
 */
public record Release(Move move, double secondsTrainEndToServing) {
    public Release {
        requireNonNull(move, "move is null");
    }
}
