package dev.nightjar.core.metric;

/**
 * Rows with similar probabilities.
 *
 * @param predicted mean probability of the positive class
 * @param observed share of positive rows
 */
public record CalibrationBin(double predicted, double observed, long rows) {}
