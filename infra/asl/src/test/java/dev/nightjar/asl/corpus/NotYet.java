package dev.nightjar.asl.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The cases that the engine cannot answer yet, each with its reason: not-yet.txt. */
record NotYet(Map<String, String> reasons) {

    static NotYet read() {
        try (InputStream in = NotYet.class.getResourceAsStream("not-yet.txt")) {
            byte[] bytes = Objects.requireNonNull(in, "not-yet.txt is missing").readAllBytes();
            Map<String, String> reasons = new LinkedHashMap<>();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 2))
                    .forEach(parts -> reasons.put(parts[0], parts[1]));
            return new NotYet(reasons);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
