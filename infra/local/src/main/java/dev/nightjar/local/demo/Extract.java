package dev.nightjar.local.demo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file of applications. The same arguments give the same text on every machine; a packed file's
 * bytes depend on the machine's zlib, its text does not.
 *
 * @param seed of this file alone
 * @param firstNumber of its applications; they count on from there
 * @param rows lines below the header
 * @param dirtScale 1 for as much dirt as a training extract has
 * @param flipped whether every label says the opposite
 */
record Extract(
        Path path,
        Layout layout,
        long seed,
        long firstNumber,
        int rows,
        double dirtScale,
        Market market,
        boolean flipped) {
    /**
     * What was written.
     *
     * @param truth of the rows that a reader keeps
     */
    record Written(Truth truth, Map<Dirt, Integer> dirt) {}

    /** Writes the file, over what stands there. */
    Written write() throws IOException {
        Truth truth = new Truth();
        Map<Dirt, Integer> counts = new EnumMap<>(Dirt.class);
        byte[] bytes = text(truth, counts).toString().getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(path)) {
            if (layout.packed()) {
                try (OutputStream packed = new GZIPOutputStream(file)) {
                    packed.write(bytes);
                }
            } else {
                file.write(bytes);
            }
        }
        return new Written(truth, counts);
    }

    private StringBuilder text(Truth truth, Map<Dirt, Integer> counts) {
        Draws draws = new Draws(seed);
        LoanRow row = new LoanRow();
        StringBuilder text = new StringBuilder(rows * 80).append(layout.head());
        for (int i = 0; i < rows; i++) {
            Loan loan = Loan.draw(draws, firstNumber + i);
            double probability = market.probability(loan);
            boolean label = draws.happens(probability) != flipped;
            row.fill(loan, label);
            Dirt dirt = Dirt.draw(draws, dirtScale);
            if (dirt != null) {
                dirt.spoil(row);
                counts.merge(dirt, 1, Integer::sum);
            }
            if (isKept(dirt)) {
                truth.add(loan.number(), probability, label);
            }
            row.appendTo(text, layout.order());
            text.append(layout.lineEnd());
        }
        return text;
    }

    private static boolean isKept(@Nullable Dirt dirt) {
        return dirt == null || dirt.fate() != Dirt.Fate.KEPT_OUT;
    }
}
