package dev.nightjar.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.ReleaseMode;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.rows.TextColumn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

final class HoldoutSplitTest {
    private static final Column ID = Columns.of("id", Role.KEY, ColumnType.TEXT);
    private static final Column PLACE = Columns.of("place", Role.KEY, ColumnType.TEXT);
    private static final Column DAY = Columns.feature("day", ColumnType.DATE);

    @Test
    void rowsAreHeldOutAsTheReferenceHoldsThemOut() {
        HoldoutSplit split = HoldoutSplit.of(definition(SplitBy.ROW, 0.2, 0, null, null));

        assertThat(count(split, 32_561))
                .isEqualTo(Map.of(Part.TRAINING, 25_976L, Part.HOLDOUT, 6_585L));
        assertThat(count(split, 119_390))
                .isEqualTo(Map.of(Part.TRAINING, 95_499L, Part.HOLDOUT, 23_891L));
    }

    @Test
    void validationTakesTheNextBucketsAndLeavesHoldoutAlone() {
        HoldoutSplit alone = HoldoutSplit.of(definition(SplitBy.ROW, 0.2, 0, null, null));
        HoldoutSplit both = HoldoutSplit.of(definition(SplitBy.ROW, 0.2, 0.2, null, null));

        for (long row = 0; row < 10_000; row++) {
            assertThat(both.ofRecord(row) == Part.HOLDOUT)
                    .isEqualTo(alone.ofRecord(row) == Part.HOLDOUT);
        }
        assertThat(count(both, 10_000).getOrDefault(Part.VALIDATION, 0L)).isBetween(1_800L, 2_200L);
    }

    @Test
    void aSeedStandsBeforeTheDigits() {
        HoldoutSplit seeded = HoldoutSplit.of(definition(SplitBy.ROW, 0.2, 0, null, 7L));

        CRC32 crc = new CRC32();
        crc.update("7:4711".getBytes(StandardCharsets.UTF_8));
        assertThat(seeded.ofRecord(4711) == Part.HOLDOUT).isEqualTo(crc.getValue() % 100 < 20);
        assertThat(count(seeded, 10_000))
                .isNotEqualTo(
                        count(
                                HoldoutSplit.of(definition(SplitBy.ROW, 0.2, 0, null, null)),
                                10_000));
    }

    @Test
    void aKeyDecidesWhereverItsRowStands() {
        HoldoutSplit split = HoldoutSplit.of(definition(SplitBy.KEY, 0.5, 0, null, null));

        Map<String, Part> forward =
                parts(split, "id,place,day\na,x,2026-01-01\nb,x,2026-01-01\nab,,2026-01-01\n");
        Map<String, Part> backward = parts(split, "id,place,day\nb,x,2026-01-01\na,x,2026-01-01\n");
        assertThat(forward).containsAllEntriesOf(backward);

        CRC32 crc = new CRC32();
        crc.update("a\u001fx".getBytes(StandardCharsets.UTF_8));
        assertThat(forward.get("a") == Part.HOLDOUT).isEqualTo(crc.getValue() % 100 < 50);
    }

    @Test
    void timeHoldsOutTheNewestDaysWhole() {
        TimeThreshold threshold = new TimeThreshold();
        for (int day = 1; day <= 10; day++) {
            threshold.add(String.format(Locale.ROOT, "2026-01-%02d", day), 10);
        }
        assertThat(threshold.cut(0.2, 0)).isEqualTo(new TimeCut(null, "2026-01-09"));
        assertThat(threshold.cut(0.15, 0.1)).isEqualTo(new TimeCut("2026-01-08", "2026-01-09"));
        assertThat(threshold.cut(0.15, 0.05)).isEqualTo(new TimeCut("2026-01-08", "2026-01-09"));

        HoldoutSplit split =
                HoldoutSplit.byTime(
                        definition(SplitBy.TIME, 0.2, 0.1, "day", null),
                        new TimeCut("2026-01-08", "2026-01-09"));
        assertThat(parts(split, "id,place,day\na,x,2026-01-09\nb,x,2026-01-08\nc,x,2025-12-31\n"))
                .isEqualTo(Map.of("a", Part.HOLDOUT, "b", Part.VALIDATION, "c", Part.TRAINING));
    }

    @Test
    void oneDayAloneCannotBeSplit() {
        TimeThreshold threshold = new TimeThreshold();
        threshold.add("2026-01-01", 10);

        assertThatThrownBy(() -> threshold.cut(0.2, 0))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "the split by time leaves no row to learn from: the days from 2026-01-01 to"
                                + " 2026-01-01 hold 10 rows, and rows of one day stay together");
    }

    @Test
    void aTimeColumnThatIsNotReadIsNamed() {
        HoldoutSplit split =
                HoldoutSplit.byTime(
                        definition(SplitBy.TIME, 0.2, 0, "hour", null),
                        new TimeCut(null, "2026-01-09"));

        assertThatThrownBy(() -> parts(split, "id,place,day\na,x,2026-01-09\n"))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage(
                        "split.time names 'hour', which is no column of type date that is read;"
                                + " found [id, place, day]");
    }

    private static Map<Part, Long> count(HoldoutSplit split, long rows) {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        for (long row = 0; row < rows; row++) {
            counts.merge(split.ofRecord(row), 1L, Long::sum);
        }
        return counts;
    }

    private static Map<String, Part> parts(HoldoutSplit split, String text) {
        Map<String, Part> parts = new TreeMap<>();
        TableReader reader =
                new TableReader(
                        ReadSettings.clean(List.of(ID, PLACE, DAY)),
                        block -> {
                            for (int row = 0; row < block.rows(); row++) {
                                var ids = (TextColumn) block.column(0);
                                parts.put(ids.text(row), split.part(block, row, null));
                            }
                        },
                        row -> {});
        try {
            reader.read(
                    TableInput.whole(
                            "rows.csv",
                            Format.STANDARD,
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parts;
    }

    private static Definition definition(
            SplitBy by,
            double holdout,
            double validation,
            @Nullable String time,
            @Nullable Long seed) {
        Training training =
                new Training(
                        new Source("rows.csv", null, false, null),
                        null,
                        new Split(holdout, validation, by, time),
                        List.of(
                                new CandidateSettings(
                                        TrainerKind.LOGISTIC_REGRESSION, new TreeMap<>())),
                        "auc");
        return new Definition(
                "loans",
                null,
                null,
                null,
                new ArrayList<>(List.of(ID, PLACE, DAY)),
                Format.STANDARD,
                Limits.STANDARD,
                null,
                seed,
                training,
                List.of(),
                ReleaseMode.AUTO,
                null,
                Service.of(ServiceLevel.LOW, null));
    }
}
