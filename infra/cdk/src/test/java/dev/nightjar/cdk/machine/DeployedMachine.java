package dev.nightjar.cdk.machine;

import static dev.nightjar.cdk.Resources.spelled;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Resources;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A machine as Step Functions gets it: CloudFormation has put the ARN of a version where each
 * substitution of the template says.
 */
record DeployedMachine(String definition) {
    static DeployedMachine of(String machine) {
        Resources night = Night.resources();
        JsonNode properties =
                night.one(
                        "AWS::StepFunctions::StateMachine",
                        "StateMachineName",
                        "nightjar-" + machine);
        String definition = properties.path("DefinitionString").asString();
        for (Map.Entry<String, JsonNode> each :
                properties.path("DefinitionSubstitutions").properties()) {
            JsonNode version = night.referred(each.getValue());
            String function = spelled(version.at("/Properties/FunctionName"));
            definition = definition.replace("${" + each.getKey() + "}", arn(function));
        }
        return new DeployedMachine(definition);
    }

    /** Every Task by its name, those inside Maps included. */
    Map<String, JsonNode> tasks() {
        Map<String, JsonNode> tasks = new LinkedHashMap<>();
        addTasks(Json.parse(definition).path("States"), tasks);
        return tasks;
    }

    private static void addTasks(JsonNode states, Map<String, JsonNode> tasks) {
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            switch (state.getValue().path("Type").asString()) {
                case "Task" -> tasks.put(state.getKey(), state.getValue());
                case "Map" -> addTasks(state.getValue().at("/ItemProcessor/States"), tasks);
                default -> {} // no other type has states inside
            }
        }
    }

    private static String arn(String function) {
        String name = function.replaceAll("\\W|Function", "");
        return "arn:aws:lambda:eu-central-1:123456789012:function:nightjar-" + name + ":7";
    }
}
