package dev.nightjar.asl.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.StartedExecution;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What an execution was started with, as two files that people can read. */
final class StartedExecutionFile {
    static final String NAME = "execution.json";
    private static final String DEFINITION = "definition.asl.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private StartedExecutionFile() {}

    static boolean isIn(Path place) {
        return Files.exists(place.resolve(NAME)) && Files.exists(place.resolve(DEFINITION));
    }

    /** Afterwards the execution is there, for the file of its name is there as a whole. */
    static void write(Path place, StartedExecution start) throws IOException {
        Files.writeString(place.resolve(DEFINITION), start.definition());
        ObjectNode json = JSON.createObjectNode();
        json.put("executionArn", start.identity().id())
                .put("name", start.identity().name())
                .put("stateMachineArn", start.identity().stateMachineArn())
                .put("startedAt", start.startedAt().toString())
                .put("definitionDigest", start.definitionDigest())
                .put("seed", start.seed());
        json.set("input", start.input());
        Path half = place.resolve(NAME + ".new");
        Files.writeString(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
        Files.move(half, place.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Carries both to the disk, with the entries of their folder and its own. */
    static void force(Path place) throws IOException {
        forceFile(place.resolve(DEFINITION));
        forceFile(place.resolve(NAME));
        forceFile(place);
        forceFile(place.resolveSibling("."));
    }

    /** Of a file its content, of a folder its entries. */
    static void forceFile(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Reads it.
     *
     * @throws CorruptJournalException when it is not what was written there
     */
    static StartedExecution read(Path place) throws IOException {
        Path file = place.resolve(NAME);
        String definition = Files.readString(place.resolve(DEFINITION), UTF_8);
        StartedExecution start;
        String digest;
        try {
            JsonNode json = JSON.readTree(Files.readString(file, UTF_8));
            start = started(json, definition);
            digest = json.required("definitionDigest").stringValue();
        } catch (JacksonException | IllegalArgumentException problem) {
            throw new CorruptJournalException(file + " is broken: " + problem.getMessage());
        }
        if (!start.definitionDigest().equals(digest)) {
            throw new CorruptJournalException(
                    "%s is not the definition that the execution was started with: its SHA-256 is %s, not %s"
                            .formatted(
                                    place.resolve(DEFINITION), start.definitionDigest(), digest));
        }
        return start;
    }

    private static StartedExecution started(JsonNode json, String definition) {
        ExecutionIdentity identity =
                new ExecutionIdentity(
                        json.required("executionArn").stringValue(),
                        json.required("name").stringValue(),
                        json.required("stateMachineArn").stringValue(),
                        null);
        return new StartedExecution(
                identity,
                definition,
                json.required("input"),
                Instant.parse(json.required("startedAt").stringValue()),
                json.required("seed").longValue());
    }
}
