package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Reads one state; the larger types have readers of their own. */
final class StateReader {
    private static final List<String> ONLY_JSONATA =
            List.of("Arguments", "Output", "Items", "Condition");

    private final FlowReader flows;
    private final QueryLanguage language;

    StateReader(FlowReader flows, QueryLanguage language) {
        this.flows = flows;
        this.language = language;
    }

    /** The state, or null when it has no type, or is in JSONPath; says so. */
    @Nullable State read(String name, Fields fields) {
        if (language.ofState(fields) == QueryLanguage.JSONPATH) {
            refuseJsonPath(fields);
            return null;
        }
        String type = fields.requiredText("Type");
        State state =
                switch (type) {
                    case "Pass" -> new PassState(common(name, fields, true));
                    case "Succeed" -> new SucceedState(common(name, fields, false));
                    case "Fail" -> fail(name, fields);
                    case "Wait" -> wait(name, fields);
                    case "Choice" -> choice(name, fields);
                    case "Task" -> task(name, fields);
                    case "Parallel" -> parallel(name, fields);
                    case "Map" -> new MapReader(flows).read(common(name, fields, true), fields);
                    default -> null;
                };
        if (state == null && fields.has("Type")) {
            fields.wrongType("Type", "Task, Pass, Choice, Wait, Succeed, Fail, Parallel or Map");
            return null;
        }
        fields.refuseOthers();
        return state;
    }

    private static void refuseJsonPath(Fields fields) {
        List<String> foreign = ONLY_JSONATA.stream().filter(fields::has).toList();
        for (String field : foreign) {
            fields.schema(
                    "The QueryLanguage is set to 'JSONPath', but field '"
                            + field
                            + "' is only supported for the 'JSONata' QueryLanguage",
                    "Set QueryLanguage to JSONata.");
        }
        if (foreign.isEmpty()) {
            fields.notImplementedAt(
                    "QueryLanguage",
                    "States in JSONPath are not implemented",
                    "Set QueryLanguage to JSONata, on the machine or on the state.");
        }
    }

    private static Common common(String name, Fields fields, boolean transits) {
        return new Common(
                name,
                fields.pointer(),
                fields.text("Comment"),
                assign(fields),
                fields.template("Output"),
                transits ? transition(fields) : null);
    }

    private static @Nullable Transition transition(Fields fields) {
        String next = fields.text("Next");
        Boolean end = fields.flag("End");
        if (next != null && Boolean.TRUE.equals(end)) {
            fields.schema("Both 'Next' and 'End' are set", "Keep one of them.");
        }
        if (next != null) {
            return new Transition.To(next);
        }
        if (!Boolean.TRUE.equals(end) && !fields.has("Next")) {
            fields.schema("Missing required field 'Next'", "Add Next, or End with the value true.");
        }
        return new Transition.End();
    }

    static @Nullable Template assign(Fields fields) {
        Template assign = fields.template("Assign");
        if (assign != null && !assign.source().isObject()) {
            fields.wrongType("Assign", "an object");
        }
        return assign;
    }

    private static FailState fail(String name, Fields fields) {
        Common common =
                new Common(name, fields.pointer(), fields.text("Comment"), null, null, null);
        return new FailState(
                common,
                fields.template("Error", JsonNode::isString, "a string"),
                fields.template("Cause", JsonNode::isString, "a string"));
    }

    private static WaitState wait(String name, Fields fields) {
        Template seconds = Numbers.seconds(fields, "Seconds");
        Template timestamp = fields.template("Timestamp", JsonNode::isString, "a timestamp");
        if ((seconds == null) == (timestamp == null)) {
            fields.schema(
                    "A Wait state must have exactly one of 'Seconds' and 'Timestamp'",
                    "Keep or add one of them.");
        }
        Template until = timestamp != null ? timestamp : seconds;
        if (until == null) {
            until = new Template.Literal(tools.jackson.databind.node.IntNode.valueOf(0));
        }
        return new WaitState(common(name, fields, true), until, timestamp != null);
    }

    private static ChoiceState choice(String name, Fields fields) {
        List<ChoiceState.Rule> rules = new ArrayList<>();
        for (Fields rule : fields.objects("Choices")) {
            Template condition = rule.template("Condition", JsonNode::isBoolean, "true or false");
            if (condition == null) {
                rule.missing("Condition");
                continue;
            }
            rule.text("Comment");
            rules.add(
                    new ChoiceState.Rule(
                            condition,
                            rule.requiredText("Next"),
                            assign(rule),
                            rule.template("Output")));
            rule.refuseOthers();
        }
        if (!fields.has("Choices")) {
            fields.missing("Choices");
        }
        return new ChoiceState(common(name, fields, false), rules, fields.text("Default"));
    }

    private static TaskState task(String name, Fields fields) {
        fields.notImplemented("HeartbeatSeconds", "Use TimeoutSeconds.");
        String resource = fields.requiredText("Resource");
        if (resource.contains(".waitForTaskToken") || resource.contains(":activity:")) {
            fields.notImplementedAt(
                    "Resource",
                    "Tasks that answer by a token are not implemented: " + resource,
                    "Let the handler answer itself.");
        }
        return new TaskState(
                common(name, fields, true),
                resource,
                fields.template("Arguments"),
                fields.template("Credentials"),
                Numbers.timeout(fields, "TimeoutSeconds"),
                ErrorFields.retry(fields),
                ErrorFields.catchers(fields));
    }

    private ParallelState parallel(String name, Fields fields) {
        List<Flow> branches = new ArrayList<>();
        for (Fields branch : fields.objects("Branches")) {
            branch.text("Comment");
            Flow flow = flows.read(branch);
            if (flow != null) {
                branches.add(flow);
            }
            branch.refuseOthers();
        }
        if (!fields.has("Branches")) {
            fields.missing("Branches");
        }
        return new ParallelState(
                common(name, fields, true),
                fields.template("Arguments"),
                branches,
                ErrorFields.retry(fields),
                ErrorFields.catchers(fields));
    }
}
