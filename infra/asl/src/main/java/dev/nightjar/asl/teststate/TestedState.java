package dev.nightjar.asl.teststate;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;
import dev.nightjar.asl.parse.ParseResult;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The state under test, cut out of its document into a machine of its own, in which it is called
 * {@value #NAME} as on AWS. What its mock stands for is cut off.
 *
 * @param source the state as the document has it
 * @param machine with this state alone
 * @param inMap whether it belongs to a Map's processor
 */
record TestedState(ObjectNode source, StateMachine machine, boolean inMap) {
    static final String NAME = "StateName";

    /** Finds, checks and cuts out; refuses what AWS refuses and what the engine does not know. */
    static TestedState of(String definition, @Nullable String stateName) {
        ObjectNode document = read(definition);
        StatePlace place =
                stateName == null
                        ? new StatePlace(document, false)
                        : StatePlace.find(document, stateName);
        if (place == null) {
            throw StateTestRefusedException.validation("State not found in definition");
        }
        JsonNode language = stateName == null ? null : document.get("QueryLanguage");
        String whole = stateName == null ? alone(document, null).toString() : definition;
        refuse(Checker.check(whole), stateName == null);
        ObjectNode cut = StateCut.of(place.state());
        ParseResult parsed = StateMachineParser.parse(alone(cut, language).toString());
        refuseUnimplemented(parsed.problems());
        refuse(parsed.problems(), true);
        return new TestedState(place.state(), parsed.machineOrThrow(), place.inMap());
    }

    private static ObjectNode read(String definition) {
        try {
            if (JsonMapper.shared().readTree(definition) instanceof ObjectNode document) {
                return document;
            }
        } catch (JacksonException problem) {
            throw invalid("INVALID_JSON_DESCRIPTION: " + problem.getOriginalMessage());
        }
        throw invalid("INVALID_JSON_DESCRIPTION: The definition is not a JSON object");
    }

    private static ObjectNode alone(JsonNode state, @Nullable JsonNode language) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        if (language != null) {
            machine.set("QueryLanguage", language);
        }
        machine.put("StartAt", NAME);
        machine.putObject("States").set(NAME, state);
        return machine;
    }

    /** A state alone leads to states that are not there. */
    private static void refuse(List<Problem> problems, boolean alone) {
        String text =
                problems.stream()
                        .filter(Problem::isError)
                        .filter(problem -> !problem.code().equals(Problem.NOT_IMPLEMENTED))
                        .filter(each -> !alone || !each.code().equals(Problem.MISSING_TARGET))
                        .map(each -> each.code() + ": " + each.message() + " at " + each.pointer())
                        .collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            throw invalid(text);
        }
    }

    private static void refuseUnimplemented(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.code().equals(Problem.NOT_IMPLEMENTED)) {
                throw new StateTestRefusedException(
                        StateTestRefusedException.NOT_IMPLEMENTED,
                        problem.pointer() + ": " + problem.message());
            }
        }
    }

    private static StateTestRefusedException invalid(String what) {
        return new StateTestRefusedException(
                StateTestRefusedException.INVALID_DEFINITION,
                "Invalid State Machine Definition: '" + what + "'");
    }

    State state() {
        return machine.flow().state(NAME);
    }

    /** The Resource as the document has it; empty where there is none. */
    String resource() {
        return source.path("Resource").asString("");
    }

    /** Whether the task ends by a token or by polling, which only a mock can stand in for. */
    boolean isCallback() {
        return StateCut.isCallback(resource());
    }
}
