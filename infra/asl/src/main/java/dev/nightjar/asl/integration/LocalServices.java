package dev.nightjar.asl.integration;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Engine;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The services that a machine under test talks to, each given in one line:
 *
 * <pre>{@code
 * Engine engine = new LocalServices()
 *         .function("Score", payload -> payload)
 *         .topic("arn:aws:sns:us-east-1:123456789012:done", messages::add)
 *         .object("shop", "orders.json", "[1, 2, 3]")
 *         .into(Engine.builder().clock(new VirtualClock()))
 *         .build();
 * }</pre>
 *
 * <p>A handler that is registered with the engine for a resource goes before them. Not safe for use
 * by many threads; what it makes is.
 */
public final class LocalServices {
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final Map<String, Consumer<JsonNode>> topics = new LinkedHashMap<>();
    private final Map<String, Consumer<JsonNode>> buses = new LinkedHashMap<>();
    private final List<StoredObject> objects = new ArrayList<>();

    /**
     * A Lambda function, for {@code lambda:invoke} with that name or ARN in FunctionName, and for
     * Tasks whose Resource is its ARN.
     */
    public LocalServices function(String nameOrArn, LambdaFunction function) {
        functions.put(
                requireNonNull(nameOrArn, "nameOrArn is null"),
                requireNonNull(function, "function is null"));
        return this;
    }

    /** An SNS topic; the subscriber gets the Arguments of each {@code sns:publish}. */
    public LocalServices topic(String arn, Consumer<JsonNode> subscriber) {
        topics.put(
                requireNonNull(arn, "arn is null"),
                requireNonNull(subscriber, "subscriber is null"));
        return this;
    }

    /**
     * An EventBridge bus; the subscriber gets each entry, with Detail as JSON. Entries to other
     * buses are accepted, and lost. The first bus of an account is {@code default}.
     */
    public LocalServices bus(String name, Consumer<JsonNode> subscriber) {
        buses.put(
                requireNonNull(name, "name is null"),
                requireNonNull(subscriber, "subscriber is null"));
        return this;
    }

    /** An S3 object, last modified at the beginning of time. */
    public LocalServices object(String bucket, String key, String text) {
        return object(new StoredObject(bucket, key, text, Instant.EPOCH));
    }

    /** An S3 object. */
    public LocalServices object(StoredObject object) {
        objects.add(requireNonNull(object, "object is null"));
        return this;
    }

    /** Registers all of them with an engine. */
    public Engine.Builder into(Engine.Builder engine) {
        return engine.integration(new LambdaFunctions(functions))
                .integration(new EventBuses(buses))
                .integration(new Topics(topics))
                .integration(new Buckets(objects));
    }
}
