package dev.nightjar.cdk.machine;

import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.FailState;
import dev.nightjar.asl.parse.ItemReader;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.ParallelState;
import dev.nightjar.asl.parse.PassState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.SucceedState;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.parse.WaitState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from a machine's states what its role must be allowed to do. */
final class StateRights {
    private static final String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String PUT_EVENTS = "arn:aws:states:::events:putEvents";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final SortedSet<Right> rights = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private StateRights() {}

    static StateRights of(StateMachine machine) {
        StateRights found = new StateRights();
        machine.allStates().forEach(found::add);
        return found;
    }

    SortedSet<Right> rights() {
        return Collections.unmodifiableSortedSet(rights);
    }

    /** States whose rights cannot be told from the document, a sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void add(State state) {
        switch (state) {
            case TaskState task -> addTask(task);
            case MapState map -> addMap(map);
            case ChoiceState _,
                    FailState _,
                    ParallelState _,
                    PassState _,
                    SucceedState _,
                    WaitState _ -> {}
        }
    }

    private void addTask(TaskState task) {
        switch (task.resource()) {
            case LAMBDA_INVOKE -> addFunction(task);
            case PUT_EVENTS -> addEvents(task);
            default -> refuse(task, "nobody knows the rights that '" + task.resource() + "' needs");
        }
    }

    private void addFunction(TaskState task) {
        String name = argument(task.arguments(), "FunctionName").asString("");
        Matcher placeholder = PLACEHOLDER.matcher(name);
        if (placeholder.matches()) {
            rights.add(new Right.InvokeFunction(placeholder.group(1)));
        } else {
            refuse(task, "FunctionName '" + name + "' is no placeholder like ${PlanBatchFunction}");
        }
    }

    private void addEvents(TaskState task) {
        for (JsonNode entry : argument(task.arguments(), "Entries")) {
            if (entry.has("EventBusName")) {
                refuse(task, "events go to the default bus; leave EventBusName out");
            }
        }
        rights.add(new Right.PutEvents());
    }

    private void addMap(MapState map) {
        if (!map.distributed()) {
            return;
        }
        if (map.label() == null) {
            refuse(map, "a distributed Map needs a Label: it is part of its children's ARNs");
        } else {
            rights.add(new Right.RunChildren(map.label()));
        }
        if (map.itemReader() != null) {
            addItems(map, map.itemReader());
        }
    }

    private void addItems(MapState map, ItemReader reader) {
        String key = argument(reader.arguments(), "Key").asString("");
        if (!reader.resource().equals(ItemReader.GET_OBJECT)) {
            refuse(map, "nobody knows the rights that '" + reader.resource() + "' needs");
        } else {
            ItemKeys.of(key)
                    .ifPresentOrElse(
                            keys -> rights.add(new Right.ReadItems(keys)),
                            () ->
                                    refuse(
                                            map,
                                            "nobody knows which objects Key '" + key + "' names"));
        }
    }

    private void refuse(State state, String problem) {
        problems.add(state.pointer() + ": " + problem);
    }

    private static JsonNode argument(@Nullable Template arguments, String name) {
        return arguments == null ? MissingNode.getInstance() : arguments.source().path(name);
    }
}
