package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files under {@code events/} are what the functions are asked and answer today. Written anew
 * by {@code mvn -pl infra/local test -Dtest=EventsSpeakWhatTheCodeSpeaksTest
 * -Dnightjar.events=write}.
 */
class EventsSpeakWhatTheCodeSpeaksTest {
    private static final boolean WRITE = "write".equals(System.getProperty("nightjar.events"));

    private static Path events() {
        return Home.find().folder().resolve("events");
    }

    @Test
    void theFilesAreTheMessagesOfANight(@TempDir Path folder)
            throws InterruptedException, IOException {
        Map<String, JsonNode> messages = new EventNight(folder).messages();
        if (WRITE) {
            write(messages);
        }

        Map<String, JsonNode> files = files();
        assertThat(files.keySet()).isEqualTo(messages.keySet());
        messages.forEach(
                (name, message) -> assertThat(files.get(name)).as(name).isEqualTo(message));
    }

    private static Map<String, JsonNode> files() throws IOException {
        Map<String, JsonNode> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(events())) {
            for (Path file : all.filter(one -> one.toString().endsWith(".json")).toList()) {
                String name = events().relativize(file).toString().replace('\\', '/');
                files.put(name, Json.parse(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static void write(Map<String, JsonNode> messages) throws IOException {
        for (Map.Entry<String, JsonNode> message : messages.entrySet()) {
            Path file = events().resolve(message.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.pretty(message.getValue()));
        }
    }
}
