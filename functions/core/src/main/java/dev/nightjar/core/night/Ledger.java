package dev.nightjar.core.night;

/**
 * Where every row of a batch went.
 *
 * @param input what the plan counted, never a sum of the others
 */
public record Ledger(
        long input, long scored, long quarantined, long late, long failed, long carriedOut) {
    /** Whether every row is accounted for. */
    public boolean holds() {
        return input == accounted();
    }

    /** The rows that are accounted for. */
    public long accounted() {
        return scored + quarantined + late + failed + carriedOut;
    }

    /** The account in words: {@code 8 = 7 scored + 1 quarantined}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(input).append(holds() ? " = " : " ≠ ").append(scored).append(" scored + ");
        text.append(quarantined).append(" quarantined");
        append(text, late, "late");
        append(text, failed, "failed");
        append(text, carriedOut, "carried out");
        return text.toString();
    }

    private static void append(StringBuilder text, long rows, String word) {
        if (rows != 0) {
            text.append(" + ").append(rows).append(' ').append(word);
        }
    }
}
