package dev.nightjar.core.definition;

/**
 * Bounds of one run.
 *
 * @param badRows share of quarantined rows above which the run is {@code DataUnfit}, 0..1
 * @param trainingRows rows of one training step
 * @param trainingBytes bytes of input of one training step
 */
public record Limits(double badRows, long trainingRows, long trainingBytes) {
    /** The defaults. */
    public static final Limits STANDARD = new Limits(0.05, 5_000_000, 2_000_000_000);

    public Limits {
        if (!(badRows >= 0 && badRows <= 1) || trainingRows < 1 || trainingBytes < 1) {
            throw new IllegalArgumentException("limits are out of range");
        }
    }
}
