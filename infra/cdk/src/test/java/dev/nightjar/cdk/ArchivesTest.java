package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ArchivesTest {
    @TempDir private Path home;

    @Test
    void areWhereTheBuildLeavesThem() throws IOException {
        Path file = home.resolve("functions/scoring/target/quick/scoring.jar");
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        assertThat(new Archives(home, Archives.QUICK).archive("scoring")).isEqualTo(file);
    }

    @Test
    void nameTheQuickBuildThatMakesThem() {
        assertThatThrownBy(() -> new Archives(home, Archives.QUICK).archive("training"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage(
                        "there is no functions/training/target/quick/training.jar. Build it with\n"
                                + "  mvn -Dquick -Ddeployables -pl functions/training,functions/scoring"
                                + " -am package");
    }

    @Test
    void nameTheWholeBuildThatMakesThem() {
        assertThatThrownBy(() -> new Archives(home, Archives.CHECKED).archive("training"))
                .isInstanceOf(NotDeployable.class)
                .hasMessage(
                        "there is no functions/training/target/training.jar. Build it with\n"
                                + "  mvn -Ddeployables -pl functions/training,functions/scoring -am"
                                + " package");
    }
}
