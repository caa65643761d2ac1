package dev.nightjar.asl.expression;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What an expression sees: its variables, without the dollar, and the clock and chance behind
 * {@code $now}, {@code $millis}, {@code $random} and {@code $uuid}. Immutable.
 */
public record Bindings(Map<String, JsonNode> variables, Instant now, RandomGenerator random) {

    public Bindings {
        variables = Map.copyOf(variables);
        requireNonNull(now, "now is null");
        requireNonNull(random, "random is null");
    }

    /** These, and one more variable. */
    public Bindings with(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Bindings(more, now, random);
    }
}
