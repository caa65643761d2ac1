/**
 * {@code bench}: measures on this machine, now, and compares in the same run, for figures of two
 * machines or two days say little of each other.
 *
 * <p>A {@link dev.nightjar.local.bench.Benchmark} asks its {@link dev.nightjar.local.bench.Side
 * sides} in turn, {@link dev.nightjar.local.bench.Rounds round after round}, and answers {@link
 * dev.nightjar.local.bench.Figure figures}: medians and their ratio.
 */
@NullMarked
package dev.nightjar.local.bench;

import org.jspecify.annotations.NullMarked;
