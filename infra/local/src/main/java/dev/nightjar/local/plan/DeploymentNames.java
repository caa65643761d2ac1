package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of a deployment that names and costs depend on.
 *
 * @param name begins the names of what is deployed
 * @param architecture of the functions' processors
 */
public record DeploymentNames(String name, String architecture) {
    public DeploymentNames {
        requireNonNull(name, "name is null");
        requireNonNull(architecture, "architecture is null");
    }

    /** As {@code cdk.json} says, or the defaults. */
    public static DeploymentNames read(Home home) {
        Path file = home.folder().resolve("cdk.json");
        try {
            JsonNode context = Json.parse(Files.readAllBytes(file)).path("context");
            return new DeploymentNames(
                    context.path("name").asString("nightjar"),
                    context.path("architecture").asString("x86_64"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
