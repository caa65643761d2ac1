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
        List<List<Double>> rates = new ArrayList<>();
        sides.forEach(_ -> rates.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < sides.size(); i++) {
                rates.get(i).add(sides.get(i).rate());
            }
        }
        return rates.stream().map(Samples::new).toList();
    }
}
