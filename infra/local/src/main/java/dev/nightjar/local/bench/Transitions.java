package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

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
    private static final Goal WITH_JOURNAL = Goal.atLeast(15);
    private static final String NAME = "engine.transitions";
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
        try (EngineSide plain = counting(Journalling.OFF);
                EngineSide journalled = counting(Journalling.ON);
                EngineSide synced = counting(Journalling.FSYNC_EACH);
                EngineSide asking = asking()) {
            measuring.progress().accept("transitions: warming up");
            rate(plain, workload.turns(), workload.warmUp());
            rate(journalled, workload.turns(), workload.warmUp());
            rate(asking, workload.turns(), workload.warmUp());
            bareTurns(workload.warmUp());
            emulated();
            measuring.progress().accept("transitions: measuring");
            tell(
                    Rounds.of(
                            workload.rounds(),
                            List.of(
                                    () -> rate(plain, workload.turns(), workload.span()),
                                    () -> rate(journalled, workload.turns(), workload.span()),
                                    () -> rate(synced, workload.syncedTurns(), workload.span()),
                                    () -> rate(asking, workload.turns(), workload.span()),
                                    () -> bareTurns(workload.span()),
                                    this::emulated)));
        }
    }

    private EngineSide counting(Journalling journalling) throws IOException {
        return new EngineSide(journalling.engine(measuring.scratch()).build(), counting);
    }

    private EngineSide asking() throws IOException {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        return new EngineSide(
                Journalling.OFF
                        .engine(measuring.scratch())
                        .handler("arn:aws:states:::lambda:invoke", _ -> nothing)
                        .build(),
                MachineFile.of("asking"));
    }

    private double rate(EngineSide side, int turns, Duration span)
            throws IOException, InterruptedException {
        double rate = side.executionsPerSecond(until(turns), turns, span) * transitions(turns);
        measuring.scratch().clear();
        return rate;
    }

    private double bareTurns(Duration span) {
        return bare.turnsPerSecond(workload.turns(), span);
    }

    private double emulated() throws InterruptedException {
        int turns = workload.emulatorTurns();
        return localStack.executionsPerSecond(counting, until(turns), turns) * transitions(turns);
    }

    private void tell(List<Samples> samples) {
        int turns = workload.turns();
        Samples plain = samples.get(0);
        Samples emulated = samples.get(5);
        against(Journalling.OFF.named(NAME), turns, plain, emulated, WITHOUT_JOURNAL);
        against(Journalling.ON.named(NAME), turns, samples.get(1), emulated, WITH_JOURNAL);
        String synced = Journalling.FSYNC_EACH.named(NAME);
        against(synced, workload.syncedTurns(), samples.get(2), emulated, null);
        tasks(samples.get(3), plain);
        expressions(plain, samples.get(4));
    }

    private void against(
            String benchmark, int turns, Samples ours, Samples emulated, @Nullable Goal goal) {
        Size size = new Size(transitions(turns), 1);
        Notes notes = new Notes().ours(ours).theirs(localStack.name(), emulated);
        tell(Figure.of(benchmark, UNIT, ours.median(), emulated.known(), goal, size, notes.list()));
    }

    /** LocalStack has no task that does nothing: beside it stand the same turns without one. */
    private void tasks(Samples asking, Samples plain) {
        Size size = new Size(transitions(workload.turns()), 1);
        Notes notes = new Notes().ours(asking).theirs("the same with a Pass", plain);
        tell(
                Figure.of(
                        "engine.tasks",
                        UNIT,
                        asking.median(),
                        plain.median(),
                        null,
                        size,
                        notes.list()));
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
