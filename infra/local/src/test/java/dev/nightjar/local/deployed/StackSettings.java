package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is given to the CDK app as its context.
 *
 * @param name of the deployment
 */
record StackSettings(String name, SortedMap<String, String> context) {
    StackSettings {
        requireNonNull(name, "name is null");
        context = new TreeMap<>(context);
    }

    /**
     * Settings for functions that run on the processor of this machine.
     *
     * @param pipelines folder of the pipeline files
     */
    static StackSettings of(String name, Path pipelines) {
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        return new StackSettings(name, new TreeMap<>())
                .with("name", name)
                .with("pipelines", pipelines.toAbsolutePath().toString())
                .with("architecture", arm ? "arm64" : "x86_64");
    }

    /** The same with one more setting. */
    StackSettings with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(context);
        more.put(key, value);
        return new StackSettings(name, more);
    }

    /** The stack's name. */
    String stack() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The options of the CDK's command line. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        context.forEach((key, value) -> options.addAll(List.of("-c", key + "=" + value)));
        return options;
    }
}
