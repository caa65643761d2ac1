package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.VirtualClock;
import dev.nightjar.asl.teststate.FieldValidationMode;
import dev.nightjar.asl.teststate.InspectionLevel;
import dev.nightjar.asl.teststate.StateConfiguration;
import dev.nightjar.asl.teststate.StateMock;
import dev.nightjar.asl.teststate.StateTest;
import dev.nightjar.asl.teststate.StateTestRefusedException;
import dev.nightjar.asl.teststate.StateTestResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;

/** A state tested alone; the case's {@code params} have the names of the API. */
final class StateTestAnswer {
    private static final String ROLE = "arn:aws:iam::000000000000:role/TestState";

    private StateTestAnswer() {}

    static ObjectNode of(ConformanceCase each) throws InterruptedException {
        Fakes fakes = new Fakes(each.fakes(), new VirtualClock());
        try {
            StateTestResult result = test(each, fakes).run();
            return fakes.missing() == null
                    ? answer(each, result)
                    : CaseRunner.unsupported(each, fakes.missing());
        } catch (StateTestRefusedException refused) {
            return refused.code().equals(StateTestRefusedException.NOT_IMPLEMENTED)
                    ? CaseRunner.unsupported(each, refused.text())
                    : answer(each, "REFUSED", refused.code(), refused.text());
        } catch (IllegalArgumentException tooLarge) {
            String message = String.valueOf(tooLarge.getMessage());
            return answer(each, "REFUSED", StateTestRefusedException.VALIDATION, message);
        }
    }

    private static StateTest test(ConformanceCase each, Fakes fakes) {
        JsonNode params = each.params();
        StateTest test = StateTest.of(each.definition());
        if (!each.input().isMissingNode() && !each.input().isNull()) {
            test.input(each.input());
        }
        test.stateName(text(params, "stateName"));
        test.context(json(params, "context"));
        test.variables(variables(params));
        test.inspectionLevel(
                word(InspectionLevel.class, params, "inspectionLevel", InspectionLevel.INFO));
        test.configuration(configuration(params.path("stateConfiguration")));
        test.mock(mock(params.path("mock")));
        test.roleArn(role(params));
        if (fakes.any()) {
            test.handler(fakes);
        }
        return test;
    }

    /** Cases leave roles out; a state that does work had one when it was recorded. */
    private static @Nullable String role(JsonNode params) {
        String role = text(params, "roleArn");
        return role == null && params.has("mock") ? ROLE : role;
    }

    private static @Nullable StateMock mock(JsonNode mock) {
        if (!mock.isObject()) {
            return null;
        }
        JsonNode error = mock.path("errorOutput");
        return new StateMock(
                json(mock, "result"),
                error.isObject()
                        ? new StateMock.ErrorOutput(text(error, "error"), text(error, "cause"))
                        : null,
                word(
                        FieldValidationMode.class,
                        mock,
                        "fieldValidationMode",
                        FieldValidationMode.STRICT));
    }

    private static StateConfiguration configuration(JsonNode configuration) {
        return new StateConfiguration(
                count(configuration, "retrierRetryCount"),
                text(configuration, "errorCausedByState"),
                count(configuration, "mapIterationFailureCount"),
                json(configuration, "mapItemReaderData"));
    }

    private static ObjectNode variables(JsonNode params) {
        String text = json(params, "variables");
        if (text == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JsonMapper.shared().readTree(text) instanceof ObjectNode variables) {
                return variables;
            }
        } catch (JacksonException _) {
            // refused below, as every other text that holds no object
        }
        throw StateTestRefusedException.validation("variables must be a JSON object");
    }

    private static <E extends Enum<E>> E word(
            Class<E> words, JsonNode object, String field, E otherwise) {
        String text = text(object, field);
        if (text == null) {
            return otherwise;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw StateTestRefusedException.validation(
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                        .formatted(text, field, Arrays.toString(words.getEnumConstants())));
    }

    private static @Nullable Integer count(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    /** JSON that the API takes as a text; a case may hold it as JSON. */
    private static @Nullable String json(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static ObjectNode answer(ConformanceCase each, StateTestResult result) {
        ObjectNode answer = answer(each, result.status().name(), result.error(), result.cause());
        answer.set("output", result.output());
        answer.put("nextState", result.nextState());
        answer.set("inspectionData", result.inspectionData());
        return answer;
    }

    private static ObjectNode answer(
            ConformanceCase each, String status, @Nullable String error, @Nullable String cause) {
        ObjectNode answer = CaseRunner.named(each).put("status", status);
        answer.putNull("output");
        answer.put("error", error).put("cause", cause);
        answer.putNull("nextState");
        answer.putNull("inspectionData");
        return answer;
    }
}
