package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

import java.util.ArrayList;
import java.util.List;

/** Reads one state; Task and Map have readers of their own. */
final class StateReader {
    private static final List<String> TYPES =
            List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");

    private final FlowReader flows;

    StateReader(FlowReader flows) {
        this.flows = flows;
    }

    /** The state, or null when it has no type or no inside; says so. */
    @Nullable State read(String name, Fields fields) {
        fields.require("Type");
        String type = fields.oneOf("Type", TYPES);
        if (type == null) {
            return null;
        }
        Vocabulary vocabulary = vocabulary(type);
        fields.keepTo(vocabulary);
        if (fields.language() == QueryLanguage.JSONPATH) {
            JsonPathFields.check(fields, vocabulary);
        }
        return switch (type) {
            case "Pass" -> new PassState(common(name, fields, true));
            case "Succeed" -> new SucceedState(common(name, fields, false));
            case "Fail" -> fail(name, fields);
            case "Wait" -> wait(name, fields);
            case "Choice" -> choice(name, fields);
            case "Task" -> TaskReader.read(common(name, fields, true), fields);
            case "Parallel" -> parallel(name, fields);
            default -> new MapReader(flows).read(common(name, fields, true), fields);
        };
    }

    private static Vocabulary vocabulary(String type) {
        return switch (type) {
            case "Pass" -> Vocabulary.PASS;
            case "Succeed" -> Vocabulary.SUCCEED;
            case "Fail" -> Vocabulary.FAIL;
            case "Wait" -> Vocabulary.WAIT;
            case "Choice" -> Vocabulary.CHOICE;
            case "Task" -> Vocabulary.TASK;
            case "Parallel" -> Vocabulary.PARALLEL;
            default -> Vocabulary.MAP;
        };
    }

    private static Common common(String name, Fields fields, boolean transits) {
        return new Common(
                name,
                fields.pointer(),
                fields.text("Comment"),
                transits || fields.has("Choices") ? assign(fields) : null,
                fields.template("Output"),
                transits ? transition(fields) : null);
    }

    private static Transition transition(Fields fields) {
        String next = fields.text("Next");
        Boolean end = fields.flag("End");
        if (fields.has("Next") && Boolean.TRUE.equals(end)) {
            fields.schema("Only one of these fields may be set: [Next, End]", "Keep one of them.");
        }
        if (!fields.has("Next") && (Boolean.FALSE.equals(end) || !fields.has("End"))) {
            fields.schema(
                    "These fields are required: [Next]", "Add Next, or End with the value true.");
        }
        return next == null ? new Transition.End() : new Transition.To(next);
    }

    static @Nullable Template assign(Fields fields) {
        Template assign = fields.template("Assign");
        if (assign != null) {
            Variables.check(fields, assign.source());
        }
        return assign;
    }

    private static FailState fail(String name, Fields fields) {
        atMostOne(fields, "Error", "ErrorPath");
        atMostOne(fields, "Cause", "CausePath");
        Common common =
                new Common(name, fields.pointer(), fields.text("Comment"), null, null, null);
        return new FailState(
                common,
                fields.template("Error", "String", JsonNode::isString, "a string"),
                fields.template("Cause", "String", JsonNode::isString, "a string"));
    }

    static void atMostOne(Fields fields, String... names) {
        List<String> found = List.of(names).stream().filter(fields::has).toList();
        if (found.size() > 1) {
            fields.schema("Only one of these fields may be set: " + found, "Keep one of them.");
        }
    }

    private static WaitState wait(String name, Fields fields) {
        Template seconds = Numbers.seconds(fields, "Seconds");
        Template timestamp =
                fields.template("Timestamp", "String", JsonNode::isString, "a timestamp");
        if (timestamp != null) {
            Timestamps.check(fields, timestamp.source());
        }
        List<String> ways =
                fields.language() == QueryLanguage.JSONATA
                        ? List.of("Seconds", "Timestamp")
                        : List.of("Seconds", "Timestamp", "SecondsPath", "TimestampPath");
        if (ways.stream().filter(fields::has).count() != 1) {
            fields.schema(
                    "Exactly one of these fields is required: " + ways, "Keep or add one of them.");
        }
        Template until = timestamp != null ? timestamp : seconds;
        if (until == null) {
            until = new Template.Literal(IntNode.valueOf(0));
        }
        return new WaitState(common(name, fields, true), until, timestamp != null);
    }

    private static ChoiceState choice(String name, Fields fields) {
        fields.require("Choices");
        List<ChoiceState.Rule> rules = new ArrayList<>();
        for (Fields rule : fields.someObjects("Choices")) {
            rules.add(rule(rule));
        }
        return new ChoiceState(common(name, fields, false), rules, fields.text("Default"));
    }

    private static ChoiceState.Rule rule(Fields rule) {
        rule.keepTo(Vocabulary.CHOICE_RULE);
        rule.text("Comment");
        Template condition = null;
        if (rule.language() == QueryLanguage.JSONPATH) {
            rule.require("Next");
            JsonPathChoice.check(rule);
        } else {
            rule.require("Condition", "Next");
            condition = rule.template("Condition", "Boolean", JsonNode::isBoolean, "true or false");
        }
        return new ChoiceState.Rule(
                condition == null ? new Template.Literal(BooleanNode.FALSE) : condition,
                rule.textOrEmpty("Next"),
                assign(rule),
                rule.template("Output"));
    }

    private ParallelState parallel(String name, Fields fields) {
        fields.require("Branches");
        List<Flow> branches = new ArrayList<>();
        for (Fields branch : fields.someObjects("Branches")) {
            branch.keepTo("Comment", "StartAt", "States");
            branch.text("Comment");
            Flow flow = flows.read(branch);
            if (flow != null) {
                branches.add(flow);
            }
        }
        return new ParallelState(
                common(name, fields, true),
                fields.template("Arguments"),
                branches,
                ErrorFields.retry(fields),
                ErrorFields.catchers(fields));
    }
}
