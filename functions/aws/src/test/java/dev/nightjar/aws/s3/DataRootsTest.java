package dev.nightjar.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nightjar.core.store.StoredObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DataRootsTest {
    private static final DataRoots WITHOUT_CLOUD =
            new DataRoots(
                    () -> {
                        throw new AssertionError("nobody needs a client here");
                    });

    @Test
    void opensAFolderWithoutAClient(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x");

        assertThat(WITHOUT_CLOUD.apply(folder.toString()).find("a.csv").map(StoredObject::text))
                .contains("x");
    }

    @Test
    void opensAnAddressOfS3() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(ScriptedS3.object("e1", "x"))) {
            DataRoots roots = new DataRoots(s3::client);

            assertThat(roots.apply("s3://data/loans").find("a.csv")).isPresent();
            assertThat(s3.asked()).containsExactly("GET /data/loans/a.csv");
        }
    }

    @Test
    void refusesAnAddressThatIsNone() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(ScriptedS3.object("e1", "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DataRoots(s3::client).apply("s3://"));
        }
    }
}
