package dev.nightjar.run;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Guesses which part of the system failed, so that the right person is called. */
final class FailureComponent {
    private static final List<Map.Entry<String, List<String>>> WORDS =
            List.of(
                    Map.entry("memory", List.of("outofmemory", "java heap", "memory size")),
                    Map.entry(
                            "time",
                            List.of("timedout", "timed out", "timed_out", "timeout", "deadline")),
                    Map.entry(
                            "permission",
                            List.of("accessdenied", "access denied", "permission", "forbidden")),
                    Map.entry("network", List.of("connect", "unknownhost", "socket", "network")),
                    Map.entry("database", List.of("sqlexception", "jdbc", "athena")),
                    Map.entry(
                            "storage",
                            List.of("nospace", "no space", "ioexception", "s3exception", "store")));

    private FailureComponent() {}

    static @Nullable String of(String error, String cause) {
        String text = (error + " " + cause).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> component : WORDS) {
            if (component.getValue().stream().anyMatch(text::contains)) {
                return component.getKey();
            }
        }
        return null;
    }
}
