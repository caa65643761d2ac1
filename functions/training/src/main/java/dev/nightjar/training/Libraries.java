package dev.nightjar.training;

import org.tribuo.Tribuo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of what learned a model, as far as it decides the result. */
final class Libraries {
    private Libraries() {}

    static SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("java", System.getProperty("java.runtime.version", "unknown"));
        versions.put(
                "platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("tribuo", Tribuo.VERSION);
        versions.put("xgboost", xgboost());
        return versions;
    }

    private static String xgboost() {
        try (InputStream in =
                Libraries.class.getResourceAsStream("/xgboost4j-version.properties")) {
            if (in == null) {
                return "unknown";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
