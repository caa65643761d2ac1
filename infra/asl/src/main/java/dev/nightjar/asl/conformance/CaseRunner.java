package dev.nightjar.asl.conformance;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers cases. The same case is answered in the same way every time: time is virtual, and chance
 * has a fixed seed. Safe for use by many threads.
 */
public final class CaseRunner {
    private CaseRunner() {}

    /**
     * The answer: of an execution {@code {name, status, output, error, cause, statesEntered,
     * events, virtualSeconds}}, of a test of a state {@code {name, status, output, error, cause,
     * nextState, inspectionData}}, of a definition to validate {@code {name, result, diagnostics}}.
     *
     * <p>Where AWS would not even begin, the status is REFUSED, with the exception's name and
     * message as error and cause. What the engine does not implement, or the case does not tell
     * enough about, is {@code {name, status: UNSUPPORTED, reason}}.
     */
    public static ObjectNode answer(ConformanceCase each) throws InterruptedException {
        return run(each).json();
    }

    /** The answer with the history that it comes from. */
    public static CaseAnswer run(ConformanceCase each) throws InterruptedException {
        return switch (each.kind()) {
            case "execution" -> ExecutionAnswer.of(each);
            case "test-state" -> CaseAnswer.of(StateTestAnswer.of(each));
            case "validate" -> CaseAnswer.of(ValidationAnswer.of(each));
            default ->
                    CaseAnswer.of(unsupported(each, "the kind '" + each.kind() + "' is not known"));
        };
    }

    static ObjectNode named(ConformanceCase each) {
        return JsonNodeFactory.instance.objectNode().put("name", each.name());
    }

    /** The answer that there is none, for a reason. */
    public static ObjectNode unsupported(ConformanceCase each, String reason) {
        return named(each).put("status", "UNSUPPORTED").put("reason", reason);
    }
}
