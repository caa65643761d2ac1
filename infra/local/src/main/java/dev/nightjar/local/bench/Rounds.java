package dev.nightjar.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the sides in turn, round after round: what the machine does besides then falls on all of
 * them.
 */
final class Rounds {
    private Rounds() {}

    /** The samples of each side, in the order of the sides. */
    static List<Samples> of(int rounds, List<? extends Side> sides)
            throws IOException, InterruptedException {
        List<List<Double>> values = new ArrayList<>();
        sides.forEach(_ -> values.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < sides.size(); i++) {
                values.get(i).add(sides.get(i).measure());
            }
        }
        return values.stream().map(Samples::new).toList();
    }
}
