package dev.nightjar.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Synthesizes the stack with the default settings in a process of its own. */
final class SynthesisProcess {
    private SynthesisProcess() {}

    /** Tells where the assembly is. */
    public static void main(String[] arguments) {
        System.out.println(Synthesized.of(Map.of()).assembly());
    }

    /** Answers the assembly's folder. */
    static Path run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        SynthesisProcess.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("exit code " + process.exitValue() + ": " + said);
        }
        return Path.of(said.strip());
    }
}
