package dev.nightjar.pipeline.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Late;
import dev.nightjar.core.definition.Rerun;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Shards;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.definition.Unfit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

final class PartitionsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday 2026-11-09, 00:30 in Berlin: still Sunday in UTC. */
    private static final Instant SLOT = Instant.parse("2026-11-08T23:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "P1D, false, 1, 2026-11-08, 2026-11-08",
        "P1D, true, 1, 2026-11-09, 2026-11-09",
        "P7D, false, 7, 2026-11-02, 2026-11-08",
        "P7D, true, 7, 2026-11-03, 2026-11-09",
        "P90D, false, 90, 2026-08-11, 2026-11-08",
        "P2W, false, 14, 2026-10-26, 2026-11-08",
        "P1M, false, 31, 2026-10-09, 2026-11-08"
    })
    void aWindowEndsBeforeTheSlotsOwnDate(
            String window, boolean include, int count, String first, String last) {
        List<Partition> partitions =
                Partitions.of(new Source("dt={date}/*.csv", window, include, null), SLOT, BERLIN);
        assertThat(partitions)
                .hasSize(count)
                .isSortedAccordingTo((a, b) -> a.label().compareTo(b.label()));
        assertThat(partitions.getFirst()).isEqualTo(new Partition(first, "dt=" + first + "/*.csv"));
        assertThat(partitions.getLast().label()).isEqualTo(last);
    }

    @Test
    void hoursEndBeforeTheSlotsOwnHour() {
        Source source = new Source("{date}/{hour}.csv", "PT3H", false, null);
        assertThat(Partitions.of(source, SLOT, BERLIN))
                .containsExactly(
                        new Partition("2026-11-08T21", "2026-11-08/21.csv"),
                        new Partition("2026-11-08T22", "2026-11-08/22.csv"),
                        new Partition("2026-11-08T23", "2026-11-08/23.csv"));
        assertThat(Partitions.of(new Source("{date}/{hour}.csv", "PT1H", true, null), SLOT, BERLIN))
                .extracting(Partition::label)
                .containsExactly("2026-11-09T00");
    }

    @Test
    void anHourThatComesTwiceIsReadOnceAndOneThatDoesNotExistNever() {
        Source hours = new Source("{date}/{hour}.csv", "PT4H", false, null);
        assertThat(Partitions.of(hours, Instant.parse("2027-10-31T03:00:00Z"), BERLIN))
                .extracting(Partition::label)
                .containsExactly("2027-10-31T01", "2027-10-31T02", "2027-10-31T03");
        Source day = new Source("{date}/{hour}.csv", "P1D", true, null);
        assertThat(Partitions.of(day, Instant.parse("2027-03-28T03:00:00Z"), BERLIN))
                .hasSize(23)
                .extracting(Partition::label)
                .doesNotContain("2027-03-28T02");
        assertThat(Partitions.of(day, Instant.parse("2027-10-31T03:00:00Z"), BERLIN)).hasSize(24);
    }

    @Test
    void aPathWithoutADateReadsEverything() {
        assertThat(Partitions.of(new Source("all/*.csv", null, false, null), SLOT, BERLIN))
                .containsExactly(new Partition("all", "all/*.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "dt=1/*.csv, dt=1/a.csv, true",
        "dt=1/*.csv, dt=1/a.csv.gz, false",
        "dt=1/*.csv*, dt=1/a.csv.gz, true",
        "dt=1/*.csv, dt=1/x/a.csv, false",
        "dt=1/**.csv, dt=1/x/a.csv, true",
        "dt=1/, dt=1/x/a.csv, true",
        "dt=1/part-?.csv, dt=1/part-1.csv, true",
        "dt=1/part-?.csv, dt=1/part-10.csv, false",
        "a.b/(c).csv, a.b/(c).csv, true",
        "a.b/(c).csv, axb/(c).csv, false"
    })
    void aPatternMeansKeys(String path, String key, boolean meant) {
        assertThat(KeyPattern.of(path).matches(key)).isEqualTo(meant);
    }

    @Test
    void aPatternKnowsWhatToList() {
        assertThat(KeyPattern.of("dt=1/part-*.csv").prefix()).isEqualTo("dt=1/part-");
        assertThat(KeyPattern.of("dt=1/").prefix()).isEqualTo("dt=1/");
        assertThat(KeyPattern.of("a.csv").isExact()).isTrue();
        assertThat(KeyPattern.of("*.csv").isExact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "06:00, 2026-11-09T03:00:00Z, 2026-11-09T05:00:00Z",
        "01:00, 2026-11-09T03:00:00Z, 2026-11-10T00:00:00Z",
        "04:00, 2026-11-09T03:00:00Z, 2026-11-10T03:00:00Z",
        "06:00, 2027-03-28T00:00:00Z, 2027-03-28T04:00:00Z",
        "02:30, 2027-03-28T00:00:00Z, 2027-03-28T01:30:00Z",
        "02:30, 2027-10-30T23:00:00Z, 2027-10-31T00:30:00Z"
    })
    void aDeadlineIsTheFirstSuchTimeAfterTheSlot(String deadline, Instant slot, Instant due) {
        assertThat(Deadline.at(scoring(deadline), slot)).contains(due);
    }

    @Test
    void withoutADeadlineNothingIsDue() {
        assertThat(Deadline.at(scoring(null), SLOT)).isEmpty();
    }

    private static Scoring scoring(@Nullable String deadline) {
        return new Scoring(
                new Source("a.csv", null, false, null),
                new Schedule("0 4 * * ? *", null, null, "Europe/Berlin", false),
                deadline,
                new Shards(1, 1, true),
                Rerun.PARTIAL,
                Late.PUBLISH,
                Unfit.FAIL);
    }
}
