package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the command line is answered. */
final class NightjarAppTest {
    @TempDir private Path empty;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void needNode() {
        Synthesized.needNode();
    }

    @Test
    void listsTheArchivesThatNobodyBuilt() {
        int answer = synthesize(Map.of());

        assertThat(lines())
                .containsExactly(
                        "there is no functions/scoring/target/quick/scoring.jar",
                        "there is no functions/training/target/quick/training.jar",
                        "Build the archives with mvn -Dquick -Ddeployables -pl"
                                + " functions/training,functions/scoring -am package");
        assertThat(answer).isEqualTo(2);
    }

    @Test
    void listsTheSettingsThatAreWrong() {
        int answer = synthesize(Map.of("architecture", "amd64"));

        assertThat(lines())
                .containsExactly("setting architecture is 'amd64'; it is x86_64 or arm64");
        assertThat(answer).isEqualTo(2);
    }

    private int synthesize(Map<String, ?> settings) {
        NightjarApp nightjar =
                new NightjarApp(
                        Project.ROOT,
                        new Archives(empty, Archives.QUICK),
                        Synthesized.NOON,
                        new PrintStream(printed, true, UTF_8));
        return nightjar.synthesize(Synthesized.app(settings));
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}
