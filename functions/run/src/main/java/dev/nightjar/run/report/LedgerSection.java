package dev.nightjar.run.report;

import dev.nightjar.core.night.Ledger;

/** Where every row of the batch went. */
record LedgerSection(ScoringReport report) implements Section {
    @Override
    public String step() {
        return "TallyBatch";
    }

    @Override
    public String title() {
        return "Rows";
    }

    @Override
    public boolean stands() {
        return report.rows() != null;
    }

    @Override
    public void writeTo(Markup out) {
        Ledger ledger = report.rows();
        if (ledger == null) {
            return;
        }
        out.leaf("p", "account", sentence(ledger));
        long unknown = Math.max(0, ledger.input() - ledger.accounted());
        new StackedBar(new Caption("ledger", "Where every row went", sentence(ledger)))
                .with("scored", "one", ledger.scored())
                .with("quarantined", "bad", ledger.quarantined())
                .with("late", "open", ledger.late())
                .with("failed", "two", ledger.failed())
                .with("carried out", "four", ledger.carriedOut())
                .with("unaccounted for", "three", unknown)
                .writeTo(out);
        new QuarantineChart(report.quarantine(), ledger.input()).writeTo(out);
    }

    /** {@code 8 = 7 scored + 1 quarantined}. */
    static String sentence(Ledger ledger) {
        StringBuilder text = new StringBuilder();
        text.append(Figures.count(ledger.input())).append(ledger.holds() ? " = " : " ≠ ");
        text.append(Figures.count(ledger.scored())).append(" scored + ");
        text.append(Figures.count(ledger.quarantined())).append(" quarantined");
        append(text, ledger.late(), "late");
        append(text, ledger.failed(), "failed");
        append(text, ledger.carriedOut(), "carried out");
        return text.toString();
    }

    private static void append(StringBuilder text, long rows, String word) {
        if (rows != 0) {
            text.append(" + ").append(Figures.count(rows)).append(' ').append(word);
        }
    }
}
