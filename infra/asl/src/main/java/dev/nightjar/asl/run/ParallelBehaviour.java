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
        StateTrial trial = attempt.execution().engine().trial();
        if (trial != null) {
            trial.flows(attempt);
            return;
        }
        long started = attempt.run().event(EventType.PARALLEL_STATE_STARTED, Json.object());
        attempt.run()
                .record((child, path) -> new JournalRecord.BranchesStarted(child, path, input));
        new Branches(attempt, state.flows().size())
                .start(state.flows(), input, new SubFlowsImage(started));
    }

    /** Only the branches that have not ended go on. */
    @Override
    public void resume(Attempt attempt, StateImage image) throws StateFailedException {
        SubFlowsImage begun = image.subFlows();
        JsonNode input = begun == null ? null : begun.input();
        if (begun == null || input == null) {
            begin(attempt);
        } else {
            new Branches(attempt, state.flows().size()).start(state.flows(), input, begun);
        }
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

        void start(List<Flow> flows, JsonNode input, SubFlowsImage begun)
                throws StateFailedException {
            for (int i = 0; i < flows.size(); i++) {
                runs.add(branch(flows.get(i), begun.startedEvent(), i));
            }
            for (int i = 0; i < flows.size(); i++) {
                start(i, begun.flow(i), input, begun.startedEvent());
            }
            if (left == 0) {
                finish();
            }
        }

        private FlowRun branch(Flow flow, long started, int index) {
            FlowRun parent = attempt.run().flow();
            return new FlowRun(
                    attempt.execution(),
                    flow,
                    FlowPaths.of(parent.path(), started, index),
                    parent.variables(),
                    parent.item(),
                    this);
        }

        private void start(int index, @Nullable FlowImage image, JsonNode input, long started) {
            if (image == null || image.isNew()) {
                runs.get(index).start(input, started);
            } else if (image.hasEnded()) {
                outputs[index] = image.output();
                left--;
            } else {
                runs.get(index).resume(image);
            }
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
            run.tellOfFailedTask();
            runs.forEach(other -> other.stopAfter(run.lastEvent()));
            attempt.fail(failure);
        }
    }
}
