package dev.nightjar.run.report;

import dev.nightjar.core.night.FailureRecord;

/** What went wrong on the way, even when the run ended well. */
record FailuresSection(RunFacts facts) implements Section {
    private static final int MOST = 50;

    @Override
    public String step() {
        return "RecordFailure";
    }

    @Override
    public String title() {
        return "Failures on the way";
    }

    @Override
    public boolean stands() {
        return !facts.failures().isEmpty();
    }

    @Override
    public void writeTo(Markup out) {
        Table table = new Table().words("Step").words("Error").words("Cause").words("At");
        for (FailureRecord failure : facts.failures().stream().limit(MOST).toList()) {
            Integer item = failure.item();
            table.row(
                    Cell.of(failure.state() + (item == null ? "" : " " + item)),
                    Cell.bad(failure.error()),
                    Cell.of(Figures.shortened(failure.cause(), 300)),
                    Cell.muted(Figures.second(failure.at())));
        }
        table.writeTo(out);
        int rest = facts.failures().size() - MOST;
        if (rest > 0) {
            out.leaf("p", "note", Figures.count(rest, "more failure.", "more failures."));
        }
    }
}
