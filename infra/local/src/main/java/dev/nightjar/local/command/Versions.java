package dev.nightjar.local.command;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.Platform;

import java.util.List;
import java.util.TreeSet;

/**
 * The versions of a pipeline whose bundles stand in the store.
 *
 * @param pipeline the pipeline's name
 * @param built whole versions
 */
record Versions(String pipeline, List<String> built) {
    Versions {
        built = List.copyOf(built);
    }

    static Versions of(Platform platform, String pipeline) {
        String prefix = Keys.models(pipeline);
        TreeSet<String> versions = new TreeSet<>();
        for (ObjectHead head : platform.store().list(prefix)) {
            String name = head.key().substring(prefix.length());
            if (!head.key().startsWith(Keys.modelNumbers(pipeline)) && name.contains("/")) {
                versions.add(name.substring(0, name.indexOf('/')));
            }
        }
        return new Versions(pipeline, List.copyOf(versions));
    }

    /** The whole version that a person means with {@code 1.0.3} or all of it. */
    String whole(String typed) {
        return built.stream()
                .filter(one -> one.equals(typed) || ModelVersion.shown(one).equals(typed))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        Exits.USAGE,
                                        "%s has no bundle of version '%s'; it has %s"
                                                .formatted(pipeline, typed, built),
                                        "./nightjar models " + pipeline));
    }
}
