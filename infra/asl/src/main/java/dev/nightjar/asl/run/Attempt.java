package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Bindings;
import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.Transition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One try at a state. Once it is closed, by its end or from outside, whatever still arrives for it
 * is dropped: late answers, alarms, children.
 */
final class Attempt {
    /** Something that a state does, and that may fail it. */
    interface Step {
        void run() throws StateFailedException;
    }

    private final StateRun run;
    private final boolean takenUp;
    private final List<Runnable> closers = new ArrayList<>();
    private boolean open = true;
    private @Nullable Bindings bindings;

    Attempt(StateRun run) {
        this(run, false);
    }

    /** One that may have been under way in a process that was killed. */
    Attempt(StateRun run, boolean takenUp) {
        this.run = run;
        this.takenUp = takenUp;
    }

    boolean isTakenUp() {
        return takenUp;
    }

    StateRun run() {
        return run;
    }

    RunningExecution execution() {
        return run.execution();
    }

    JsonNode input() {
        return run.input();
    }

    boolean isOpen() {
        return open;
    }

    /** Runs a step that may fail the attempt. */
    void guard(Step step) {
        try {
            step.run();
        } catch (StateFailedException failed) {
            fail(failed.failure());
        }
    }

    /** Runs a step unless the attempt is closed. */
    void whileOpen(Runnable step) {
        if (open) {
            step.run();
        }
    }

    /** Runs when the attempt is closed; at once when it is already. */
    void onClose(Runnable closer) {
        if (open) {
            closers.add(closer);
        } else {
            closer.run();
        }
    }

    void close() {
        if (open) {
            open = false;
            closers.forEach(Runnable::run);
        }
    }

    void fail(StateFailure failure) {
        if (open) {
            close();
            run.failed(failure);
        }
    }

    /** Exits with a result, by the state's own Assign, Output and transition. */
    void succeed(JsonNode result) throws StateFailedException {
        State state = run.state();
        Transition transition = Objects.requireNonNull(state.transition(), "no transition");
        Payload.check(result, state.name());
        exit(state.assign(), state.output(), "result", result, result, transition);
    }

    /** Exits with what came in, for states without a result. */
    void pass(@Nullable Template assign, @Nullable Template output, Transition transition)
            throws StateFailedException {
        exit(assign, output, null, null, input(), transition);
    }

    void exit(
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String extraName,
            @Nullable JsonNode extra,
            JsonNode otherwise,
            Transition transition)
            throws StateFailedException {
        Bindings seen = extraName == null || extra == null ? null : bindings(extraName, extra);
        ObjectNode assigned =
                assign != null && evaluate(assign, "Assign", seen) instanceof ObjectNode values
                        ? values
                        : null;
        JsonNode produced = otherwise;
        if (output != null) {
            produced = evaluate(output, "Output", seen);
            Payload.check(produced, run.state().name());
        }
        if (assigned != null) {
            Payload.check(assigned, run.state().name());
        }
        close();
        run.exit(assigned, produced, transition);
    }

    JsonNode evaluate(Template template, String field) throws StateFailedException {
        return evaluate(template, field, null);
    }

    private JsonNode evaluate(Template template, String field, @Nullable Bindings seen)
            throws StateFailedException {
        if (template instanceof Template.Literal(JsonNode value)) {
            return value;
        }
        return evaluateWith(template, field, seen == null ? bindings() : seen);
    }

    String text(Template template, String field) throws StateFailedException {
        return typed(template, field, value -> Values.text(value, template, field));
    }

    long whole(Template template, String field, long least) throws StateFailedException {
        return typed(template, field, value -> Values.whole(value, template, field, least));
    }

    double percentage(Template template, String field) throws StateFailedException {
        return typed(template, field, value -> Values.percentage(value, template, field));
    }

    boolean flag(Template template, String field) throws StateFailedException {
        return typed(template, field, value -> Values.flag(value, template, field));
    }

    private interface Reading<T> {
        T of(JsonNode value) throws ExpressionFailure;
    }

    private <T> T typed(Template template, String field, Reading<T> reading)
            throws StateFailedException {
        JsonNode value = evaluate(template, field);
        try {
            return reading.of(value);
        } catch (ExpressionFailure problem) {
            throw run.evaluationFailed(problem);
        }
    }

    /** Evaluates in the sight of a Map's item, too. */
    JsonNode evaluateFor(MapItem item, Template template, String field)
            throws StateFailedException {
        return evaluateWith(template, field, bindings(StatesObject.of(run, item)));
    }

    private JsonNode evaluateWith(Template template, String field, Bindings seen)
            throws StateFailedException {
        try {
            return template.evaluate(seen, field);
        } catch (ExpressionFailure problem) {
            throw run.evaluationFailed(problem);
        }
    }

    private Bindings bindings() {
        if (bindings == null) {
            bindings = bindings(StatesObject.of(run, run.flow().item()));
        }
        return bindings;
    }

    private Bindings bindings(String extraName, JsonNode extra) {
        ObjectNode states = StatesObject.of(run, run.flow().item());
        states.set(extraName, extra);
        return bindings(states);
    }

    private Bindings bindings(ObjectNode states) {
        Map<String, JsonNode> variables = new LinkedHashMap<>(run.flow().variables());
        variables.put("states", states);
        return new Bindings(variables, execution().now(), execution().random());
    }
}
