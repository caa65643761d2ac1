package dev.nightjar.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.bench.HandlerMain;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that has an archive and nothing else to find classes in, and calls its handlers. */
final class HandlerProcess implements AutoCloseable {
    private final Path errors;
    private final Process process;
    private final BufferedWriter calls;
    private final BufferedReader answers;

    /**
     * Starts one.
     *
     * @param folder for what it has to say
     * @param store the folder that the handlers are wired with
     * @param libraries where native libraries are looked for
     */
    HandlerProcess(Archive archive, Path folder, Path store, Path libraries) throws IOException {
        this.errors = Files.createTempFile(folder, archive.name(), ".err");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                archive.file() + File.pathSeparator + placeOfMain(),
                                HandlerMain.class.getName())
                        .redirectError(errors.toFile());
        builder.environment().put("NIGHTJAR_STORE", store.toString());
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        this.process = builder.start();
        this.calls = process.outputWriter(UTF_8);
        this.answers = process.inputReader(UTF_8);
    }

    /** The classes of the command line: of the functions it holds none. */
    private static Path placeOfMain() {
        try {
            return Path.of(
                    HandlerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What the handler answers. */
    JsonNode call(Class<?> handler, Object request) throws IOException {
        calls.write(handler.getName() + " " + Json.text(request) + "\n");
        calls.flush();
        String answer = answers.readLine();
        if (HandlerMain.READY.equals(answer)) {
            answer = answers.readLine();
        }
        if (answer == null) {
            throw new AssertionError(handler + " does not answer:\n" + Files.readString(errors));
        }
        return Json.parse(answer);
    }

    /** What it said beside its answers. */
    List<String> said() throws IOException {
        return Files.readAllLines(errors);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
