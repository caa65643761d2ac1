/**
 * How well a model predicts and how fast. {@link dev.nightjar.core.metric.Outcomes} collects
 * answers and truths, then gives {@link dev.nightjar.core.metric.Metrics} and curves for the
 * report.
 */
@NullMarked
package dev.nightjar.core.metric;

import org.jspecify.annotations.NullMarked;
