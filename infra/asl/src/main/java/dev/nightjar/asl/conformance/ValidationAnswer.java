package dev.nightjar.asl.conformance;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A definition, judged as ValidateStateMachineDefinition does (API reference). */
final class ValidationAnswer {
    private ValidationAnswer() {}

    static ObjectNode of(ConformanceCase each) {
        boolean warnings = each.params().path("severity").asString("").equals("WARNING");
        List<Problem> problems =
                Checker.check(each.definition()).stream()
                        .filter(problem -> !problem.code().equals(Problem.NOT_IMPLEMENTED))
                        .filter(problem -> warnings || problem.isError())
                        .toList();
        boolean fails = problems.stream().anyMatch(Problem::isError);
        ObjectNode answer = CaseRunner.named(each).put("result", fails ? "FAIL" : "OK");
        ArrayNode diagnostics = answer.putArray("diagnostics");
        for (Problem problem : problems) {
            diagnostics
                    .addObject()
                    .put("code", problem.code())
                    .put("location", problem.pointer())
                    .put("message", problem.message())
                    .put("severity", problem.severity().name());
        }
        return answer;
    }
}
