package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

class CsvLinesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void theHeaderGoesOneWayAndTheRowsAnother(int buffer) throws IOException {
        byte[] csv = "id,\"a\nb\"\n1,\"x\ny\"\n2,z\n".getBytes(UTF_8);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        CsvLines lines = new CsvLines(header, rows);

        for (int i = 0; i < csv.length; i += buffer) {
            byte[] chunk = new byte[Math.min(buffer, csv.length - i)];
            System.arraycopy(csv, i, chunk, 0, chunk.length);
            lines.write(chunk, chunk.length);
        }

        assertThat(header.toString(UTF_8)).isEqualTo("id,\"a\nb\"\n");
        assertThat(rows.toString(UTF_8)).isEqualTo("1,\"x\ny\"\n2,z\n");
        assertThat(lines.records()).isEqualTo(3);
    }
}
