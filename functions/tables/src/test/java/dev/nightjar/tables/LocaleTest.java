package dev.nightjar.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.tables.write.CleanRowWriter;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

final class LocaleTest {
    private static final List<Column> COLUMNS =
            List.of(
                    Columns.of("id", Role.KEY, ColumnType.INTEGER),
                    Columns.feature("amount", ColumnType.DECIMAL),
                    Columns.feature("day", ColumnType.DATE),
                    Columns.of("good", Role.LABEL, ColumnType.BOOLEAN));
    private static final String TEXT =
            "id,amount,day,good\n1,1234.5678,2026-03-29,TRUE\n2,1e21,2026-10-25,FALSE\n";

    @Test
    void aSnapshotHasTheSameBytesInAnyLocaleAndZone() throws IOException {
        byte[] expected = snapshot();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(snapshot()).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static byte[] snapshot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CleanRowWriter writer =
                CleanRowWriter.gzip(out, COLUMNS.stream().map(Column::name).toList())) {
            TableReader reader =
                    new TableReader(
                            ReadSettings.training(COLUMNS),
                            writer::write,
                            row -> assertThat(row).isNull());
            reader.read(
                    TableInput.whole(
                            "rows.csv",
                            Format.STANDARD,
                            new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8))));
        }
        return out.toByteArray();
    }
}
