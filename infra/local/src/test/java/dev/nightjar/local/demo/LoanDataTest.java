package dev.nightjar.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.pipeline.window.Partition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

final class LoanDataTest {
    private static final long SEED = 7;

    private static final String FOURTH_DAY = "training/dt=2026-11-04";

    @TempDir Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Week week = Week.three().getFirst().scaled(0.02);

        training("first", SEED, week);
        training("second", SEED, week);
        training("third", SEED + 1, week);

        assertThat(files("first")).isEqualTo(files("second")).hasSize(7);
        assertThat(files("first")).isNotEqualTo(files("third"));
    }

    @Test
    void theTextIsTheOneThatEveryMachineMakes() throws IOException {
        training("first", SEED, Week.three().getFirst().scaled(0.001));

        assertThat(files("first").sequencedValues().getFirst())
                .startsWith(
                        """
                        loan_id,amount,age,income,term_months,employment_years,previous_defaults,\
                        purpose,home,region,defaulted
                        L200000001,""");
    }

    @ParameterizedTest
    @EnumSource
    void aboutEveryTwelfthLoanDefaults(Market market) {
        LoanData.Made made = training("any", SEED, new Week(1, 60_000, 1, market, false));

        assertThat(made.truth().labelRate()).isCloseTo(0.08, within(0.004));
    }

    @ParameterizedTest
    @EnumSource
    void theBestPossibleAucIsKnown(Market market) {
        LoanData.Made made = training("any", SEED, new Week(1, 60_000, 1, market, false));

        double expected = market == Market.CALM ? 0.822 : 0.876;
        assertThat(made.truth().bestAuc()).isCloseTo(expected, within(0.008));
    }

    @Test
    void theLaterHalfOfABrokenExtractSaysTheOpposite() throws IOException {
        training("right", SEED, new Week(2, 700, 1, Market.CALM, false));
        training("broken", SEED, new Week(2, 700, 1, Market.CALM, true));

        SortedMap<String, String> right = files("right");
        files("broken")
                .forEach(
                        (name, text) -> {
                            boolean early = name.compareTo(FOURTH_DAY) < 0;
                            assertThat(right.get(name)).isEqualTo(early ? text : swapped(text));
                        });
    }

    @Test
    void nobodyCanLearnFromABrokenExtract() {
        Truth truth = training("any", SEED, new Week(2, 60_000, 1, Market.CALM, true)).truth();

        assertThat(truth.labelRate()).isCloseTo(0.56, within(0.01));
        assertThat(truth.bestAuc()).isBetween(0.4, 0.6);
    }

    @Test
    void twoPercentOfAnExtractIsKeptOutAndAFewPercentMendedOrFilled() {
        LoanData.Made made = training("any", SEED, Week.three().getFirst());

        assertThat(made.rows()).isEqualTo(60_000);
        assertThat(made.rows(Dirt.Fate.KEPT_OUT)).isBetween(1_050L, 1_350L);
        assertThat(made.rows(Dirt.Fate.REPAIRED)).isBetween(400L, 560L);
        assertThat(made.rows(Dirt.Fate.FILLED)).isBetween(1_600L, 2_000L);
        assertThat(made.dirt()).containsOnlyKeys(Dirt.values());
        assertThat(made.truth().rows()).isEqualTo(60_000 - made.rows(Dirt.Fate.KEPT_OUT));
    }

    @Test
    void everySenderHasOwnHabits() throws IOException {
        LoanData data = new LoanData(folder, SEED);

        data.applications(
                new Week(1, 1, 80, Market.CALM, false),
                new Partition("2026-11-02", "applications/dt=2026-11-02/*.csv*"));

        Path night = folder.resolve("applications/dt=2026-11-02");
        assertThat(night.resolve("part-1.csv.gz")).exists();
        assertThat(Files.readString(night.resolve("part-0.csv"))).startsWith("loan_id,amount,age");
        assertThat(Files.readString(night.resolve("part-2.csv"))).contains("region\r\n");
        assertThat(Files.readString(night.resolve("part-3.csv"))).startsWith("region,income,");
        assertThat(Files.readString(night.resolve("part-4.csv"))).startsWith("\uFEFFloan_id,");
        assertThat(Files.readString(night.resolve("part-7.csv"))).hasLineCount(11);
    }

    private static String swapped(String text) {
        return text.replaceAll(",true(\\R)", ",opposite$1")
                .replaceAll(",false(\\R)", ",true$1")
                .replaceAll(",opposite(\\R)", ",false$1");
    }

    private LoanData.Made training(String name, long seed, Week week) {
        return new LoanData(folder.resolve(name), seed).training(week, partitions());
    }

    private static List<Partition> partitions() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(day -> "2026-11-0" + day)
                .map(day -> new Partition(day, "training/dt=" + day + "/*.csv*"))
                .toList();
    }

    /** Name and text of all files below, packed ones unpacked. */
    private SortedMap<String, String> files(String name) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), text(path));
            }
        }
        return files;
    }

    private static String text(Path path) throws IOException {
        if (!path.toString().endsWith(".gz")) {
            return Files.readString(path);
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
