package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.pipeline.window.Partition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Loan applications in a folder, as a lender's systems would leave them there. A week's extract and
 * its applications depend on the seed and on the week alone.
 *
 * @param folder the data root
 */
record LoanData(Path folder, long seed) {
    private static final int SHARDS = 8;
    private static final double TRAINING_DIRT = 1;
    private static final double APPLICATION_DIRT = 0.05;
    private static final long NUMBERS_OF_A_FILE = 10_000_000;

    LoanData {
        requireNonNull(folder, "folder is null");
    }

    /**
     * What was written.
     *
     * @param truth of the rows that a reader keeps
     * @param dirt rows by what is wrong with them
     */
    record Made(long rows, Truth truth, Map<Dirt, Integer> dirt) {
        /** Rows that end in such a way. */
        long rows(Dirt.Fate fate) {
            return dirt.entrySet().stream()
                    .filter(entry -> entry.getKey().fate() == fate)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** The extract that the week's Monday trains on: one file in each of the partitions. */
    Made training(Week week, List<Partition> partitions) {
        List<Extract> extracts = new ArrayList<>();
        for (int file = 0; file < partitions.size(); file++) {
            Layout layout = Layout.of(file, true);
            long first = firstNumber(week, 0, file);
            extracts.add(
                    new Extract(
                            file(partitions.get(file), 0, layout),
                            layout,
                            seed + first,
                            first,
                            share(week.trainingRows(), file, partitions.size()),
                            TRAINING_DIRT,
                            week.market(),
                            week.broken() && file >= partitions.size() / 2));
        }
        return write(extracts);
    }

    /** The applications that the week's Monday night scores: several files in its partition. */
    Made applications(Week week, Partition partition) {
        List<Extract> extracts = new ArrayList<>();
        for (int file = 0; file < SHARDS; file++) {
            Layout layout = Layout.of(file, false);
            long first = firstNumber(week, 1, file);
            extracts.add(
                    new Extract(
                            file(partition, file, layout),
                            layout,
                            seed + first,
                            first,
                            share(week.applications(), file, SHARDS),
                            APPLICATION_DIRT,
                            week.market(),
                            false));
        }
        return write(extracts);
    }

    /** Where a file of the partition lies: the pattern's folder, with a name of ours. */
    private Path file(Partition partition, int file, Layout layout) {
        String pattern = partition.path();
        String below = pattern.substring(0, pattern.lastIndexOf('/') + 1);
        return folder.resolve(below + "part-" + file + layout.ending());
    }

    /** Room for all rows of a file before the next file's numbers begin. */
    private static long firstNumber(Week week, int kind, int file) {
        return 1 + ((week.number() * 2L + kind) * 10 + file) * NUMBERS_OF_A_FILE;
    }

    private static int share(int rows, int file, int files) {
        return rows / files + (file < rows % files ? 1 : 0);
    }

    private static Made write(List<Extract> extracts) {
        Truth truth = new Truth();
        Map<Dirt, Integer> dirt = new EnumMap<>(Dirt.class);
        long rows = 0;
        for (Extract.Written written : extracts.parallelStream().map(LoanData::write).toList()) {
            truth.addAll(written.truth());
            written.dirt().forEach((kind, count) -> dirt.merge(kind, count, Integer::sum));
        }
        for (Extract extract : extracts) {
            rows += extract.rows();
        }
        return new Made(rows, truth, dirt);
    }

    private static Extract.Written write(Extract extract) {
        try {
            return extract.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
