package dev.nightjar.run.report;

import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.night.Verdict;

import java.util.List;

/** The conditions under which the challenger may serve, each with its measured value. */
record GatesSection(TrainingReport report) implements Section {
    @Override
    public String step() {
        return "EvaluateCandidates";
    }

    @Override
    public String title() {
        return "Gates";
    }

    @Override
    public boolean stands() {
        return report.verdict() != null;
    }

    @Override
    public void writeTo(Markup out) {
        Verdict verdict = report.verdict();
        List<GateResult> gates = verdict == null ? List.of() : verdict.gates();
        if (gates.isEmpty()) {
            out.leaf("p", "note", "The pipeline file asks for no gate: every model may serve.");
            return;
        }
        Table table =
                new Table()
                        .words("Gate")
                        .words("Result")
                        .number("Measured")
                        .number("Required")
                        .number("Distance")
                        .words("");
        for (GateResult gate : gates) {
            GateDistance distance = GateDistance.of(gate);
            table.row(
                    Cell.code(gate.gate()),
                    Cell.marked(gate.passed(), gate.passed() ? "✓\u00a0open" : "✗\u00a0closed"),
                    Cell.of(distance.measured()),
                    Cell.of(distance.required()),
                    gate.passed() ? Cell.of(distance.words()) : Cell.bad(distance.words()),
                    Cell.muted(gate.note() == null ? "" : gate.note()));
        }
        table.writeTo(out);
    }
}
