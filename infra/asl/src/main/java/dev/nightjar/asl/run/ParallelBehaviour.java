package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.ParallelState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;

/** Parallel: runs all branches; the first that fails stops the others. */
record ParallelBehaviour(ParallelState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        Template arguments = state.arguments();
        JsonNode input =
                arguments == null ? attempt.input() : attempt.evaluate(arguments, "Arguments");
        long started = attempt.run().event(EventType.PARALLEL_STATE_STARTED, Json.object());
        new Branches(attempt, state.flows().size()).start(state.flows(), input, started);
    }

    private static final class Branches implements FlowEnd {
        private final Attempt attempt;
        private final List<FlowRun> runs = new ArrayList<>();
        private final @Nullable JsonNode[] outputs;
        private int left;

        Branches(Attempt attempt, int count) {
            this.attempt = attempt;
            this.outputs = new JsonNode[count];
            this.left = count;
            attempt.onClose(() -> runs.forEach(FlowRun::stop));
        }

        void start(List<Flow> flows, JsonNode input, long started) {
            FlowRun parent = attempt.run().flow();
            for (Flow flow : flows) {
                runs.add(
                        new FlowRun(
                                attempt.execution(),
                                flow,
                                parent.variables(),
                                parent.item(),
                                this));
            }
            runs.forEach(run -> run.start(input, started));
        }

        @Override
        public void succeeded(FlowRun run, JsonNode output) {
            outputs[runs.indexOf(run)] = output;
            attempt.run().flow().lastEvent(run.lastEvent());
            if (--left == 0) {
                attempt.guard(this::finish);
            }
        }

        private void finish() throws StateFailedException {
            ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
            for (JsonNode output : outputs) {
                result.add(output);
            }
            attempt.run().asideEvent(EventType.PARALLEL_STATE_SUCCEEDED, Json.object());
            attempt.succeed(result);
        }

        @Override
        public void failed(FlowRun run, StateFailure failure) {
            attempt.run().flow().lastEvent(run.lastEvent());
            attempt.fail(failure);
        }
    }
}
