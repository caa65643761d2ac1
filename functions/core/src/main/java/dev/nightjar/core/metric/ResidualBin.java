package dev.nightjar.core.metric;

/**
 * Rows with similar predictions. A residual is target minus prediction, in units of the target.
 *
 * @param predicted mean prediction
 * @param mean mean residual
 * @param low residual that a tenth of the rows are below
 * @param high residual that a tenth of the rows are above
 */
public record ResidualBin(double predicted, double mean, double low, double high, long rows) {}
