package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Engine;
import dev.nightjar.local.bench.Figure.Size;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Transitions a second of one execution that counts. */
final class Transitions {
    private static final Goal WITHOUT_JOURNAL = Goal.atLeast(50);
    private static final String UNIT = "transitions/s";

    private final Measuring measuring;
    private final Workload workload;
    private final Baseline localStack;
    private final MachineFile counting = MachineFile.of("counting");
    private final BareExpressions bare = new BareExpressions(counting);

    Transitions(Measuring measuring, Baseline localStack) throws IOException {
        this.measuring = requireNonNull(measuring, "measuring is null");
        this.workload = measuring.workload();
        this.localStack = requireNonNull(localStack, "localStack is null");
    }

    /** What a machine that counts is given. */
    private static JsonNode until(int turns) {
        return JsonNodeFactory.instance.objectNode().put("until", turns);
    }

    /** Two a turn, and those into the first and the last state. */
    private static int transitions(int turns) {
        return 2 * turns + 2;
    }

    void measure() throws IOException, InterruptedException {
        try (EngineSide plain = new EngineSide(Journalling.OFF.engine().build(), counting);
                EngineSide asking = new EngineSide(answering(), MachineFile.of("asking"))) {
            measuring.progress().accept("transitions: warming up");
            rate(plain, workload.warmUp());
            rate(asking, workload.warmUp());
            bareTurns(workload.warmUp());
            emulated();
            measuring.progress().accept("transitions: measuring");
            List<Samples> samples =
                    Rounds.of(
                            workload.rounds(),
                            List.of(
                                    () -> rate(plain, workload.span()),
                                    () -> rate(asking, workload.span()),
                                    () -> bareTurns(workload.span()),
                                    this::emulated));
            tell(samples.get(0), samples.get(1), samples.get(2), samples.get(3));
        }
    }

    private static Engine answering() {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        return Journalling.OFF
                .engine()
                .handler("arn:aws:states:::lambda:invoke", _ -> nothing)
                .build();
    }

    private double rate(EngineSide side, Duration span) throws InterruptedException {
        int turns = workload.turns();
        return side.executionsPerSecond(until(turns), turns, span) * transitions(turns);
    }

    private double bareTurns(Duration span) {
        return bare.turnsPerSecond(workload.turns(), span);
    }

    private double emulated() throws InterruptedException {
        int turns = workload.emulatorTurns();
        return localStack.executionsPerSecond(counting, until(turns), turns) * transitions(turns);
    }

    private void tell(Samples plain, Samples asking, Samples bareTurns, Samples emulated) {
        against("engine.transitions", plain, emulated, WITHOUT_JOURNAL);
        against("engine.tasks", asking, null, null);
        expressions(plain, bareTurns);
    }

    private void against(
            String benchmark, Samples ours, @Nullable Samples emulated, @Nullable Goal goal) {
        Size size = new Size(transitions(workload.turns()), 1);
        Notes notes = new Notes().ours(ours);
        if (emulated != null) {
            notes.theirs(localStack.name(), emulated);
        }
        Double baseline = emulated == null ? null : emulated.known();
        tell(Figure.of(benchmark, UNIT, ours.median(), baseline, goal, size, notes.list()));
    }

    /** Time is what adds up: one turn of the engine holds one turn of its expressions. */
    private void expressions(Samples plain, Samples bareTurns) {
        double turn = 1e6 * transitions(workload.turns()) / workload.turns() / plain.median();
        double bareTurn = 1e6 / bareTurns.median();
        Size size = new Size(bare.count(), 1);
        Notes notes = new Notes().ours(plain).theirs("bare JSONata", bareTurns);
        tell(Figure.of("engine.expressions", "us/turn", turn, bareTurn, null, size, notes.list()));
    }

    private void tell(Figure figure) {
        measuring.figures().accept(figure);
    }
}
