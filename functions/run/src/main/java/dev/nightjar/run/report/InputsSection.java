package dev.nightjar.run.report;

import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.RunRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The window, and the objects that were read, pinned. */
record InputsSection(String step, RunFacts facts, ReportedInputs inputs) implements Section {
    @Override
    public String title() {
        return "Window and inputs";
    }

    @Override
    public boolean stands() {
        return facts.record() != null || inputs.objects() > 0;
    }

    @Override
    public void writeTo(Markup out) {
        Facts window = new Facts().with("Window", window(facts.record()));
        window.with(
                "Objects",
                Figures.count(inputs.objects())
                        + ", "
                        + Figures.bytes(inputs.bytes())
                        + " as stored");
        String digest = inputs.digest();
        if (digest != null) {
            window.with("Digest of keys and ETags", Cell.code(digest));
        }
        window.writeTo(out);
        if (inputs.listed().isEmpty()) {
            return;
        }
        Table table =
                new Table().words("Object").words("ETag").number("Size").number("Rows").words("");
        for (InputObject input : inputs.listed()) {
            String problem = input.problem();
            table.row(
                    Cell.code(Figures.shortened(input.key())),
                    Cell.digest(input.etag()),
                    Cell.of(Figures.bytes(input.size())),
                    Cell.of(Figures.count(input.rows())),
                    problem == null ? Cell.of("") : Cell.bad(Figures.shortened(problem, 200)));
        }
        table.writeTo(out);
        int rest = inputs.objects() - inputs.listed().size();
        if (rest > 0) {
            out.leaf(
                    "p",
                    "note",
                    Figures.count(rest) + " more are not listed; the step's record is.");
        }
    }

    private static String window(@Nullable RunRecord record) {
        List<String> partitions = record == null ? List.of() : record.partitions();
        if (partitions.isEmpty()) {
            return "everything under the path";
        }
        if (partitions.size() == 1) {
            return "partition " + partitions.getFirst();
        }
        return Figures.count(partitions.size())
                + " partitions, "
                + partitions.getFirst()
                + " to "
                + partitions.getLast();
    }
}
