package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ArchivesTest {
    private static final List<String> BOTH = List.of("training", "scoring");

    @TempDir private Path home;

    @Test
    void areWhereTheBuildLeavesThem() throws IOException {
        make("functions/scoring/target/scoring.jar");
        make("functions/training/target/training.jar");

        assertThat(new Archives(home, Archives.CHECKED).problems(BOTH)).isEmpty();
    }

    @Test
    void nameTheQuickBuildThatMakesThem() throws IOException {
        make("functions/scoring/target/quick/scoring.jar");

        assertThat(new Archives(home, Archives.QUICK).problems(BOTH))
                .containsExactly(
                        "there is no functions/training/target/quick/training.jar",
                        "Build the archives with mvn -Dquick -Ddeployables -pl"
                                + " functions/training,functions/scoring -am package");
    }

    @Test
    void nameTheWholeBuildThatMakesThem() {
        assertThat(new Archives(home, Archives.CHECKED).problems(BOTH))
                .containsExactly(
                        "there is no functions/scoring/target/scoring.jar",
                        "there is no functions/training/target/training.jar",
                        "Build the archives with mvn -Ddeployables -pl"
                                + " functions/training,functions/scoring -am package");
    }

    private void make(String file) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.createFile(home.resolve(file));
    }
}
