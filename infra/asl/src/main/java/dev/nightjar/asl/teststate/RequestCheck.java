package dev.nightjar.asl.teststate;

import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.FailState;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.ParallelState;
import dev.nightjar.asl.parse.PassState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.SucceedState;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.parse.WaitState;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses requests that AWS refuses, in its order and words where they are known. */
final class RequestCheck {
    private static final AnswerShapes SHAPES = AnswerShapes.read();

    private RequestCheck() {}

    /** Checks mock and configuration against the state; answers the mocked result, or null. */
    static @Nullable JsonNode check(
            TestedState tested, @Nullable StateMock mock, StateConfiguration configuration) {
        Integer failures = configuration.mapIterationFailureCount();
        if (failures != null && mock == null) {
            throw refused(
                    "TestState does not support MapIterationFailureCount when a mock is not"
                            + " specified.");
        }
        JsonNode result = mock == null || mock.result() == null ? null : read(mock.result());
        if (failures != null && result != null && result.isArray() && failures > result.size()) {
            throw refused(
                    "Map iteration failure count must be less than or equal to the number of Map"
                            + " iterations");
        }
        if (mock == null) {
            withoutMock(tested.state());
            return null;
        }
        String type = typeWithoutWork(tested.state());
        if (type != null) {
            throw refused("State type '" + type + "' is not supported when a mock is specified");
        }
        if (mock.result() != null && mock.errorOutput() != null) {
            throw refused(
                    "A test mock should have only one of the following fields: [result,"
                            + " errorOutput].");
        }
        if (mock.result() == null && mock.errorOutput() == null) {
            throw refused(
                    "A test mock should have one of the following fields: [result, errorOutput].");
        }
        errorSource(tested, configuration);
        if (result != null) {
            shape(tested, result, mock.fieldValidationMode());
        }
        return result;
    }

    private static void withoutMock(State state) {
        if (state instanceof MapState || state instanceof ParallelState) {
            throw new StateTestRefusedException(
                    StateTestRefusedException.INVALID_DEFINITION,
                    "TestState API does not support Map or Parallel states. Supported state types"
                            + " include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }
    }

    /** The type of a state that does no work for a mock to stand in for, or null. */
    private static @Nullable String typeWithoutWork(State state) {
        return switch (state) {
            case PassState _ -> "Pass";
            case ChoiceState _ -> "Choice";
            case WaitState _ -> "Wait";
            case SucceedState _ -> "Succeed";
            case FailState _ -> "Fail";
            case TaskState _, ParallelState _, MapState _ -> null;
        };
    }

    private static void errorSource(TestedState tested, StateConfiguration configuration) {
        String name = configuration.errorCausedByState();
        boolean hasFlows = !tested.state().flows().isEmpty();
        if (name != null && hasFlows && !StatePlace.isWithin(tested.source(), name)) {
            throw refused("errorCausedByState '" + name + "' is not a state of the tested state");
        }
    }

    private static JsonNode read(String result) {
        try {
            return JsonMapper.shared().readTree(result);
        } catch (JacksonException _) {
            throw refused("Mocked result must be valid JSON");
        }
    }

    private static void shape(TestedState tested, JsonNode result, FieldValidationMode mode) {
        switch (tested.state()) {
            case MapState _ -> map(result, tested.source().has("ResultWriter"));
            case ParallelState parallel -> branches(result, parallel.flows().size());
            case TaskState _ -> answer(tested.resource(), result, mode);
            case PassState _, ChoiceState _, WaitState _, SucceedState _, FailState _ -> {}
        }
    }

    private static void map(JsonNode result, boolean written) {
        if (written && !result.isObject()) {
            throw refused("Mocked result must be a JSON object.");
        }
        if (!written && !result.isArray()) {
            throw refused("Mocked result must be an array.");
        }
    }

    private static void branches(JsonNode result, int branches) {
        if (!result.isArray()) {
            throw refused("Mocked result must be an array.");
        }
        if (result.size() != branches) {
            throw refused(
                    "Mocked result must contain the same number of items as number of Parallel"
                            + " branches.");
        }
    }

    private static void answer(String resource, JsonNode result, FieldValidationMode mode) {
        if (mode == FieldValidationMode.NONE) {
            return;
        }
        JsonNode shape = SHAPES.of(resource);
        if (shape != null) {
            new AnswerCheck(mode == FieldValidationMode.STRICT).check(result, shape);
        }
    }

    private static StateTestRefusedException refused(String what) {
        return StateTestRefusedException.validation(what);
    }
}
