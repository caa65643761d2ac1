package dev.nightjar.asl.teststate;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What services answer, by resource: answers.json. A name is the service and the action, with
 * {@code .sync} for the answer that an integration of this pattern polls for.
 */
final class AnswerShapes {
    private static final String INTEGRATION = "arn:aws:states:::";
    private static final String SDK = "aws-sdk:";
    private static final Map<String, String> SERVICES =
            Map.of("sfn", "states", "eventbridge", "events");

    /** AWS checks no mocks of these ("Mock validation modes", developer guide). */
    private static final Set<String> UNCHECKED =
            Set.of("http:invoke", "apigateway:invoke", "eks:call", "eks:runJob", "eks:runJob.sync");

    private final JsonNode shapes;

    private AnswerShapes(JsonNode shapes) {
        this.shapes = shapes;
    }

    static AnswerShapes read() {
        try (InputStream in = AnswerShapes.class.getResourceAsStream("answers.json")) {
            Objects.requireNonNull(in, "answers.json is missing");
            return new AnswerShapes(JsonMapper.shared().readTree(in.readAllBytes()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The shape of a resource's answer, or null when AWS checks none. */
    @Nullable JsonNode of(String resource) {
        if (!resource.startsWith(INTEGRATION) || resource.endsWith(".waitForTaskToken")) {
            return null;
        }
        String name = name(resource);
        if (UNCHECKED.contains(name)) {
            return null;
        }
        JsonNode shape = shapes.get(name);
        if (shape == null) {
            throw new StateTestRefusedException(
                    StateTestRefusedException.NOT_IMPLEMENTED,
                    "What "
                            + resource
                            + " answers is not known here, so its mock cannot be checked: set"
                            + " fieldValidationMode to NONE");
        }
        return shape;
    }

    private static String name(String resource) {
        String name = resource.substring(INTEGRATION.length());
        if (name.startsWith(SDK)) {
            name = name.substring(SDK.length());
        }
        if (name.endsWith(".sync:2")) {
            name = name.substring(0, name.length() - 2);
        }
        int colon = name.indexOf(':');
        String service = colon < 0 ? name : name.substring(0, colon);
        return SERVICES.getOrDefault(service, service) + name.substring(service.length());
    }
}
