package dev.nightjar.asl.journal;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machines for tests of journals, and the JSON that they get. */
final class Machines {
    static final String TASK = "arn:aws:states:::aws-sdk:batch:work";
    static final String NAME = "night";

    private Machines() {}

    /** The machine with the given States. */
    static StateMachine of(String startAt, String states) {
        return of(startAt, states, "");
    }

    /** The machine with the given States and more top-level fields, with a comma after each. */
    static StateMachine of(String startAt, String states, String more) {
        return StateMachineParser.parse(
                        """
                        {"QueryLanguage": "JSONata", %s "StartAt": "%s", "States": {%s}}
                        """
                                .formatted(more, startAt, states))
                .machineOrThrow();
    }

    /**
     * Variables, a Task with retries, a Parallel with waits, an inline and a distributed Map, and a
     * choice. Its output is the same however often it is interrupted.
     */
    static StateMachine everything(int items) {
        return of("Begin", EVERYTHING.replace("${items}", Integer.toString(items)));
    }

    private static final String EVERYTHING =
            """
            "Begin": {"Type": "Pass", "Assign": {"factor": 3}, "Next": "Call"},
            "Call": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
              "Arguments": {"key": "call", "fail": 2}, "Output": "{% $states.result.key %}",
              "Assign": {"called": "{% $states.result.key %}"},
              "Retry": [{"ErrorEquals": ["Broken"], "IntervalSeconds": 2, "MaxAttempts": 3}],
              "Next": "Both"},
            "Both": {"Type": "Parallel", "Arguments": "{% $factor %}", "Next": "Some",
              "Output": {"both": "{% $states.result %}"}, "Branches": [
              {"StartAt": "Left", "States": {
                "Left": {"Type": "Wait", "Seconds": 5, "Next": "LeftDone"},
                "LeftDone": {"Type": "Pass", "Assign": {"x": 2}, "Next": "LeftTask"},
                "LeftTask": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                  "Arguments": {"key": "{% 'left' & $x & $factor %}", "fail": 1},
                  "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}],
                  "Output": "{% $states.result.key %}", "End": true}}},
              {"StartAt": "Right", "States": {
                "Right": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                  "Arguments": {"key": "right", "fail": 9},
                  "Catch": [{"ErrorEquals": ["Broken"], "Output": "{% $states.errorOutput.Error %}",
                    "Next": "Caught"}], "End": true},
                "Caught": {"Type": "Pass", "End": true}}}]},
            "Some": {"Type": "Map", "Items": [1, 2, 3, 4], "MaxConcurrency": 2, "Next": "Many",
              "ItemSelector": {"n": "{% $states.context.Map.Item.Value * $factor %}"},
              "Output": {"both": "{% $states.input.both %}", "some": "{% $states.result %}"},
              "ItemProcessor": {"StartAt": "One", "States": {
                "One": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                  "Arguments": {"key": "{% 'some' & $states.input.n %}", "fail": 1},
                  "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}],
                  "Output": "{% $states.result.key %}", "Next": "Two"},
                "Two": {"Type": "Wait", "Seconds": 1, "End": true}}}},
            "Many": {"Type": "Map", "Label": "Many", "MaxConcurrency": 3, "Next": "Which",
              "Items": "{% [1..${items}] %}", "ToleratedFailureCount": 0,
              "ItemSelector": {"n": "{% $states.context.Map.Item.Value %}", "factor": "{% $factor %}"},
              "Output": {"before": "{% $states.input %}", "many": "{% $states.result %}"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Work", "States": {
                  "Work": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                    "Arguments": {"key": "{% 'many' & $states.input.n %}",
                      "fail": "{% $states.input.n % 3 = 0 ? 1 : 0 %}"},
                    "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}],
                    "Assign": {"mine": "{% $states.result.key %}"}, "Next": "Rest"},
                  "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Say"},
                  "Say": {"Type": "Pass", "Output": "{% $mine %}", "End": true}}}},
            "Which": {"Type": "Choice", "Default": "Lost", "Choices": [
              {"Condition": "{% $called = 'call' %}", "Next": "Done"}]},
            "Lost": {"Type": "Fail", "Error": "Lost"},
            "Done": {"Type": "Succeed"}
            """;

    /** JSON with single quotes. */
    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
